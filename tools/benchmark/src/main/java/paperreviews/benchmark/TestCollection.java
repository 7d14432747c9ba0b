package paperreviews.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import paperreviews.model.Json;

/**
 * A test collection: documents, and queries that know which documents answer them.
 *
 * @param documents the documents
 * @param queries the queries
 */
record TestCollection(List<Document> documents, List<Query> queries) {

  /** A document: a line such as {@code {"id": "1", "title": "…", "text": "…"}}. */
  record Document(String id, String title, String text) {}

  /**
   * A query: a line such as {@code {"qid": "1", "query": "…", "rel": {"1": 1}}}.
   *
   * @param text what is asked
   * @param relevance how relevant documents are, by their ids; at least one is more than zero
   */
  record Query(String text, Map<String, Integer> relevance) {}

  static TestCollection read(Path documents, Path queries) throws IOException {
    return new TestCollection(
        lines(documents).stream().map(TestCollection::document).toList(),
        lines(queries).stream().map(TestCollection::query).toList());
  }

  private static Document document(Map<String, Object> fields) {
    return new Document(text(fields, "id"), text(fields, "title"), text(fields, "text"));
  }

  private static Query query(Map<String, Object> fields) {
    var relevance = new HashMap<String, Integer>();
    ((Map<?, ?>) fields.get("rel"))
        .forEach((id, grade) -> relevance.put((String) id, ((Number) grade).intValue()));
    return new Query(text(fields, "query"), relevance);
  }

  private static List<Map<String, Object>> lines(Path file) throws IOException {
    var lines = new ArrayList<Map<String, Object>>();
    for (var line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        lines.add(Json.map(line));
      }
    }
    return lines;
  }

  private static String text(Map<String, Object> fields, String name) {
    return fields.getOrDefault(name, "").toString();
  }
}
