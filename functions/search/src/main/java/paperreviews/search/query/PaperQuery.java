package paperreviews.search.query;

import java.util.Optional;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/**
 * Which papers a search finds, and what ranks them. They are apart, since all papers are found and
 * counted, but only the best are ranked, and what cannot be among them is skipped.
 *
 * @param papers finds papers; its scores do not matter
 * @param score scores them; absent where all of them are equally good
 */
public record PaperQuery(Query papers, Optional<Query> score) {
  /** Finds all papers. */
  static final PaperQuery ALL = unranked(MatchAllDocsQuery.INSTANCE);

  /** Finds papers, and ranks them by a score. */
  static PaperQuery ranked(Query papers, Query score) {
    return new PaperQuery(papers, Optional.of(score));
  }

  /** Finds papers that are equally good. */
  static PaperQuery unranked(Query papers) {
    return new PaperQuery(papers, Optional.empty());
  }
}
