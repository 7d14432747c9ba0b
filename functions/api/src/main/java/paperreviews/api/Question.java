package paperreviews.api;

import java.util.Optional;
import paperreviews.model.Edition;

/** A request that was read and found sound. */
@FunctionalInterface
public interface Question {
  /**
   * The answer that an edition gives.
   *
   * @throws Refusal if the edition has none
   */
  Answer answer(Edition edition);

  /** The answer if it is the same for every edition, and without any. */
  default Optional<Body.Text> always() {
    return Optional.empty();
  }

  /** The form that was chosen, where the header {@code Accept} can choose one. */
  default Optional<Format> format() {
    return Optional.empty();
  }

  /** A question that any edition, or none, answers with this text. */
  static Question always(Body.Text text) {
    return new Question() {
      @Override
      public Answer answer(Edition edition) {
        return Answer.text(text.mediaType(), text.text());
      }

      @Override
      public Optional<Body.Text> always() {
        return Optional.of(text);
      }
    };
  }

  /** This question, of which the answer takes the form that was chosen. */
  default Question in(Format format) {
    var question = this;
    return new Question() {
      @Override
      public Answer answer(Edition edition) {
        return question.answer(edition);
      }

      @Override
      public Optional<Format> format() {
        return Optional.of(format);
      }
    };
  }
}
