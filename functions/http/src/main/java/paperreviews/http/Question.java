package paperreviews.http;

import paperreviews.catalogue.Edition;

/** A request that was read and found sound. */
@FunctionalInterface
public interface Question {
  /**
   * The answer that an edition gives.
   *
   * @throws Refusal if the edition has none
   */
  Answer answer(Edition edition);
}
