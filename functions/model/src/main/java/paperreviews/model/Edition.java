package paperreviews.model;

import java.time.Instant;

/**
 * One publication of the whole catalogue. It never changes once it is published.
 *
 * @param id a hash of its content: 16 hexadecimal digits
 * @param printing names its items: the id, a dot, and what no other run of the seeder has; the same
 *     content written twice lies in two printings that never touch
 * @param publishedAt when its items were written
 * @param articleCount how many articles it holds
 * @param sectionCount how many sections it holds
 * @param paperCount how many papers it holds, at least one
 * @param firstPaperId the first paper, with which functions warm up
 */
public record Edition(
    String id,
    String printing,
    Instant publishedAt,
    int articleCount,
    int sectionCount,
    int paperCount,
    String firstPaperId) {}
