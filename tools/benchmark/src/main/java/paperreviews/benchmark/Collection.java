package paperreviews.benchmark;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A test collection: documents, and queries that know which documents answer them.
 *
 * @param documents the documents
 * @param queries the queries
 */
record Collection(List<Document> documents, List<Query> queries) {

  /** A document: a line such as {@code {"id": "1", "title": "…", "text": "…"}}. */
  record Document(String id, String title, String text) {}

  /**
   * A query: a line such as {@code {"qid": "1", "query": "…", "rel": {"1": 1}}}.
   *
   * @param text what is asked
   * @param relevance how relevant documents are, by their ids; at least one is more than zero
   */
  record Query(String text, Map<String, Integer> relevance) {}

  static Collection read(Path documents, Path queries) throws IOException {
    var read = new Collection(new ArrayList<>(), new ArrayList<>());
    for (var fields : lines(documents)) {
      read.documents.add(
          new Document(text(fields, "id"), text(fields, "title"), text(fields, "text")));
    }
    for (var fields : lines(queries)) {
      var relevance = new java.util.HashMap<String, Integer>();
      ((Map<?, ?>) fields.get("rel"))
          .forEach((id, grade) -> relevance.put((String) id, ((Number) grade).intValue()));
      read.queries.add(new Query(text(fields, "query"), relevance));
    }
    return read;
  }

  private static List<Map<String, Object>> lines(Path file) throws IOException {
    var lines = new ArrayList<Map<String, Object>>();
    for (var line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        lines.add(JSON.std.mapFrom(line));
      }
    }
    return lines;
  }

  private static String text(Map<String, Object> fields, String name) {
    return fields.getOrDefault(name, "").toString();
  }
}
