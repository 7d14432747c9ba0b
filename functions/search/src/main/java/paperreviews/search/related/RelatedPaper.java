package paperreviews.search.related;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import paperreviews.model.Keywords;
import paperreviews.model.PaperSummary;
import paperreviews.search.index.KeywordValue;
import paperreviews.search.index.StoredPaper;

/**
 * A paper that is like another.
 *
 * @param paper the paper
 * @param score how like it is; only good for comparing papers that are like the same one
 * @param shared which of its keywords the other has, too
 */
public record RelatedPaper(PaperSummary paper, float score, Keywords shared) {

  /** The keys of a paper's keywords. */
  static Set<String> keys(StoredPaper paper) {
    var keywords = paper.summary().keywords();
    return Stream.concat(keywords.ja().stream(), keywords.en().stream())
        .map(KeywordValue::key)
        .collect(Collectors.toSet());
  }

  /** A paper that is like another, whose keywords have these keys. */
  static RelatedPaper of(Set<String> keys, StoredPaper paper, float score) {
    var own = paper.summary().keywords();
    var shared = new Keywords(among(own.ja(), keys), among(own.en(), keys));
    return new RelatedPaper(paper.summary(), score, shared);
  }

  private static List<String> among(List<String> keywords, Set<String> keys) {
    return keywords.stream().filter(word -> keys.contains(KeywordValue.key(word))).toList();
  }
}
