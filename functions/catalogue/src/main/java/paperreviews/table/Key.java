package paperreviews.table;

/**
 * Where an item lies in the table. Every key is made here:
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>pk</th><th>sk</th><th>item</th></tr>
 * <tr><td>{@code catalogue}</td><td>{@code current}</td><td>the pointer to the current edition</td></tr>
 * <tr><td>{@code catalogue}</td><td>{@code edition#E}</td><td>an edition that was published whole</td></tr>
 * <tr><td>{@code E#sections}</td><td>{@code article#000001}</td><td>an article</td></tr>
 * <tr><td>{@code E#sections}</td><td>{@code section#000001}</td><td>a section</td></tr>
 * <tr><td>{@code E#section#S}</td><td>{@code section}</td><td>the section {@code S} again</td></tr>
 * <tr><td>{@code E#section#S}</td><td>{@code paper#000001}</td><td>the summary of a paper of it</td></tr>
 * <tr><td>{@code E#paper#P}</td><td>{@code paper}</td><td>the paper {@code P} with its review</td></tr>
 * <tr><td>{@code E#index}</td><td>{@code manifest}</td><td>the search index: files, lengths, hash</td></tr>
 * <tr><td>{@code E#index#H#000001}</td><td>{@code chunk}</td><td>a part of the index whose hash is {@code H}</td></tr>
 * </table>
 *
 * <p>Numbers count in catalogue order from one. Only the pointer ever changes: {@code E} is a hash
 * of the edition's content, and what is written twice is the same. Papers and chunks each have a
 * partition key of their own, so that reading them spreads over partitions.
 *
 * @param pk the partition key
 * @param sk the sort key
 */
public record Key(String pk, String sk) {
  /** The attribute that holds the partition key. */
  public static final String PARTITION = "pk";

  /** The attribute that holds the sort key. */
  public static final String SORT = "sk";

  private static final String CATALOGUE = "catalogue";

  /** The pointer to the current edition: the one item that ever changes. */
  public static Key current() {
    return new Key(CATALOGUE, "current");
  }

  /** The record of an edition that was published whole. */
  public static Key edition(String edition) {
    return new Key(CATALOGUE, "edition#" + edition);
  }

  /** The n-th article, counted from one. */
  static Key article(String edition, int n) {
    return new Key(sections(edition), "article#" + ordinal(n));
  }

  /** The n-th section, counted from one. */
  static Key section(String edition, int n) {
    return new Key(sections(edition), "section#" + ordinal(n));
  }

  /** The partition of all articles and sections. */
  static String sections(String edition) {
    return edition + "#sections";
  }

  /** The section at the head of its own partition. */
  static Key sectionHead(String edition, String sectionId) {
    return new Key(sectionPapers(edition, sectionId), "section");
  }

  /** The n-th summary of a section, counted from one. */
  static Key summary(String edition, String sectionId, int n) {
    return new Key(sectionPapers(edition, sectionId), "paper#" + ordinal(n));
  }

  /** The partition of one section and the summaries of its papers. */
  static String sectionPapers(String edition, String sectionId) {
    return edition + "#section#" + sectionId;
  }

  /** A paper with its review. */
  public static Key paper(String edition, String paperId) {
    return new Key(edition + "#paper#" + paperId, "paper");
  }

  /** What the edition's search index consists of. */
  public static Key indexManifest(String edition) {
    return new Key(edition + "#index", "manifest");
  }

  /** The n-th part, counted from one, of the index with this hash. */
  public static Key indexChunk(String edition, String hash, int n) {
    return new Key(edition + "#index#" + hash + "#" + ordinal(n), "chunk");
  }

  private static String ordinal(int n) {
    return "%06d".formatted(n);
  }
}
