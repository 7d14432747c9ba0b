package paperreviews.search.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.CharArraySet;
import paperreviews.search.analysis.Analysis;
import paperreviews.search.analysis.AnalyzedText;
import paperreviews.search.analysis.Token;
import paperreviews.search.index.ConceptMatcher;
import paperreviews.search.index.Concepts;
import paperreviews.search.query.QueryTerm;
import paperreviews.search.query.QueryTerm.Rule;
import paperreviews.search.result.HighlightedText.Found;
import paperreviews.search.result.HighlightedText.Match;

/**
 * Finds the terms of a query in a text that is shown. The text is analysed as in the index, so that
 * what is highlighted is what matched.
 */
public final class Highlighter {
  private final List<QueryTerm> terms;
  private final ConceptMatcher concepts;

  /** Those by which some variant is looked for. */
  private final Set<Analysis> analyses;

  /** The tokens of all variants: the other tokens of a text do not matter. */
  private final Map<Analysis, CharArraySet> tokens = new EnumMap<>(Analysis.class);

  /** A hit's texts are needed twice, and hits share sections and keywords. */
  private final Map<String, HighlightedText> cache = new HashMap<>();

  /** Highlights terms, and the concepts that they name. */
  public Highlighter(List<QueryTerm> terms, Concepts concepts) {
    this.terms = terms;
    this.concepts =
        concepts.matcherFor(terms.stream().flatMap(term -> term.concepts().stream()).toList());
    this.analyses =
        terms.stream()
            .flatMap(term -> term.texts().keySet().stream())
            .map(AnalyzedText::analysis)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Analysis.class)));
    for (var analysis : Analysis.values()) {
      var ofAnalysis = new CharArraySet(16, false);
      terms.stream()
          .flatMap(term -> term.texts().keySet().stream())
          .flatMap(text -> text.tokens(analysis).stream())
          .forEach(token -> ofAnalysis.add(token.term()));
      tokens.put(analysis, ofAnalysis);
    }
  }

  /** A text with what was found in it. */
  public HighlightedText highlight(String text) {
    return cache.computeIfAbsent(text, this::find);
  }

  private HighlightedText find(String text) {
    var analyzed = new EnumMap<Analysis, Tokens>(Analysis.class);
    for (var analysis : analyses) {
      analyzed.put(analysis, Tokens.of(tokens(text, analysis)));
    }
    var names = concepts.matches(text);
    var matches = new ArrayList<Match>();
    var found = new LinkedHashSet<Found>();
    for (var term : terms) {
      for (var variant : term.texts().entrySet()) {
        var phrase = variant.getKey();
        var places = analyzed.get(phrase.analysis()).places(phrase);
        if (!places.isEmpty()) {
          found.add(new Found(term.text().text(), phrase.text(), variant.getValue()));
          matches.addAll(places);
        }
      }
      for (var name : names) {
        if (term.concepts().contains(name.name().concept())) {
          found.add(new Found(term.text().text(), name.name().text(), Rule.CONCEPT));
          matches.add(new Match(name.start(), name.end()));
        }
      }
    }
    return new HighlightedText(text, HighlightedText.joined(matches), found);
  }

  private List<Token> tokens(String text, Analysis analysis) {
    return analysis.tokens(text, tokens.get(analysis));
  }

  /** What was found in any of some texts. */
  SequencedSet<Found> found(Collection<String> texts) {
    var found = new LinkedHashSet<Found>();
    texts.forEach(text -> found.addAll(highlight(text).found()));
    return found;
  }

  /**
   * What makes a text a match where none of the terms occurs in it whole: those of their tokens
   * that do.
   */
  SequencedSet<String> tokens(Collection<String> texts) {
    // Pairs say more than the single characters that they are made of.
    for (var analysis : List.of(Analysis.BIGRAMS, Analysis.CHARACTERS)) {
      var found = new LinkedHashSet<String>();
      terms.forEach(term -> found.addAll(term.text().terms(analysis)));
      if (found.isEmpty()) {
        continue; // A mere list: no text need be analysed for it.
      }
      var here = new HashSet<String>();
      for (var text : texts) {
        tokens(text, analysis).forEach(token -> here.add(token.term()));
      }
      found.retainAll(here);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return new LinkedHashSet<>();
  }

  /** The tokens of a text, by their terms and by their positions. */
  private record Tokens(Map<String, List<Token>> byTerm, Map<Integer, Token> byPosition) {
    static Tokens of(List<Token> tokens) {
      var text = new Tokens(new HashMap<>(), new HashMap<>());
      for (var token : tokens) {
        text.byTerm.computeIfAbsent(token.term(), _ -> new ArrayList<>()).add(token);
        text.byPosition.put(token.position(), token);
      }
      return text;
    }

    /** The places where a phrase's tokens follow each other as they do in the phrase. */
    List<Match> places(AnalyzedText phrase) {
      var first = phrase.phrase().getFirst();
      var places = new ArrayList<Match>();
      for (var start : byTerm.getOrDefault(first.term(), List.of())) {
        int shift = start.position() - first.position();
        int end = start.end();
        for (var token : phrase.phrase()) {
          var here = byPosition.get(token.position() + shift);
          if (here == null || !here.term().equals(token.term())) {
            end = -1;
            break;
          }
          end = here.end();
        }
        if (end > 0) {
          places.add(new Match(start.start(), end));
        }
      }
      return places;
    }
  }
}
