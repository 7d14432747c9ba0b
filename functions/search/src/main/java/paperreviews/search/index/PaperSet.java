package paperreviews.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** A set of papers of an index, by the numbers of their documents. */
public final class PaperSet {
  private final FixedBitSet documents;
  private final int count;

  private PaperSet(FixedBitSet documents) {
    this.documents = documents;
    this.count = documents.cardinality();
  }

  /**
   * Collects what Lucene finds.
   *
   * @param papers how many papers the index has
   */
  static PaperSet of(DocIdSetIterator found, int papers) throws IOException {
    var documents = new FixedBitSet(papers);
    documents.or(found);
    return new PaperSet(documents);
  }

  /** Returns how many papers there are. */
  public int count() {
    return count;
  }

  /** Passes each paper to an action, in the catalogue's order. */
  public void forEach(IntConsumer action) {
    try {
      documents.forEach(0, documents.length(), 0, action::accept);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Returns the papers that pass a filter. */
  public PaperSet where(IntPredicate filter) {
    var passing = new FixedBitSet(documents.length());
    forEach(
        document -> {
          if (filter.test(document)) {
            passing.set(document);
          }
        });
    return new PaperSet(passing);
  }

  /** Returns the papers from a document on, in the catalogue's order. */
  public IntStream from(int document) {
    return IntStream.iterate(
        next(document),
        next -> next != DocIdSetIterator.NO_MORE_DOCS,
        previous -> next(previous + 1));
  }

  private int next(int document) {
    return document < documents.length()
        ? documents.nextSetBit(document)
        : DocIdSetIterator.NO_MORE_DOCS;
  }

  /** Returns a query that finds these papers. */
  public Query query() {
    return new SetQuery(this);
  }

  private static final class SetQuery extends Query {
    private final PaperSet papers;

    private SetQuery(PaperSet papers) {
      this.papers = papers;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
      return new ConstantScoreWeight(this, boost) {
        @Override
        public ScorerSupplier scorerSupplier(LeafReaderContext segment) {
          return ConstantScoreScorerSupplier.fromIterator(
              new BitSetIterator(papers.documents, papers.count),
              score(),
              mode,
              papers.documents.length());
        }

        @Override
        public boolean isCacheable(LeafReaderContext segment) {
          return false;
        }
      };
    }

    @Override
    public void visit(QueryVisitor visitor) {
      visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
      return papers.count + " papers";
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof SetQuery same && papers == same.papers;
    }

    @Override
    public int hashCode() {
      return papers.hashCode();
    }
  }
}
