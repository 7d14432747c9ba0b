package paperreviews.search.suggest;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import paperreviews.search.index.Concepts;
import paperreviews.search.index.KeywordValue;
import paperreviews.search.index.PaperDocument;
import paperreviews.search.index.PaperIndex;
import paperreviews.search.index.StoredPaper;
import paperreviews.search.suggest.Suggestion.Kind;
import paperreviews.search.suggest.TypedText.Fit;

/**
 * The titles, keywords and names of concepts of an index, to be found by the beginnings of their
 * words. They are looked through one by one.
 */
public final class Suggestions {
  private static final Comparator<Found> BEST_FIRST =
      comparing(Found::fit)
          .thenComparing(found -> found.candidate.kind)
          .thenComparingInt(found -> -found.candidate.papers)
          .thenComparingInt(found -> found.candidate.text.length());

  private final List<Candidate> terms = new ArrayList<>();
  private final List<Candidate> titles = new ArrayList<>();

  /**
   * What may be suggested.
   *
   * @param text as it is stored
   * @param key what it is compared by
   * @param id what it is compared by besides, if it is a paper
   * @param thing what it names: of candidates that name the same, one is enough
   * @param papers how many papers have it, if it is a keyword
   */
  private record Candidate(
      Kind kind, String text, String key, String id, String thing, int papers) {
    Fit fit(TypedText typed) {
      var fit = typed.fit(key);
      return fit == Fit.NONE && kind == Kind.PAPER ? typed.fit(id) : fit;
    }

    static Candidate of(Kind kind, String text, String thing, int papers) {
      var id = kind == Kind.PAPER ? TypedText.key(thing) : "";
      return new Candidate(kind, text, TypedText.key(text), id, thing, papers);
    }
  }

  private record Found(Candidate candidate, Fit fit) {}

  /** Reads what an index can suggest. */
  public Suggestions(PaperIndex index) {
    try {
      read(index.segment(), index.concepts());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void read(LeafReader segment, Concepts concepts) throws IOException {
    addKeywords(segment);
    for (var names : concepts.all()) {
      names.forEach(name -> terms.add(Candidate.of(Kind.CONCEPT, name, names.getFirst(), 0)));
    }
    var stored = DocValues.getBinary(segment, PaperDocument.STORED);
    while (stored.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      var bytes = stored.binaryValue();
      var paper = StoredPaper.read(bytes).summary();
      titles.add(Candidate.of(Kind.PAPER, paper.title(), paper.id(), 0));
    }
  }

  private void addKeywords(LeafReader segment) throws IOException {
    var values = DocValues.getSortedSet(segment, PaperDocument.KEYWORD);
    var papers = new int[Math.toIntExact(values.getValueCount())];
    while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      for (int left = values.docValueCount(); left > 0; left--) {
        papers[(int) values.nextOrd()]++;
      }
    }
    for (int ordinal = 0; ordinal < papers.length; ordinal++) {
      var value = KeywordValue.of(values.lookupOrd(ordinal));
      terms.add(Candidate.of(Kind.KEYWORD, value.text(), value.prefix(), papers[ordinal]));
    }
  }

  /**
   * What somebody may mean who has typed this: the best keywords and concepts, and then the best
   * titles, which are at least half if there are so many.
   */
  public List<Suggestion> of(String text, int limit) {
    for (var typed = Optional.of(TypedText.of(text)); typed.isPresent(); ) {
      var found = of(typed.get(), limit);
      if (!found.isEmpty()) {
        return found;
      }
      typed = typed.get().finished();
    }
    return List.of();
  }

  private List<Suggestion> of(TypedText typed, int limit) {
    if (typed.isEmpty()) {
      return List.of();
    }
    var bestTerms = best(terms, typed);
    var bestTitles = best(titles, typed);
    int titleCount = Math.min(bestTitles.size(), Math.max(limit / 2, limit - bestTerms.size()));
    int termCount = Math.min(bestTerms.size(), limit - titleCount);
    var suggestions = new ArrayList<Suggestion>();
    bestTerms.subList(0, termCount).forEach(term -> suggestions.add(suggestion(term, typed)));
    bestTitles.subList(0, titleCount).forEach(title -> suggestions.add(suggestion(title, typed)));
    return suggestions;
  }

  private static List<Candidate> best(List<Candidate> candidates, TypedText typed) {
    var things = new HashSet<String>();
    var texts = new HashSet<String>();
    return candidates.stream()
        .map(candidate -> new Found(candidate, candidate.fit(typed)))
        .filter(found -> found.fit != Fit.NONE)
        .sorted(BEST_FIRST)
        .map(Found::candidate)
        // A keyword may stand under both languages, and be the name of a concept.
        .filter(candidate -> texts.add(candidate.key) && things.add(candidate.thing))
        .toList();
  }

  private static Suggestion suggestion(Candidate candidate, TypedText typed) {
    boolean isPaper = candidate.kind == Kind.PAPER;
    boolean isKeyword = candidate.kind == Kind.KEYWORD;
    return new Suggestion(
        candidate.kind,
        typed.mark(candidate.text),
        isPaper ? Optional.empty() : Optional.of(language(candidate)),
        isPaper ? Optional.of(candidate.thing) : Optional.empty(),
        isKeyword ? OptionalInt.of(candidate.papers) : OptionalInt.empty());
  }

  private static String language(Candidate term) {
    return TypedText.isJapanese(term.key) ? "ja" : "en";
  }
}
