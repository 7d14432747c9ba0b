package paperreviews.model;

import java.util.List;

/**
 * A paper's methods, tasks and data sets.
 *
 * @param ja in Japanese
 * @param en in English
 */
public record Keywords(List<String> ja, List<String> en) {
  /** Keeps copies. */
  public Keywords {
    ja = List.copyOf(ja);
    en = List.copyOf(en);
  }
}
