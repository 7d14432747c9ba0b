package paperreviews.api;

import java.util.Arrays;
import java.util.Optional;
import paperreviews.model.Language;

/**
 * The language that a client prefers, by the parameter {@code lang} or else by the header {@code
 * Accept-Language} (RFC 9110, section 12.5.4).
 *
 * @param language the language; absent if the client prefers neither
 * @param negotiated whether the header decides, or would if the client sent one
 */
public record PreferredLanguage(Optional<Language> language, boolean negotiated) {

  /** Reads the preference of a request. */
  public static PreferredLanguage read(Parameters parameters, Request request) {
    if (parameters.isGiven("lang")) {
      return new PreferredLanguage(parameters.language("lang"), false);
    }
    var accepted = QualityValues.read(request.headers().getOrDefault("accept-language", ""));
    return new PreferredLanguage(preferred(accepted), true);
  }

  /** The language of the greater weight; of two that are the same, the one that is named first. */
  private static Optional<Language> preferred(QualityValues accepted) {
    var named =
        accepted.weights().keySet().stream()
            .flatMap(
                range ->
                    Arrays.stream(Language.values())
                        .filter(each -> each.tag().equals(Parameters.primarySubtag(range))))
            .distinct()
            .toList();
    if (named.isEmpty()) {
      return Optional.empty();
    }
    var first = named.getFirst();
    double weight = weight(first, accepted);
    double other = weight(first.other(), accepted);
    if (weight == 0 && other == 0) {
      return Optional.empty();
    }
    return Optional.of(weight >= other ? first : first.other());
  }

  private static double weight(Language language, QualityValues accepted) {
    return accepted.weights().entrySet().stream()
        .filter(range -> language.tag().equals(Parameters.primarySubtag(range.getKey())))
        .mapToDouble(range -> range.getValue())
        .max()
        .orElse(accepted.of("*"));
  }

  /** Returns what the header decided, for the tag of the answer; absent if it has no say. */
  Optional<String> choice() {
    return negotiated ? Optional.of(language.map(Language::tag).orElse("")) : Optional.empty();
  }
}
