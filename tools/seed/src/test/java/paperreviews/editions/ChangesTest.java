package paperreviews.editions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import paperreviews.model.Catalogue;
import paperreviews.model.Concept;
import paperreviews.seed.ReviewFiles;
import paperreviews.testing.Database;
import paperreviews.testing.Requests;
import paperreviews.testing.Reviews;

class ChangesTest {
  @RegisterExtension private static final Database DATABASE = new Database();

  private final SeededTable table = new SeededTable(DATABASE);
  private final Prints prints = new Prints();

  @TempDir private Path folder;

  private Catalogue read(String text) throws Exception {
    Reviews.write(folder, "a.yaml", text);
    return ReviewFiles.read(folder);
  }

  private List<String> changes(Catalogue catalogue) {
    var before = DATABASE.everything(table.name());
    new Editions(DATABASE.client(), table.name(), prints.stream()).diff(catalogue);
    assertEquals(before, DATABASE.everything(table.name()));
    return prints.take();
  }

  @Test
  void namesWhatIsAddedChangedAndRemoved() throws Exception {
    var before = read(Reviews.FILE);
    var after =
        read(
            Reviews.FILE
                .replace("role: Reader", "role: Writer")
                .replace("en: On speech", "en: Of speech")
                .replace("It sees well", "It sees it all")
                .replace("id: listening", "id: hearing"));
    table.publish(before);

    assertEquals(
        List.of(
            "Edition %s would become current; now it is %s."
                .formatted(EditionId.of(after), EditionId.of(before)),
            "Articles: 0 added, 1 changed, 0 removed",
            "  ~ an-article",
            "Sections: 0 added, 1 changed, 0 removed",
            "  ~ speech",
            // "looking" has another neighbour now, and says what it said.
            "Papers: 1 added, 1 changed, 1 removed",
            "  + hearing",
            "  ~ 1901.00010",
            "  - listening",
            "Nothing was published."),
        changes(after));
  }

  @Test
  void namesAllOfTheFirstEdition() throws Exception {
    var first = read(Reviews.FILE);

    assertEquals(
        List.of(
            "Edition " + EditionId.of(first) + " would become current, the first.",
            "Articles: 1 added, 0 changed, 0 removed",
            "  + an-article",
            "Sections: 2 added, 0 changed, 0 removed",
            "  + vision",
            "  + speech",
            "Papers: 3 added, 0 changed, 0 removed",
            "  + 1901.00010",
            "  + looking",
            "  + listening",
            "Nothing was published."),
        changes(first));
  }

  @Test
  void saysThatNothingWouldChange() throws Exception {
    var first = read(Reviews.FILE);
    table.publish(first);

    assertEquals(
        List.of("Nothing would change: edition " + EditionId.of(first) + " is current already."),
        changes(first));
  }

  @Test
  void saysThatOnlyTheDictionaryChanges() throws Exception {
    var before = read(Reviews.FILE);
    var after =
        new Catalogue(
            before.articles(),
            before.sections(),
            before.papers(),
            List.of(new Concept("sight", List.of("視覚"), List.of("sight"))));
    table.publish(before);

    assertEquals(
        List.of(
            "All articles, sections and papers stay as they are: what changes is their order, the dictionary, or the form of the search index.",
            "Nothing was published."),
        changes(after).subList(1, 3));
  }

  @Test
  void readsTheInventoryAndNotThePapers() {
    table.publish(Reviews.catalogue(900, 900));
    var requests = new Requests();
    try (var client = DATABASE.client(requests)) {
      new Editions(client, table.name(), prints.stream()).diff(Reviews.catalogue(900, 901));
    }

    assertEquals(List.of("Query", "Query"), requests.take());
    assertEquals(
        List.of("Papers: 1 added, 0 changed, 0 removed", "  + section-2-901"),
        prints.take().subList(1, 3));
  }
}
