package paperreviews.api;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A conference or journal that published a paper.
 *
 * @param name its name, without the year
 * @param year the year of the publication, if the venue says so
 */
record Venue(String name, Optional<Integer> year) {
  private static final Pattern YEAR = Pattern.compile("[\\s,(]*\\b((?:19|20)\\d{2})\\b[\\s,)]*");

  /** Journals of machine learning go by their abbreviations, others by such words. */
  private static final Pattern JOURNAL =
      Pattern.compile(
          "\\b(?:AIJ|CVIU|IJCV|JACM|JAIR|JMLR|MLJ|PAMI|PNAS|RA-?L|TACL|TIP|TKDE|TMLR|TMM|TNNLS|TOG|TPAMI)\\b"
              + "|(?i:journal|transactions|letters|magazine|\\bnature\\b|\\bscience\\b|annals|review|acta)");

  static Venue of(String venue) {
    var year = YEAR.matcher(venue);
    return year.find()
        ? new Venue(year.replaceFirst(" ").strip(), Optional.of(Integer.valueOf(year.group(1))))
        : new Venue(venue.strip(), Optional.empty());
  }

  boolean isJournal() {
    return JOURNAL.matcher(name).find();
  }
}
