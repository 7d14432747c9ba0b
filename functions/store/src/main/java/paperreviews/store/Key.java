package paperreviews.store;

/**
 * Where an item lies in the table. Every key is made here:
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>pk</th><th>sk</th><th>item</th></tr>
 * <tr><td>{@code catalogue}</td><td>{@code current}</td><td>the pointer to the current edition</td></tr>
 * <tr><td>{@code catalogue}</td><td>{@code edition#E}</td><td>the record of an edition, whole or not</td></tr>
 * <tr><td>{@code E#inventory}</td><td>{@code page#000001}</td><td>what the edition consists of</td></tr>
 * <tr><td>{@code E#sections}</td><td>{@code article#000001}</td><td>an article</td></tr>
 * <tr><td>{@code E#sections}</td><td>{@code section#000001}</td><td>a section</td></tr>
 * <tr><td>{@code E#section#S}</td><td>{@code section}</td><td>the section {@code S} again</td></tr>
 * <tr><td>{@code E#section#S}</td><td>{@code paper#000001}</td><td>the summary of a paper of it</td></tr>
 * <tr><td>{@code E#paper#P}</td><td>{@code paper}</td><td>the paper {@code P} with its review</td></tr>
 * <tr><td>{@code E#index}</td><td>{@code manifest}</td><td>the search index: files, lengths, check sum</td></tr>
 * <tr><td>{@code E#index#000001}</td><td>{@code chunk}</td><td>a part of the index</td></tr>
 * </table>
 *
 * <p>{@code E} is the edition's {@linkplain paperreviews.model.Edition#printing printing}: one run
 * of the seeder writes its items, once. Numbers count in catalogue order from one. Only the pointer
 * and the records ever change. Papers and chunks each have a partition key of their own, so that
 * reading them spreads over partitions.
 *
 * @param pk the partition key
 * @param sk the sort key
 */
public record Key(String pk, String sk) {
  /** The attribute that holds the partition key. */
  public static final String PARTITION = "pk";

  /** The attribute that holds the sort key. */
  public static final String SORT = "sk";

  /** The partition of the pointer and of the records of editions. */
  public static final String CATALOGUE = "catalogue";

  /** The pointer to the current edition. */
  public static Key current() {
    return new Key(CATALOGUE, "current");
  }

  /** The record of an edition. */
  public static Key edition(String printing) {
    return new Key(CATALOGUE, "edition#" + printing);
  }

  /** The n-th page, counted from one, of what an edition consists of. */
  public static Key inventory(String printing, int n) {
    return new Key(inventory(printing), "page#" + ordinal(n));
  }

  /** The partition of all pages of what an edition consists of. */
  public static String inventory(String printing) {
    return printing + "#inventory";
  }

  /** The n-th article, counted from one. */
  public static Key article(String printing, int n) {
    return new Key(sections(printing), "article#" + ordinal(n));
  }

  /** The n-th section, counted from one. */
  public static Key section(String printing, int n) {
    return new Key(sections(printing), "section#" + ordinal(n));
  }

  /** The partition of all articles and sections. */
  static String sections(String printing) {
    return printing + "#sections";
  }

  /** The section at the head of its own partition. */
  public static Key sectionHead(String printing, String sectionId) {
    return new Key(sectionPapers(printing, sectionId), "section");
  }

  /** The n-th summary of a section, counted from one. */
  public static Key summary(String printing, String sectionId, int n) {
    return new Key(sectionPapers(printing, sectionId), "paper#" + ordinal(n));
  }

  /** The partition of one section and the summaries of its papers. */
  static String sectionPapers(String printing, String sectionId) {
    return printing + "#section#" + sectionId;
  }

  /** A paper with its review. */
  public static Key paper(String printing, String paperId) {
    return new Key(printing + "#paper#" + paperId, "paper");
  }

  /** What the edition's search index consists of. */
  public static Key indexManifest(String printing) {
    return new Key(printing + "#index", "manifest");
  }

  /** The n-th part, counted from one, of the edition's search index. */
  public static Key indexChunk(String printing, int n) {
    return new Key(printing + "#index#" + ordinal(n), "chunk");
  }

  private static String ordinal(int n) {
    var digits = Integer.toString(n);
    return "0".repeat(Math.max(0, 6 - digits.length())) + digits;
  }
}
