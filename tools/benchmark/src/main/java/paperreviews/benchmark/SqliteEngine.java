package paperreviews.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import paperreviews.benchmark.TestCollection.Document;

/** SQLite's full-text search by trigrams, in memory: all words, best first by its BM25. */
final class SqliteEngine implements Engine, AutoCloseable {
  /** A trigram has three characters: shorter words are looked for in every text. */
  private static final int SHORTEST_INDEXED = 3;

  private final Connection connection;

  SqliteEngine(List<Document> documents) {
    try {
      connection = DriverManager.getConnection("jdbc:sqlite::memory:");
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute(
            "CREATE VIRTUAL TABLE reviews USING fts5(id UNINDEXED, text, tokenize = 'trigram')");
      }
      try (var insert = connection.prepareStatement("INSERT INTO reviews VALUES (?, ?)")) {
        for (var document : documents) {
          insert.setString(1, document.id());
          insert.setString(2, document.title() + "\n" + document.text());
          insert.execute();
        }
      }
      connection.commit();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public String name() {
    return "SQLite FTS5 trigram";
  }

  @Override
  public List<String> search(String query) {
    var matched = new ArrayList<String>();
    var conditions = new ArrayList<String>();
    var values = new ArrayList<String>();
    for (var word : query.strip().split("\\s+")) {
      if (word.length() >= SHORTEST_INDEXED) {
        matched.add('"' + word.replace("\"", "\"\"") + '"');
      } else {
        conditions.add("text LIKE ?");
        values.add("%" + word + "%");
      }
    }
    if (!matched.isEmpty()) {
      conditions.addFirst("reviews MATCH ?");
      values.addFirst(String.join(" AND ", matched));
    }
    var order = matched.isEmpty() ? "" : " ORDER BY rank";
    try (var select =
        connection.prepareStatement(
            "SELECT id FROM reviews WHERE "
                + String.join(" AND ", conditions)
                + order
                + " LIMIT 10")) {
      for (int n = 0; n < values.size(); n++) {
        select.setString(n + 1, values.get(n));
      }
      var ids = new ArrayList<String>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
      }
      return ids;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
