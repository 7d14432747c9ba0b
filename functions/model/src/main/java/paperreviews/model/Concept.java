package paperreviews.model;

import java.util.List;

/**
 * One thing and all its names: a search for one of them finds the others.
 *
 * @param id unique among concepts
 * @param ja its Japanese names, the usual one first
 * @param en its English names and abbreviations, the usual one first
 */
public record Concept(String id, List<String> ja, List<String> en) {
  /** Copies the lists; takes null for an empty one. */
  public Concept {
    ja = Lists.copy(ja);
    en = Lists.copy(en);
  }
}
