package paperreviews.model;

import java.util.List;

/**
 * A paper's methods, tasks and data sets.
 *
 * @param ja in Japanese
 * @param en in English
 */
public record Keywords(List<String> ja, List<String> en) {
  /** No keywords. */
  public static final Keywords NONE = new Keywords(List.of(), List.of());

  /** Copies the lists; takes null for an empty one. */
  public Keywords {
    ja = Lists.copy(ja);
    en = Lists.copy(en);
  }
}
