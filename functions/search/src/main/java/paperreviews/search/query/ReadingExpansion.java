package paperreviews.search.query;

import java.util.List;
import java.util.regex.Pattern;
import paperreviews.search.analysis.Analysis;
import paperreviews.search.analysis.FoldedText;
import paperreviews.search.index.ReadWords;
import paperreviews.search.query.QueryTerm.OtherText;
import paperreviews.search.query.QueryTerm.Rule;

/** What unknown words in kana or Latin letters are the reading of: buttai, 物体. */
final class ReadingExpansion {
  private static final String ROMAJI = "[a-zA-ZāīūēōâîûêôĀĪŪĒŌÂÎÛÊÔ]+";

  /** With apostrophes as in ten'isei and kin'yū. */
  private static final Pattern KANA_OR_LATIN =
      Pattern.compile("[ぁ-ゖァ-ヺー]+|" + ROMAJI + "(?:['’]" + ROMAJI + ")*");

  private final KnownWords words;
  private final ReadWords readWords;

  ReadingExpansion(KnownWords words, ReadWords readWords) {
    this.words = words;
    this.readWords = readWords;
  }

  /** Adds to the longest runs of unknown words what is read like them. */
  void addTo(List<List<QueryTerm>> groups) {
    for (int from = 0; from < groups.size(); ) {
      int next = from + 1;
      int end = from;
      while (end < groups.size()
          && end < from + QueryExpansion.MAX_NAME_WORDS
          && isUnknown(groups.get(end))) {
        end++;
      }
      for (int to = end; to > from; to--) {
        var read = read(groups.subList(from, to));
        if (!read.isEmpty()) {
          groups.subList(from, to).forEach(group -> group.replaceAll(term -> term.with(read)));
          next = to;
          break;
        }
      }
      from = next;
    }
  }

  private boolean isUnknown(List<QueryTerm> group) {
    var term = group.getFirst();
    return group.size() == 1
        && !term.quoted()
        && KANA_OR_LATIN.matcher(FoldedText.of(term.text().text()).text()).matches()
        && term.variants().isEmpty()
        && !words.isName(term.text())
        && !words.occurs(term)
        && term.text().tokens(Analysis.CHARACTERS).stream()
            .noneMatch(token -> token.isLatinWord() && words.isKnown(term, token));
  }

  private List<OtherText> read(List<List<QueryTerm>> groups) {
    var reading =
        String.join("", groups.stream().map(group -> group.getFirst().text().text()).toList());
    return OtherText.all(readWords.of(reading), Rule.READING, OtherText.GUESS).stream()
        .filter(read -> words.isFindable(read.text()))
        .toList();
  }
}
