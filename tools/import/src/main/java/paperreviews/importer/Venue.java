package paperreviews.importer;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a paper was published, and a word such as Oral behind it.
 *
 * @param name with the year: CVPR 2020
 * @param remark the word; empty if there is none
 */
record Venue(String name, String remark) {
  /** {@code CVPR 2020}, {@code CVPR2020}, {@code CVPR, 2020}. */
  private static final Pattern PATTERN =
      Pattern.compile(
          "(?<venue>[A-Za-z][A-Za-z0-9 &@:/.+-]{0,60}?)[ ,'’]*(?<year>(?:19|20)\\d{2})"
              + "(?: \\(?(?<remark>\\p{L}{1,20})\\)?)?\\.?");

  /** What stands before a year as well, and is no venue: authors, and a month. */
  private static final Pattern OTHER =
      Pattern.compile(
          "(?i).*\\bet al\\b.*|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\\p{L}*\\.?");

  /** The venue that a text names, if it says nothing else. */
  static Optional<Venue> of(String text) {
    var found = PATTERN.matcher(ArticleText.strip(text));
    return found.matches() && !OTHER.matcher(found.group("venue")).matches()
        ? Optional.of(
            new Venue(
                ArticleText.strip(found.group("venue")) + " " + found.group("year"),
                Optional.ofNullable(found.group("remark")).orElse("")))
        : Optional.empty();
  }
}
