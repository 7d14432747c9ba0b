package paperreviews.search.index;

/** Where the words of a paper stand. */
enum SearchField {
  /** The paper's title. */
  TITLE(5),
  /** Its keywords in both languages. */
  KEYWORDS(2),
  /** Its review in both languages, the titles of its links, and its id. */
  TEXT(1);

  private final int weight;

  SearchField(int weight) {
    this.weight = weight;
  }

  /**
   * How often a word here counts. So often it goes into the index: BM25 over all fields at once,
   * each with its weight (BM25F; Robertson, Zaragoza and Taylor 2004), is BM25 over one field that
   * repeats them.
   */
  int weight() {
    return weight;
  }
}
