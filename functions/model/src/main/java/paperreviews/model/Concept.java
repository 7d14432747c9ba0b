package paperreviews.model;

import java.util.List;

/**
 * One thing with all its names: whoever searches for one of them finds the others.
 *
 * @param id unique among concepts
 * @param ja its Japanese names, the usual one first
 * @param en its English names and abbreviations, the usual one first
 */
public record Concept(String id, List<String> ja, List<String> en) {
  /** Keeps copies. */
  public Concept {
    ja = List.copyOf(ja);
    en = List.copyOf(en);
  }
}
