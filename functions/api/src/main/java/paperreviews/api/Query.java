package paperreviews.api;

import java.util.Optional;
import java.util.function.Function;
import paperreviews.model.Edition;

/** A request that has been parsed and found valid. */
public sealed interface Query {
  /**
   * A query that an edition answers.
   *
   * @param acceptLanguage what the header {@code Accept-Language} decided; absent if it has no say
   * @param answer returns the edition's answer, or throws a {@link ProblemException}
   */
  record OfEdition(Optional<String> acceptLanguage, Function<Edition, Answer> answer)
      implements Query {}

  /**
   * A query with the same answer whatever is published.
   *
   * @param answer the answer
   */
  record Static(Answer.Text answer) implements Query {}

  /** Returns a query that an edition answers. */
  static Query of(Function<Edition, Answer> answer) {
    return new OfEdition(Optional.empty(), answer);
  }

  /** Returns a query that an edition answers in the preferred language. */
  static Query of(PreferredLanguage language, Function<Edition, Answer> answer) {
    return new OfEdition(language.choice(), answer);
  }
}
