package paperreviews.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An article of reviews, without its sections.
 *
 * @param id unique in the catalogue, for example {@code 2019-part-1}
 * @param title its title
 * @param year the year in which the reviewed papers were published
 * @param author its author, if the article is signed
 * @param date the day on which it was published, if that is known; articles are listed by it
 * @param url the address where it was published, if that is known
 */
public record Article(
    String id,
    Bilingual title,
    int year,
    Optional<Author> author,
    Optional<LocalDate> date,
    Optional<String> url) {
  /** Refuses null. */
  public Article {
    requireNonNull(id, "id");
    requireNonNull(title, "title");
  }

  /** An article without a date and an address. */
  public Article(String id, Bilingual title, int year, Optional<Author> author) {
    this(id, title, year, author, Optional.empty(), Optional.empty());
  }
}
