package paperreviews.model;

import java.util.List;

/**
 * One thing with all its names: a search for one of them finds the others.
 *
 * @param id unique among concepts
 * @param ja its Japanese names, the usual one first
 * @param en its English names and abbreviations, the usual one first
 * @param broader the ids of the concepts that this one is a kind of: a search for them finds it,
 *     too
 */
public record Concept(String id, List<String> ja, List<String> en, List<String> broader) {
  /** Copies the lists; takes null for an empty one. */
  public Concept {
    ja = Lists.copy(ja);
    en = Lists.copy(en);
    broader = Lists.copy(broader);
  }

  /** A concept that is no kind of another one. */
  public Concept(String id, List<String> ja, List<String> en) {
    this(id, ja, en, List.of());
  }
}
