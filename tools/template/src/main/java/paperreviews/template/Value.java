package paperreviews.template;

import java.util.List;

/** A resolved value: a text, as numbers and flags are too, or a list of texts. */
sealed interface Value {
  record Text(String text) implements Value {}

  record Texts(List<String> texts) implements Value {}
}
