package paperreviews.importer;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import paperreviews.model.Catalogue;
import paperreviews.model.PaperId;
import paperreviews.model.Sha256;

/** The ids of an article's papers, each given once. */
final class PaperIds {
  /** What is left of the longest id for a number behind it. */
  private static final int LONGEST = Catalogue.MAX_ID_LENGTH - 10;

  /** How often each was asked for, whatever its case. */
  private final Map<String, Integer> given = new HashMap<>();

  /**
   * An id.
   *
   * @param id the id
   * @param ofAddress whether it comes from the address, and else from the title
   * @param taken the id without its number, if a paper before has that
   */
  record Id(String id, boolean ofAddress, Optional<String> taken) {}

  /** The next paper's id: of its address, else of its title; numbered if it is taken. */
  Id of(String url, String title) {
    var ofAddress = PaperId.ofAddress(url).filter(id -> id.length() <= LONGEST);
    var first = ofAddress.orElseGet(() -> ofTitle(title));
    var id = first;
    for (int n = 2; given.putIfAbsent(id.toLowerCase(Locale.ROOT), n) != null; n++) {
      id = first + "-" + n;
    }
    return new Id(
        id, ofAddress.isPresent(), id.equals(first) ? Optional.empty() : Optional.of(first));
  }

  private static String ofTitle(String title) {
    var slug = slug(title);
    if (!slug.isEmpty()) {
      return slug;
    }
    var digest = Sha256.start().digest(title.getBytes(StandardCharsets.UTF_8));
    return "paper-" + HexFormat.of().formatHex(digest, 0, 6);
  }

  /** The Latin letters and digits of a text, joined by hyphens; empty if it has none. */
  static String slug(String text) {
    var slug = PaperId.ofTitle(text);
    return slug.length() <= LONGEST ? slug : slug.substring(0, LONGEST).replaceFirst("-$", "");
  }
}
