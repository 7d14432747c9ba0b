package paperreviews.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import paperreviews.model.Catalogue;
import paperreviews.seed.FaultyReviewsException;
import paperreviews.seed.ReviewFiles;

/** The text of a review file, read as the seeder reads it. */
public final class ReviewFileText {
  private ReviewFileText() {}

  /** The catalogue of this one file, which must have no fault. */
  public static Catalogue read(String text) {
    try {
      var folder = Files.createTempDirectory("reviews");
      var file = Files.writeString(folder.resolve("a.yaml"), text);
      try {
        return ReviewFiles.read(folder);
      } catch (FaultyReviewsException faults) {
        throw new AssertionError(faults.getMessage() + "\n" + text, faults);
      } finally {
        Files.delete(file);
        Files.delete(folder);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
