package paperreviews.search.index;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * An author as papers are counted by it.
 *
 * @param key the name without case, accents and punctuation: the same for all its spellings
 * @param name the name as a paper has it
 */
public record AuthorValue(String key, String name) {
  /** Occurs in no name: names have no control characters. */
  private static final char SEPARATOR = '\t';

  /** Returns the value of a name. */
  public static AuthorValue of(String name) {
    var key =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    return new AuthorValue(key.isEmpty() ? name : key, name);
  }

  /** Returns the value of a field's bytes. */
  public static AuthorValue of(BytesRef bytes) {
    var parts = bytes.utf8ToString().split(String.valueOf(SEPARATOR), 2);
    return new AuthorValue(parts[0], parts[1]);
  }

  BytesRef bytes() {
    return new BytesRef(key + SEPARATOR + name);
  }

  /**
   * Returns the ordinals of all spellings of this name: from the first up to, excluding, the last.
   */
  public int[] ordinals(SortedSetDocValues values) throws IOException {
    var prefix = new BytesRef(key + SEPARATOR);
    long found = values.lookupTerm(prefix);
    int first = (int) (found < 0 ? -1 - found : found);
    int end = first;
    while (end < values.getValueCount() && StringHelper.startsWith(values.lookupOrd(end), prefix)) {
      end++;
    }
    return new int[] {first, end};
  }
}
