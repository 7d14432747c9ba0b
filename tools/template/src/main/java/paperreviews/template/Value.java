package paperreviews.template;

import java.util.List;

/** A resolved value: a text, as numbers and flags are too, or a list of texts. */
sealed interface Value {
  List<String> texts();

  record Text(String text) implements Value {
    @Override
    public List<String> texts() {
      return List.of(text);
    }
  }

  record Texts(List<String> texts) implements Value {}
}
