package paperreviews.model;

import java.util.Optional;

/**
 * An article of reviews, without its sections.
 *
 * @param id unique over the catalogue, for example {@code 2019-part-1}
 * @param title its title
 * @param year the year of publication of the papers that it reviews
 * @param author who wrote it, if the article is signed
 */
public record Article(String id, Bilingual title, int year, Optional<Author> author) {}
