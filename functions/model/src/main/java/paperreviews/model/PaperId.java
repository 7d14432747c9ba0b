package paperreviews.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules for papers' ids. */
public final class PaperId {
  /** No paper's id: {@code /papers/batch} is an address of the API. */
  private static final String RESERVED = "batch";

  /** An arXiv number (<a href="https://info.arxiv.org/help/arxiv_identifier.html">its form</a>). */
  private static final String ARXIV = "(?<id>\\d{4}\\.\\d{4,5})(?:v\\d+)?";

  private static final Pattern ARXIV_ADDRESS =
      Pattern.compile(
          "(?:https?://)?(?:(?:[a-z0-9-]+\\.)*(?:arxiv|ar5iv|alphaxiv)\\.org/(?:abs|pdf|html|overview)/"
              + "|huggingface\\.co/papers/|(?:dx\\.)?doi\\.org/10\\.48550/arxiv\\.)"
              + ARXIV
              + "(?:\\.pdf)?/?(?:[?#].*)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ARXIV_NUMBER =
      // arXiv itself prints arXiv:1905.11946v5 [cs.LG]
      Pattern.compile(
          "(?:arxiv:\\s*)?" + ARXIV + "(?:\\s*\\[[\\w.-]+])?", Pattern.CASE_INSENSITIVE);

  private static final Pattern OPEN_REVIEW_ADDRESS =
      Pattern.compile(
          "(?:https?://)?(?:www\\.)?openreview\\.net/[a-z]+\\?(?:.*&)?id=(?<id>[\\w-]+)(?:[&#].*)?",
          Pattern.CASE_INSENSITIVE);

  private PaperId() {}

  /**
   * The id of the paper at an address: an arXiv number without its version, or an OpenReview forum
   * id; nothing for any other address.
   */
  public static Optional<String> ofAddress(String url) {
    return firstMatch(url, ARXIV_ADDRESS, OPEN_REVIEW_ADDRESS);
  }

  /** Returns the id in a pasted reference: an address, or an arXiv number alone. */
  public static Optional<String> ofReference(String text) {
    return firstMatch(text, ARXIV_ADDRESS, OPEN_REVIEW_ADDRESS, ARXIV_NUMBER);
  }

  private static Optional<String> firstMatch(String text, Pattern... patterns) {
    for (var pattern : patterns) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.matches()) {
        return Optional.of(matcher.group("id"));
      }
    }
    return Optional.empty();
  }

  /**
   * The id of a paper that has no number elsewhere: its title in lower case, words joined by
   * hyphens. Empty if the title has no Latin letter or digit.
   */
  public static String ofTitle(String title) {
    var slug =
        Normalizer.normalize(title, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return slug.equals(RESERVED) ? "paper-" + slug : slug;
  }
}
