package paperreviews.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One publication of the whole catalogue. It never changes once it is published.
 *
 * @param id a hash of its content: 16 hexadecimal digits
 * @param buildId the prefix of its items' keys: the id, a dot, and a random part. Each run of the
 *     seeder writes a build of its own, so that two runs with the same content never share an item
 * @param publishedAt when its items were written
 * @param articleCount how many articles it has
 * @param sectionCount how many sections it has
 * @param paperCount how many papers it has, at least one
 * @param firstPaperId the id of its first paper, which functions use for priming
 */
public record Edition(
    String id,
    String buildId,
    Instant publishedAt,
    int articleCount,
    int sectionCount,
    int paperCount,
    String firstPaperId) {
  /** Refuses null. */
  public Edition {
    requireNonNull(id, "id");
    requireNonNull(buildId, "buildId");
    requireNonNull(publishedAt, "publishedAt");
    requireNonNull(firstPaperId, "firstPaperId");
  }
}
