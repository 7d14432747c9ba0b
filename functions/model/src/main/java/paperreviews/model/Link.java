package paperreviews.model;

import java.util.Optional;

/**
 * A way on from an article, a section or a review.
 *
 * @param kind what it leads to
 * @param title its title, never empty
 * @param url its address, absent where the article gives only a title
 */
public record Link(Kind kind, String title, Optional<String> url) {

  /** What a link leads to. */
  public enum Kind {
    /** Another paper. */
    PAPER("paper"),
    /** Slides of a talk. */
    SLIDES("slides"),
    /** An article in a blog. */
    POST("post"),
    /** The code of a paper. */
    CODE("code"),
    /** A page about a person. */
    PROFILE("profile"),
    /** Any other page. */
    PAGE("page");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The kind that this word names in review files, in the table and in answers. */
    public static Optional<Kind> of(String word) {
      for (var kind : values()) {
        if (kind.word.equals(word)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    /** The word for this kind in review files, in the table and in answers. */
    public String word() {
      return word;
    }
  }
}
