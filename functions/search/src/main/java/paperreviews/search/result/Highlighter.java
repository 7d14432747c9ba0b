package paperreviews.search.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import paperreviews.search.analysis.Analysis;
import paperreviews.search.analysis.AnalyzedText;
import paperreviews.search.analysis.FoldedText;
import paperreviews.search.analysis.Token;
import paperreviews.search.analysis.WordStarts;
import paperreviews.search.index.ConceptMatcher;
import paperreviews.search.index.ConceptName;
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
  /** Pairs of such characters follow each other where the text is the same. */
  private static final Pattern JAPANESE =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]{2,}");

  private final List<QueryTerm> terms;
  private final ConceptMatcher concepts;
  private final WordStarts conceptStarts;
  private final List<Sought> sought = new ArrayList<>();

  /** How what needs an analysis of the text begins. */
  private final Map<Analysis, WordStarts> starts = new EnumMap<>(Analysis.class);

  /** The tokens of all variants: the other tokens of a text do not matter. */
  private final Map<Analysis, CharArraySet> tokens = new EnumMap<>(Analysis.class);

  /** A hit's texts are needed twice, and hits share sections and keywords. */
  private final Map<String, HighlightedText> cache = new HashMap<>();

  /** Highlights terms, and the concepts that they name. */
  public Highlighter(List<QueryTerm> terms, Concepts concepts) {
    this.terms = terms;
    var ids = terms.stream().flatMap(term -> term.concepts().stream()).toList();
    this.concepts = concepts.matcherFor(ids);
    this.conceptStarts =
        new WordStarts(
            ids.stream().flatMap(id -> concepts.names(id).stream()).map(ConceptName::key).toList());
    terms.forEach(term -> sought.add(Sought.of(term)));
    var variants = sought.stream().flatMap(each -> each.variants.stream()).toList();
    for (var analysis : Analysis.values()) {
      var ofAnalysis = new CharArraySet(16, false);
      variants.stream()
          .flatMap(each -> each.text.tokens(analysis).stream())
          .forEach(token -> ofAnalysis.add(token.term()));
      tokens.put(analysis, ofAnalysis);
      starts.put(
          analysis,
          new WordStarts(
              variants.stream()
                  .filter(each -> each.text.analysis() == analysis && each.literal.isEmpty())
                  .map(each -> each.text.phrase().getFirst().term())
                  .toList()));
    }
  }

  /** A term to look for, its variants, and the ids of the concepts that it names. */
  private record Sought(String term, List<Variant> variants, List<String> concepts) {
    static Sought of(QueryTerm term) {
      var variants = new ArrayList<Variant>();
      term.texts().forEach((text, rule) -> variants.add(Variant.of(text, rule)));
      return new Sought(term.text().text(), variants, term.concepts());
    }
  }

  /**
   * A text to look for.
   *
   * @param literal what a folded text has where it has this one, if that is all there is to it
   */
  private record Variant(AnalyzedText text, Rule rule, Optional<String> literal) {
    static Variant of(AnalyzedText text, Rule rule) {
      var literal =
          Optional.of(FoldedText.of(text.text()).text())
              .filter(
                  folded ->
                      text.analysis() == Analysis.BIGRAMS && JAPANESE.matcher(folded).matches());
      return new Variant(text, rule, literal);
    }

    /** What was found if this occurs so in a text. */
    Found found(String term, String occurrence) {
      boolean isForm =
          literal.isEmpty()
              && text.analysis() == Analysis.BIGRAMS
              && !occurrence.equalsIgnoreCase(text.text())
              && !words(Analysis.CHARACTERS.tokens(occurrence))
                  .equals(words(text.tokens(Analysis.CHARACTERS)));
      return isForm
          ? new Found(term, occurrence, rule == Rule.EXACT ? Rule.FORM : rule)
          : new Found(term, text.text(), rule);
    }

    private static List<String> words(List<Token> tokens) {
      return tokens.stream().map(Token::term).toList();
    }
  }

  /** A text with what was found in it. */
  public HighlightedText highlight(String text) {
    return cache.computeIfAbsent(text, this::find);
  }

  private HighlightedText find(String text) {
    var folded = FoldedText.of(text);
    var foldedText = folded.text();
    var analyzed = new EnumMap<Analysis, Tokens>(Analysis.class);
    starts.forEach(
        (analysis, words) ->
            analyzed.put(
                analysis,
                Tokens.of(words.mayOccur(foldedText) ? tokens(text, analysis) : List.of())));
    var names =
        conceptStarts.mayOccur(foldedText)
            ? concepts.matches(text)
            : List.<ConceptMatcher.Match>of();
    var matches = new ArrayList<Match>();
    var found = new LinkedHashSet<Found>();
    for (var each : sought) {
      for (var variant : each.variants) {
        var places =
            variant
                .literal
                .map(literal -> places(literal, foldedText, folded))
                .orElseGet(() -> analyzed.get(variant.text.analysis()).places(variant.text));
        for (var place : places) {
          found.add(variant.found(each.term, text.substring(place.start(), place.end())));
          matches.add(place);
        }
      }
      for (var name : names) {
        if (each.concepts.contains(name.name().concept())) {
          found.add(new Found(each.term, name.name().text(), Rule.CONCEPT));
          matches.add(new Match(name.start(), name.end()));
        }
      }
    }
    return new HighlightedText(text, HighlightedText.joined(matches), found);
  }

  private static List<Match> places(String literal, String text, FoldedText folded) {
    var places = new ArrayList<Match>();
    for (int at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
      places.add(new Match(folded.start(at), folded.end(at + literal.length())));
    }
    return places;
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
   * What makes some texts a match where none of the terms occurs in them whole: those of their
   * tokens that do.
   */
  SequencedSet<Found> parts(Collection<String> texts) {
    // Pairs say more than the single characters that they are made of.
    for (var analysis : List.of(Analysis.BIGRAMS, Analysis.CHARACTERS)) {
      var termOf = new LinkedHashMap<String, String>();
      for (var term : terms) {
        term.text().terms(analysis).forEach(part -> termOf.putIfAbsent(part, term.text().text()));
      }
      var found = new LinkedHashSet<Found>();
      for (var text : termOf.isEmpty() ? List.<String>of() : texts) {
        for (var token : tokens(text, analysis)) {
          var term = termOf.get(token.term());
          if (term != null) {
            found.add(new Found(term, text.substring(token.start(), token.end()), Rule.PART));
          }
        }
      }
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
