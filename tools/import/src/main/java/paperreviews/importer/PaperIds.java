package paperreviews.importer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import paperreviews.model.Catalogue;
import paperreviews.model.PaperId;
import paperreviews.model.Sha256;
import paperreviews.seed.ReviewFiles;

/** The ids of papers, each given once over all articles. */
final class PaperIds {
  /** What is left of the longest id for a number behind it. */
  private static final int MAX_LENGTH = Catalogue.MAX_ID_LENGTH - 10;

  /** Where each id was given, whatever its case. */
  private final Map<String, String> given = new HashMap<>();

  /** The first id of each address. */
  private final Map<String, String> ofAddress = new HashMap<>();

  /**
   * An id.
   *
   * @param id the id
   * @param warning what to say of an id that another paper has, which this one gets with a number
   */
  record Id(String id, Optional<String> warning) {}

  /** The ids of the papers of all other review files in the folder of a file. */
  static PaperIds beside(Path output) {
    var ids = new PaperIds();
    var folder = Optional.ofNullable(output.toAbsolutePath().getParent());
    try (var files = Files.list(folder.orElse(Path.of(".")))) {
      files
          .filter(file -> file.toString().matches("(?s).*\\.ya?ml"))
          .filter(file -> !file.getFileName().equals(output.getFileName()))
          .sorted()
          .forEach(ids::addPapers);
    } catch (IOException _) {
      // Writing into that folder says why it cannot be used.
    }
    return ids;
  }

  private void addPapers(Path file) {
    for (var section : ReviewFiles.content(file).path("sections")) {
      for (var paper : section.path("papers")) {
        if (paper.path("id").isValueNode()) {
          add(
              paper.path("id").asString(),
              paper.path("url").stringValueOpt(),
              file.getFileName().toString());
        }
      }
    }
  }

  private void add(String id, Optional<String> url, String place) {
    given.putIfAbsent(id.toLowerCase(Locale.ROOT), place);
    url.ifPresent(address -> ofAddress.putIfAbsent(address, id));
  }

  /** The next paper's id: of its address, else of its title; numbered if it is taken. */
  Id of(Optional<String> url, String title) {
    var known =
        url.flatMap(PaperId::ofAddress)
            .filter(id -> id.length() <= MAX_LENGTH)
            .or(() -> url.map(ofAddress::get));
    var first = known.orElseGet(() -> ofTitle(title));
    var id = first;
    for (int n = 2; given.containsKey(id.toLowerCase(Locale.ROOT)); n++) {
      id = first + "-" + n;
    }
    var warning = Optional.<String>empty();
    if (!id.equals(first)) {
      var place = given.get(first.toLowerCase(Locale.ROOT));
      warning =
          Optional.of(
              "the paper %s%s has this %s already; this one gets the id %s"
                  .formatted(
                      first,
                      place.isEmpty() ? "" : " of " + place,
                      known.isPresent() ? "address (" + url.orElseThrow() + ")" : "title",
                      id));
    }
    add(id, url, "");
    return new Id(id, warning);
  }

  private static String ofTitle(String title) {
    var slug = slug(title);
    if (!slug.isEmpty()) {
      return slug;
    }
    var digest = Sha256.start().digest(title.getBytes(StandardCharsets.UTF_8));
    return "paper-" + HexFormat.of().formatHex(digest, 0, 6);
  }

  /** The Latin letters and digits of a text, joined by hyphens; empty if it has none. */
  static String slug(String text) {
    var slug = PaperId.ofTitle(text);
    return slug.length() <= MAX_LENGTH
        ? slug
        : slug.substring(0, MAX_LENGTH).replaceFirst("-$", "");
  }
}
