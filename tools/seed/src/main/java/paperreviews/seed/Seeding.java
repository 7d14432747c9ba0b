package paperreviews.seed;

import java.io.PrintStream;
import java.nio.file.Path;
import paperreviews.editions.LostRaceException;
import paperreviews.editions.Publisher;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Review files into a table, in one step. */
public final class Seeding {
  private Seeding() {}

  /**
   * Checks a folder of review files and publishes them.
   *
   * @param out where to print what is done
   * @return the edition that is current now
   * @throws FaultyReviewsException if the files cannot be published as they are
   * @throws LostRaceException if another publisher was at it at the same time
   */
  public static Edition publish(Path reviews, DynamoDbClient client, String table, PrintStream out)
      throws FaultyReviewsException, LostRaceException {
    return new Publisher(client, table, out).publish(read(reviews, out));
  }

  /** Checks a folder of review files, and says what is in it. */
  static Catalogue read(Path reviews, PrintStream out) throws FaultyReviewsException {
    var catalogue = ReviewFiles.read(reviews);
    out.printf(
        "Read %s: articles %,d, sections %,d, papers %,d.%n",
        reviews,
        catalogue.articles().size(),
        catalogue.sections().size(),
        catalogue.papers().size());
    return catalogue;
  }
}
