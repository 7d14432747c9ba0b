package paperreviews.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * A person's name in its parts, as <a href="https://ctan.org/pkg/bibtex">BibTeX</a> distinguishes
 * them.
 *
 * @param given the given names, or empty
 * @param family the family name with its particles, such as {@code van der Maaten}
 * @param suffix a suffix such as {@code Jr.}, or empty
 */
record PersonName(String given, String family, String suffix) {
  private static final Set<String> PARTICLES =
      Set.of(
          "af", "al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du",
          "el", "la", "le", "ter", "ten", "van", "vom", "von", "zu", "zur");

  private static final Set<String> SUFFIXES = Set.of("jr", "jr.", "sr", "sr.", "ii", "iii", "iv");

  /**
   * Returns the parts of a name that starts with the given name, or has a comma behind the family.
   */
  static PersonName of(String name) {
    int comma = name.indexOf(',');
    if (comma >= 0) {
      return new PersonName(
          name.substring(comma + 1).strip(), name.substring(0, comma).strip(), "");
    }
    var words = name.strip().split("\\s+");
    int end = words.length;
    boolean hasSuffix = end > 2 && SUFFIXES.contains(words[end - 1].toLowerCase(Locale.ROOT));
    if (hasSuffix) {
      end--;
    }
    int family = end - 1;
    while (family > 1 && PARTICLES.contains(words[family - 1].toLowerCase(Locale.ROOT))) {
      family--;
    }
    return new PersonName(
        join(words, 0, family), join(words, family, end), hasSuffix ? words[end] : "");
  }

  private static String join(String[] words, int from, int to) {
    return String.join(" ", Arrays.copyOfRange(words, from, to));
  }

  /** Returns the name as {@code Family, Given}, in LaTeX. */
  String bibTex() {
    if (given.isEmpty()) {
      // Braces keep BibTeX from taking the name of a group apart.
      return "{%s}".formatted(LatexText.of(family));
    }
    var first = suffix.isEmpty() ? family : family + ", " + suffix;
    return LatexText.of(first + ", " + given);
  }
}
