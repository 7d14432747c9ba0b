package paperreviews.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import paperreviews.search.analysis.AnalyzedText;
import paperreviews.search.analysis.FoldedText;

/**
 * What the terms of a query are made of, for where no paper has all of them: names of concepts and
 * runs of kanji, katakana and Latin letters, each with its spellings and names.
 */
final class QuerySegments {
  /** What a text without spaces is made of. */
  private static final Pattern RUN =
      Pattern.compile(
          "\\p{IsHan}+|[\\p{IsKatakana}ー]+|[\\p{IsLatin}\\p{N}]+(?:[-+#.'_][\\p{IsLatin}\\p{N}]+)*");

  /** A part of a text that letters or numbers are joined to. */
  private static final Pattern WITHIN_RUN =
      Pattern.compile(
          "(?<=[\\p{IsLatin}\\p{N}][-+#.'_]?)\\p{IsLatin}.*|.*\\p{IsLatin}(?=[-+#.'_]?[\\p{IsLatin}\\p{N}])");

  private final KnownWords words;
  private final SpellingExpansion spellings;
  private final ConceptExpansion concepts;

  QuerySegments(KnownWords words, SpellingExpansion spellings, ConceptExpansion concepts) {
    this.words = words;
    this.spellings = spellings;
    this.concepts = concepts;
  }

  /**
   * What the words of a query are made of. A name is not found by its words: speech recognition is
   * no kind of recognition.
   */
  List<List<QueryTerm>> of(SearchQuery query) {
    var significant = query.requiredGroups();
    var segments = new ArrayList<List<QueryTerm>>();
    for (var part : concepts.parts(query.groups())) {
      var group = part.groups().getFirst();
      if (part.groups().size() > 1) {
        name(part).ifPresent(name -> segments.add(List.of(name)));
      } else if (group.size() > 1 && significant.contains(group)) {
        segments.add(group);
      } else if (significant.contains(group)) {
        of(group.getFirst()).forEach(segment -> segments.add(List.of(segment)));
      }
    }
    return segments;
  }

  private Optional<QueryTerm> name(ConceptExpansion.Part part) {
    var texts = part.groups().stream().map(group -> group.getFirst().corrected().text()).toList();
    return part.concept()
        .flatMap(
            concept ->
                AnalyzedText.of(String.join(" ", texts))
                    .map(name -> name(name, part.groups().getFirst().getFirst(), concept)));
  }

  /**
   * A term taken apart; what is left, particles and endings, says little. Alone if there is nothing
   * to take apart.
   */
  private List<QueryTerm> of(QueryTerm term) {
    if (term.quoted()) {
      return List.of(term.asPhrase());
    }
    var concept = words.concept(term.text());
    if (concept.isPresent()) {
      // A name that no paper has is not found by its parts: 超解像 is no kind of 解像度.
      return List.of(term.asPhrase().with(concepts.names(concept.get(), ConceptExpansion.ALONE)));
    }
    var text = FoldedText.of(term.corrected().text()).text();
    var segments = new ArrayList<QueryTerm>();
    int from = 0;
    for (var match : words.concepts().matches(text)) {
      if (WITHIN_RUN
          .matcher(text)
          .region(match.start(), match.end())
          .useTransparentBounds(true)
          .matches()) {
        continue; // ResNet-101 is another name than ResNet.
      }
      segments.addAll(runs(text.substring(from, match.start()), term));
      AnalyzedText.of(text.substring(match.start(), match.end()))
          .map(name -> name(name, term, match.name().concept()))
          .ifPresent(segments::add);
      from = match.end();
    }
    segments.addAll(runs(text.substring(from), term));
    if (segments.stream().anyMatch(segment -> !isSingleCharacter(segment.text()))) {
      segments.removeIf(segment -> isSingleCharacter(segment.text()));
    }
    return segments.isEmpty()
            || segments.size() == 1 && segments.getFirst().text().text().equals(text)
        ? List.of(term)
        : segments;
  }

  private QueryTerm name(AnalyzedText name, QueryTerm term, String concept) {
    return concepts
        .asName(new QueryTerm(name, true, term.start(), List.of()))
        .with(concepts.names(concept, ConceptExpansion.WITHIN));
  }

  private List<QueryTerm> runs(String text, QueryTerm term) {
    return RUN.matcher(text)
        .results()
        .map(MatchResult::group)
        .flatMap(run -> AnalyzedText.of(run).stream())
        .filter(run -> !FunctionWords.isOne(run))
        .map(run -> new QueryTerm(run, false, term.start(), List.of()))
        .map(spellings::withSpellings)
        .map(concepts::withNames)
        .toList();
  }

  /** A kanji alone between kana is mostly the stem of a verb. */
  private static boolean isSingleCharacter(AnalyzedText run) {
    return run.text().codePointCount(0, run.text().length()) == 1;
  }
}
