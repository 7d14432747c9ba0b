package paperreviews.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import paperreviews.search.analysis.Analysis;
import paperreviews.search.analysis.AnalyzedText;
import paperreviews.search.analysis.NameKey;
import paperreviews.search.index.ConceptMatcher;
import paperreviews.search.index.Concepts;
import paperreviews.search.query.QueryTerm.OtherName;

/** Other names of the concepts that a query names, and names of their kinds: 物体検知. */
final class ConceptExpansion {
  /** Beside other words a concept's other names must not drown them. */
  private static final float BESIDE_OTHERS = 0.25f;

  /** Alone they are what is asked for. */
  static final float ALONE = 0.6f;

  /** A name within a word that no paper has is the best that is known of it. */
  static final float WITHIN = 1.5f;

  /** What a kind of the concept counts beside the concept. */
  private static final float NARROWER = 0.5f;

  /** Where there is a choice of words, no concept's name goes on. */
  private static final String IN_NO_NAME = "\t";

  private final KnownWords words;
  private final Concepts concepts;

  ConceptExpansion(KnownWords words) {
    this.words = words;
    this.concepts = words.concepts();
  }

  /** Adds to each term the concept that it is a name of, or a part of a name. */
  void addTo(List<List<QueryTerm>> groups) {
    long topics =
        groups.stream()
            .filter(group -> !group.stream().allMatch(term -> FunctionWords.isOne(term.text())))
            .count();
    for (var part : parts(groups)) {
      float weight = part.groups().size() >= topics ? ALONE : BESIDE_OTHERS;
      part.concept()
          .map(concept -> names(concept, weight))
          .ifPresent(
              names -> part.groups().forEach(group -> group.replaceAll(term -> term.with(names))));
    }
    for (var group : groups) {
      if (group.size() > 1) {
        group.replaceAll(this::withNames);
      }
    }
  }

  /**
   * A part of a query: a name of one word or several, or a word that is no name.
   *
   * @param concept the concept that the part is a name of
   */
  record Part(List<List<QueryTerm>> groups, Optional<String> concept) {}

  /** Takes a query apart into names, the longest first, and what is between them. */
  List<Part> parts(List<List<QueryTerm>> groups) {
    var keys = keys(groups);
    var parts = new ArrayList<Part>();
    for (int from = 0, to; from < groups.size(); from = to) {
      to = Math.min(groups.size(), from + QueryExpansion.MAX_NAME_WORDS);
      var concept = concept(keys.subList(from, to));
      while (concept.isEmpty() && to > from + 1) {
        to--;
        concept = concept(keys.subList(from, to));
      }
      parts.add(new Part(groups.subList(from, to), concept));
    }
    return parts;
  }

  /** The concept that has a name with this key, or without its version: VQ-VAE 2. */
  private Optional<String> concept(List<String> keys) {
    var key = String.join("", keys);
    return concepts.keyed(key).or(() -> concepts.keyed(SpellingExpansion.withoutVersion(key)));
  }

  /** The keys of the names that groups of one term may be, or be a part of. */
  private static List<String> keys(List<List<QueryTerm>> groups) {
    return groups.stream()
        .map(group -> group.size() > 1 ? IN_NO_NAME : NameKey.of(group.getFirst().corrected()))
        .toList();
  }

  /** The term with the names of the concept that it names by itself, in any spelling. */
  QueryTerm withNames(QueryTerm term) {
    return Stream.concat(Stream.of(term.corrected()), term.spellings().stream())
        .flatMap(spelling -> words.concept(spelling).stream())
        .findFirst()
        .map(concept -> term.with(names(concept, BESIDE_OTHERS)))
        .orElse(term);
  }

  /** The term with the other names of its concept, but not of its kinds: what to exclude. */
  QueryTerm withEqualNames(QueryTerm term) {
    return words
        .concept(term.text())
        .map(concept -> term.with(List.of(new OtherName(concept, BESIDE_OTHERS))))
        .orElse(term);
  }

  /** 教師あり学習, but not in 半教師あり学習: a name is no part of another word. */
  QueryTerm asName(QueryTerm term) {
    var name = term.text().text();
    boolean isLatin = term.text().tokens(Analysis.CHARACTERS).getFirst().isLatinWord();
    if (!isLatin && !Character.isIdeographic(name.codePointAt(0)) || !words.isName(term.text())) {
      return term;
    }
    var longer =
        isLatin
            ? ConceptMatcher.LATIN_PREFIXES.stream()
                .filter(words.vocabulary()::has)
                .map(prefix -> prefix + "-" + name)
            : ConceptMatcher.JAPANESE_PREFIXES.stream().map(prefix -> prefix + name);
    var others =
        longer.flatMap(word -> AnalyzedText.of(word).stream()).filter(words::occurs).toList();
    return new QueryTerm(term.text(), term.quoted(), term.start(), term.variants(), others);
  }

  /** The names of a concept and of its kinds that occur. */
  List<OtherName> names(String concept, float weight) {
    var names = new ArrayList<OtherName>();
    if (concepts.occurs(concept)) {
      names.add(new OtherName(concept, weight));
    }
    concepts.narrower(concept).stream()
        .filter(concepts::occurs)
        .forEach(kind -> names.add(new OtherName(kind, weight * NARROWER)));
    return names;
  }

  /** Whether a query is the name of a concept that no paper has, nor a kind of it. */
  boolean isAbsentName(SearchQuery query) {
    return concepts
        .keyed(String.join("", keys(query.groups())))
        .filter(concept -> names(concept, 1).isEmpty())
        .isPresent();
  }
}
