package paperreviews.store;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The key of an item in the table. Every key is created here:
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>pk</th><th>sk</th><th>item</th></tr>
 * <tr><td>{@code catalogue}</td><td>{@code current}</td><td>the pointer to the current edition</td></tr>
 * <tr><td>{@code catalogue}</td><td>{@code edition#E}</td><td>the record of an edition, complete or not</td></tr>
 * <tr><td>{@code E#inventory}</td><td>{@code page#000001}</td><td>the ids of what the edition consists of</td></tr>
 * <tr><td>{@code E#sections}</td><td>{@code article#000001}</td><td>an article</td></tr>
 * <tr><td>{@code E#sections}</td><td>{@code section#000001}</td><td>a section</td></tr>
 * <tr><td>{@code E#section#S}</td><td>{@code section}</td><td>the section {@code S} again</td></tr>
 * <tr><td>{@code E#section#S}</td><td>{@code paper#000001}</td><td>the summary of a paper of it</td></tr>
 * <tr><td>{@code E#paper#P}</td><td>{@code paper}</td><td>the paper {@code P} with its review</td></tr>
 * <tr><td>{@code E#index}</td><td>{@code manifest}</td><td>the search index: files, lengths, checksum</td></tr>
 * <tr><td>{@code E#index#000001}</td><td>{@code chunk}</td><td>a part of the index</td></tr>
 * </table>
 *
 * <p>{@code E} is the edition's {@linkplain paperreviews.model.Edition#buildId buildId}: one run of
 * the seeder writes its items, once. Numbers count in catalogue order from one. Only the pointer
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

  /** Returns the two attributes of the key. */
  public Map<String, AttributeValue> attributes() {
    return Map.of(PARTITION, AttributeValue.fromS(pk), SORT, AttributeValue.fromS(sk));
  }

  /** The pointer to the current edition. */
  public static Key current() {
    return new Key(CATALOGUE, "current");
  }

  /** The record of an edition. */
  public static Key edition(String buildId) {
    return new Key(CATALOGUE, "edition#" + buildId);
  }

  /** The n-th page, counted from one, of what an edition consists of. */
  public static Key inventory(String buildId, int n) {
    return new Key(inventory(buildId), "page#" + ordinal(n));
  }

  /** The partition of all pages of what an edition consists of. */
  public static String inventory(String buildId) {
    return buildId + "#inventory";
  }

  /** The n-th article, counted from one. */
  public static Key article(String buildId, int n) {
    return new Key(sections(buildId), "article#" + ordinal(n));
  }

  /** The n-th section, counted from one. */
  public static Key section(String buildId, int n) {
    return new Key(sections(buildId), "section#" + ordinal(n));
  }

  /** The keys of the first articles. */
  static Range articles(String buildId, int count) {
    return new Range(sections(buildId), article(buildId, 1).sk(), article(buildId, count).sk());
  }

  /** The keys of the sections between two, counted from one, both included. */
  static Range sections(String buildId, int first, int last) {
    return new Range(sections(buildId), section(buildId, first).sk(), section(buildId, last).sk());
  }

  /**
   * The keys of a partition between two sort keys, both included.
   *
   * @param pk the partition key
   * @param first the first sort key
   * @param last the last sort key
   */
  record Range(String pk, String first, String last) {}

  /** The partition of all articles and sections. */
  static String sections(String buildId) {
    return buildId + "#sections";
  }

  /** The section at the head of its own partition. */
  public static Key sectionHead(String buildId, String sectionId) {
    return new Key(sectionPapers(buildId, sectionId), "section");
  }

  /** The n-th summary of a section, counted from one. */
  public static Key summary(String buildId, String sectionId, int n) {
    return new Key(sectionPapers(buildId, sectionId), "paper#" + ordinal(n));
  }

  /** The partition of one section and the summaries of its papers. */
  static String sectionPapers(String buildId, String sectionId) {
    return buildId + "#section#" + sectionId;
  }

  /** A paper with its review. */
  public static Key paper(String buildId, String paperId) {
    return new Key(buildId + "#paper#" + paperId, "paper");
  }

  /** What the edition's search index consists of. */
  public static Key indexManifest(String buildId) {
    return new Key(buildId + "#index", "manifest");
  }

  /** The n-th part, counted from one, of the edition's search index. */
  public static Key indexChunk(String buildId, int n) {
    return new Key(buildId + "#index#" + ordinal(n), "chunk");
  }

  private static String ordinal(int n) {
    return "%06d".formatted(n);
  }
}
