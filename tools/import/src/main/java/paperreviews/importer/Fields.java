package paperreviews.importer;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import paperreviews.importer.Title.Linked;
import paperreviews.model.Link;

/**
 * What is written below a paper's title before its review: addresses, authors, venue, year.
 *
 * @param links the addresses with their words, in order, those of the title first
 * @param authors the authors' names
 * @param venue where the paper was published
 * @param year when
 * @param doi its DOI
 * @param remarks what else is written there, as it is written
 * @param end the last line of the fields, or that of the title
 */
record Fields(
    List<Linked> links,
    List<String> authors,
    Optional<String> venue,
    Optional<Integer> year,
    Optional<String> doi,
    List<String> remarks,
    int end) {

  /** These fields, and what others have beside them. */
  Fields with(Fields other) {
    return new Fields(
        Stream.concat(links.stream(), other.links.stream()).toList(),
        authors.isEmpty() ? other.authors : authors,
        venue.or(other::venue),
        year.or(other::year),
        doi.or(other::doi),
        Stream.concat(remarks.stream(), other.remarks.stream()).distinct().toList(),
        end);
  }

  /** The paper's own address: the one most surely of a paper; the first among equals. */
  Optional<String> address() {
    return links.stream().min(Comparator.comparingInt(Fields::rank)).map(Linked::address);
  }

  private static int rank(Linked link) {
    var kind = Links.kindOfAddress(link.address());
    if (kind.isEmpty()) {
      return Links.kindOfWords(link.words()).equals(Optional.of(Link.Kind.PAPER)) ? 1 : 2;
    }
    return switch (kind.get()) {
      case PAPER -> 0;
      case POST -> 3;
      default -> 4;
    };
  }

  /** The other addresses as links. */
  List<Link> others() {
    var own = address();
    return List.copyOf(
        links.stream()
            .filter(link -> !Optional.of(link.address()).equals(own))
            .collect(
                Collectors.<Linked, String, Link, Map<String, Link>>toMap(
                    Linked::address,
                    link -> Links.link(link.address(), link.words(), ""),
                    (first, _) -> first,
                    LinkedHashMap::new))
            .values());
  }
}
