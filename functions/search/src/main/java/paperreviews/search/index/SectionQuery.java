package paperreviews.search.index;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilteredDocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;

/**
 * The papers whose section matches a query, with the score of the section. The texts of a section
 * are in an index of their own, once: with each paper they would double the index.
 */
final class SectionQuery extends Query {
  private final Query query;
  private final IndexSearcher sections;
  private final int[] sectionOf;

  /**
   * Looks for papers by their sections.
   *
   * @param sections searches the sections
   * @param sectionOf the number of each paper's section
   */
  SectionQuery(Query query, IndexSearcher sections, int[] sectionOf) {
    this.query = query;
    this.sections = sections;
    this.sectionOf = sectionOf;
  }

  @Override
  public Weight createWeight(IndexSearcher papers, ScoreMode mode, float boost) throws IOException {
    var weight = sections.createWeight(sections.rewrite(query), ScoreMode.COMPLETE, boost);
    var found = weight.scorer(sections.getIndexReader().leaves().getFirst());
    var scores = new float[sections.getIndexReader().maxDoc()];
    float best = 0;
    if (found != null) {
      for (int n = found.iterator().nextDoc();
          n != DocIdSetIterator.NO_MORE_DOCS;
          n = found.iterator().nextDoc()) {
        scores[n] = found.score();
        best = Math.max(best, scores[n]);
      }
    }
    float max = best;
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext segment) {
        return max == 0 ? null : new DefaultScorerSupplier(new SectionScorer(scores, max));
      }

      @Override
      public boolean isCacheable(LeafReaderContext segment) {
        return false;
      }
    };
  }

  private final class SectionScorer extends Scorer {
    private final float[] scores;
    private final float max;
    private final DocIdSetIterator papers;

    SectionScorer(float[] scores, float max) {
      this.scores = scores;
      this.max = max;
      this.papers =
          new FilteredDocIdSetIterator(DocIdSetIterator.all(sectionOf.length)) {
            @Override
            protected boolean match(int paper) {
              return scores[sectionOf[paper]] > 0;
            }
          };
    }

    @Override
    public float score() {
      return scores[sectionOf[papers.docID()]];
    }

    @Override
    public DocIdSetIterator iterator() {
      return papers;
    }

    @Override
    public int docID() {
      return papers.docID();
    }

    @Override
    public float getMaxScore(int upTo) {
      return max;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "section(" + query.toString(field) + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SectionQuery same
        && query.equals(same.query)
        && sections.equals(same.sections);
  }

  @Override
  public int hashCode() {
    return Objects.hash(query, sections);
  }
}
