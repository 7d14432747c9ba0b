package paperreviews.api;

import java.util.Optional;
import java.util.function.Function;
import paperreviews.model.Edition;

/** A request that has been parsed and found valid. */
public sealed interface Query {
  /**
   * A query that an edition answers.
   *
   * @param format the negotiated format, if the resource has more than one
   * @param answer returns the edition's answer, or throws a {@link ProblemException}
   */
  record OfEdition(Optional<Format> format, Function<Edition, Answer> answer) implements Query {}

  /**
   * A query with the same answer whatever is published.
   *
   * @param answer the answer
   */
  record Static(Answer.Text answer) implements Query {}

  /** Returns a query that an edition answers in the resource's only format. */
  static Query of(Function<Edition, Answer> answer) {
    return new OfEdition(Optional.empty(), answer);
  }

  /** Returns a query that an edition answers in the negotiated format. */
  static Query of(Format format, Function<Edition, Answer> answer) {
    return new OfEdition(Optional.of(format), answer);
  }
}
