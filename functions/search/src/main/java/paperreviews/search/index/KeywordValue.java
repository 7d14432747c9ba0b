package paperreviews.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import paperreviews.model.Language;
import paperreviews.model.PaperSummary;
import paperreviews.search.analysis.NameKey;

/**
 * A keyword as papers are counted by it. Sorted, the values of a language follow each other.
 *
 * @param language its language
 * @param key what is the same however the keyword is written
 * @param text the keyword as it is shown
 */
public record KeywordValue(Language language, String key, String text) {
  /** Puts a keyword beside its like in the other language, the English one first. */
  public static final Comparator<KeywordValue> BY_KEY =
      (one, other) ->
          one.key.equals(other.key)
              ? other.language.compareTo(one.language)
              : one.key.compareTo(other.key);

  /** Occurs in no keyword: they have no control characters. */
  private static final char SEPARATOR = '\t';

  /** The key of a keyword; of one that is made of signs alone, these. */
  public static String key(String keyword) {
    var key = NameKey.of(keyword);
    return key.isEmpty() ? keyword : key;
  }

  /** All keywords of some papers by their prefixes, each as one of its spellings. */
  static Map<String, KeywordValue> of(Collection<PaperSummary> papers) {
    var values = new HashMap<String, KeywordValue>();
    for (var paper : papers) {
      of(paper)
          .forEach(
              value ->
                  values.merge(
                      value.prefix(),
                      value,
                      (one, other) -> one.text.compareTo(other.text) <= 0 ? one : other));
    }
    return values;
  }

  /** The keywords of a paper, as it writes them. */
  static Stream<KeywordValue> of(PaperSummary paper) {
    return Stream.concat(
        paper.keywords().ja().stream().map(word -> of(Language.JA, word)),
        paper.keywords().en().stream().map(word -> of(Language.EN, word)));
  }

  private static KeywordValue of(Language language, String keyword) {
    return new KeywordValue(language, key(keyword), keyword);
  }

  /** The least value that a language can have. */
  static BytesRef first(Language language) {
    return new BytesRef(language.tag() + SEPARATOR);
  }

  /** The ordinals of a keyword, one in each language that has it. */
  public static List<Long> ordinals(String keyword, SortedSetDocValues values) throws IOException {
    var key = key(keyword);
    var ordinals = new ArrayList<Long>();
    for (var language : Language.values()) {
      var prefix = new BytesRef(prefix(language, key));
      long ordinal = ordinalFrom(values, prefix);
      if (ordinal < values.getValueCount()
          && StringHelper.startsWith(values.lookupOrd(ordinal), prefix)) {
        ordinals.add(ordinal);
      }
    }
    return ordinals;
  }

  /** The ordinal of the first value that is not less than this. */
  static long ordinalFrom(SortedSetDocValues values, BytesRef least) throws IOException {
    long ordinal = values.lookupTerm(least);
    return ordinal < 0 ? -1 - ordinal : ordinal;
  }

  /** Which of the keywords it is, without its spelling. */
  public String prefix() {
    return prefix(language, key);
  }

  /** What the value of a key begins with. */
  public static String prefix(Language language, String key) {
    return language.tag() + SEPARATOR + key + SEPARATOR;
  }

  BytesRef bytes() {
    return new BytesRef(prefix() + text);
  }

  /** The value that an index holds as these bytes. */
  public static KeywordValue of(BytesRef value) {
    var parts = value.utf8ToString().split(String.valueOf(SEPARATOR), 3);
    return new KeywordValue(
        Language.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1], parts[2]);
  }
}
