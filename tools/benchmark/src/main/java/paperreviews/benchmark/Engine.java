package paperreviews.benchmark;

import java.util.List;

/** Something that finds documents. */
interface Engine {
  /** What a table of figures calls it. */
  String name();

  /** The ids of the best ten documents for a query, the best first. */
  List<String> search(String query);
}
