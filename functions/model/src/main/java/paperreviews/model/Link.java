package paperreviews.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A link from an article, a section or a review to further reading.
 *
 * @param kind what it leads to
 * @param title its title, never empty
 * @param url its address, absent where the article gives only a title
 */
public record Link(Kind kind, String title, Optional<String> url) {

  /** What a link leads to. */
  public enum Kind {
    /** Another paper. */
    PAPER,
    /** Slides of a talk. */
    SLIDES,
    /** An article in a blog. */
    POST,
    /** The code of a paper. */
    CODE,
    /** A page about a person. */
    PROFILE,
    /** Any other page. */
    PAGE;

    /** Returns the kind with this word in review files and answers. */
    public static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** Returns the word for this kind in review files and answers. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
