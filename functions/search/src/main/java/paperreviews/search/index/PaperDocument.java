package paperreviews.search.index;

import java.util.Locale;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The fields of a paper's document, besides those of each {@link
 * paperreviews.search.analysis.Analysis}.
 */
public final class PaperDocument {
  /** The number of the section in the outline, to filter by and to count by. */
  public static final String SECTION = "section";

  /** The keywords, to filter by and to count by. */
  public static final String KEYWORD = "keyword";

  /**
   * What the paper is about: the concepts that its keywords name, and the keys of other keywords;
   * what its title names, too, counts twice.
   */
  static final String TOPIC = "topic";

  /** The authors, to filter by and to count by. */
  public static final String AUTHOR = "author";

  /** What is shown: not compressed, since the chunks of a packed index are, as a whole. */
  public static final String STORED = "stored";

  /** The id and the DOI, in lower case. */
  static final String ID = "id";

  /** The ids of the concepts that the paper's texts name, as often as they do. */
  static final String CONCEPT = "concept";

  /** The key of the title, and of what it begins with before a colon: the name of a method. */
  static final String NAME = "name";

  /** The title as a part of an address. */
  static final String SLUG = "slug";

  private PaperDocument() {}

  /** The paper with this id, in any case. */
  public static Query withId(String id) {
    return new TermQuery(new Term(ID, folded(id)));
  }

  /** The papers that name a concept. */
  public static Query withConcept(String concept) {
    return new TermQuery(conceptTerm(concept));
  }

  /** The papers of a section. */
  public static Query inSection(int number) {
    return new TermQuery(new Term(SECTION, Integer.toString(number)));
  }

  /** What the papers have that are about this. */
  public static Term topicTerm(String topic) {
    return new Term(TOPIC, topic);
  }

  /** What the papers have that name a concept. */
  public static Term conceptTerm(String concept) {
    return new Term(CONCEPT, concept);
  }

  /** The papers whose title, or what it begins with before a colon, has this key. */
  public static Query withName(String key) {
    return new TermQuery(new Term(NAME, key));
  }

  /** The papers whose title, or what it begins with before a colon, has a key that starts so. */
  public static Query withNameFrom(String start) {
    return new PrefixQuery(new Term(NAME, start));
  }

  /** The papers whose title starts so, as a part of an address. */
  public static Query withSlug(String start) {
    return new PrefixQuery(new Term(SLUG, start));
  }

  /** Ids differ in more than case; people paste them in any. */
  static String folded(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
