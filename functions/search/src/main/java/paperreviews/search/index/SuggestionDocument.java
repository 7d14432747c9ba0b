package paperreviews.search.index;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import paperreviews.model.Json;
import paperreviews.search.analysis.PrefixKey;

/**
 * A suggestion, as an index of its own has it: one document for each name of a keyword or concept,
 * the best first, and then one for each title.
 *
 * @param kind what it is
 * @param text the name or the title
 * @param thing what it names: the id of a concept or of a paper, or the key of a keyword
 * @param papers how many papers have it, if it is a keyword
 */
// There are several for each paper: names of fields would be half of what is stored.
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record SuggestionDocument(Kind kind, String text, String thing, int papers) {
  /** What the files of the index begin with. */
  static final String FILES = "suggestions.";

  /** What is stored of it. */
  public static final String STORED = "stored";

  /** The number of the document of a paper in the other index. */
  public static final String PAPER = "paper";

  /** The beginning of the name. */
  public static final String START = "start";

  /** What the name goes on with from the start of each of its words. */
  public static final String WORD = "word";

  /** The same of its reading, in katakana and in Latin letters. */
  public static final String READING = "reading";

  /** Readings of names and of their words, each with what is read so. */
  static final String READ = "read";

  /** Prefixes of up to so many UTF-16 units are terms of their own. */
  static final int MAX_PREFIX = 3;

  /** What can be suggested. */
  public enum Kind {
    /** A keyword of a paper. */
    KEYWORD,
    /** A name of a concept that some review speaks of. */
    CONCEPT,
    /** A paper's title. */
    PAPER
  }

  BytesRef bytes() {
    return new BytesRef(Json.MAPPER.writeValueAsBytes(this));
  }

  /** Reads what is stored. */
  public static SuggestionDocument read(BytesRef stored) {
    return Json.MAPPER.readValue(
        stored.bytes, stored.offset, stored.length, SuggestionDocument.class);
  }

  /** The suggestions with such a prefix in a field. */
  public static Query withPrefix(String field, String key) {
    var term = new Term(field, PrefixKey.shortened(key));
    return key.length() <= MAX_PREFIX ? new TermQuery(term) : new PrefixQuery(term);
  }
}
