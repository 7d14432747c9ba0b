package paperreviews.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** Lucene as it comes: one analyzer, one field with title and text, one BM25 query. */
final class AnalyzerEngine implements Engine {
  private static final String FIELD = "text";

  private final String name;
  private final IndexSearcher searcher;
  private final QueryBuilder queries;

  AnalyzerEngine(Analyzer analyzer, List<TestCollection.Document> documents) {
    name = analyzer.getClass().getSimpleName();
    queries = new QueryBuilder(analyzer);
    queries.setEnableGraphQueries(false);
    try {
      var directory = new ByteBuffersDirectory();
      try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        for (var document : documents) {
          var indexed = new Document();
          indexed.add(new StoredField("id", document.id()));
          indexed.add(
              new TextField(FIELD, document.title() + "\n" + document.text(), Field.Store.NO));
          writer.addDocument(indexed);
        }
        writer.forceMerge(1);
      }
      searcher = new IndexSearcher(DirectoryReader.open(directory));
      searcher.setQueryCache(null);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> search(String text) {
    try {
      var query = queries.createBooleanQuery(FIELD, text);
      var hits =
          searcher.search(query == null ? new MatchNoDocsQuery("nothing to look for") : query, 10)
              .scoreDocs;
      var ids = new ArrayList<String>();
      for (var hit : hits) {
        ids.add(searcher.storedFields().document(hit.doc).get("id"));
      }
      return ids;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
