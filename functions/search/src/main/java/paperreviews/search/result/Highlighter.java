package paperreviews.search.result;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.apache.lucene.analysis.CharArraySet;
import paperreviews.search.analysis.Analysis;
import paperreviews.search.analysis.AnalyzedText;
import paperreviews.search.analysis.Token;
import paperreviews.search.result.HighlightedText.Match;

/**
 * Finds terms in a text that is shown. The text is analysed as in the index, so that what is
 * highlighted is what matched.
 */
public final class Highlighter {
  private final List<List<AnalyzedText>> wanted;

  /** The tokens of all variants: the other tokens of a text do not matter. */
  private final Map<Analysis, CharArraySet> terms = new EnumMap<>(Analysis.class);

  /** A hit's texts are needed twice, and hits share sections and keywords. */
  private final Map<String, HighlightedText> cache = new HashMap<>();

  /**
   * Highlights terms.
   *
   * @param wanted the terms, each the first of its variants
   */
  public Highlighter(List<List<AnalyzedText>> wanted) {
    this.wanted = wanted;
    for (var analysis : Analysis.values()) {
      var ofAnalysis = new CharArraySet(16, false);
      for (var variants : wanted) {
        for (var variant : variants) {
          for (var token : variant.tokens(analysis)) {
            ofAnalysis.add(token.term());
          }
        }
      }
      terms.put(analysis, ofAnalysis);
    }
  }

  public HighlightedText highlight(String text) {
    var known = cache.get(text);
    if (known == null) {
      known = find(text);
      cache.put(text, known);
    }
    return known;
  }

  private HighlightedText find(String text) {
    var cut = new EnumMap<Analysis, Tokens>(Analysis.class);
    var matches = new ArrayList<Match>();
    var found = new HashSet<String>();
    var asked = new HashSet<String>();
    var variantsFound = new LinkedHashSet<String>();
    for (var variants : wanted) {
      for (var variant : variants) {
        var analyzed = cut.get(variant.analysis());
        if (analyzed == null) {
          analyzed = Tokens.of(tokens(text, variant.analysis()));
          cut.put(variant.analysis(), analyzed);
        }
        var places = analyzed.places(variant);
        if (!places.isEmpty()) {
          found.add(variants.getFirst().text());
          variantsFound.add(variant.text());
          if (variant.equals(variants.getFirst())) {
            asked.add(variant.text());
          }
          matches.addAll(places);
        }
      }
    }
    return new HighlightedText(
        text, HighlightedText.joined(matches), found.size(), asked.size(), variantsFound);
  }

  private List<Token> tokens(String text, Analysis analysis) {
    return analysis.tokens(text, terms.get(analysis));
  }

  /** The variants that occur in any of some texts. */
  SequencedSet<String> found(List<String> texts) {
    var forms = new LinkedHashSet<String>();
    for (var text : texts) {
      forms.addAll(highlight(text).variants());
    }
    return forms;
  }

  /**
   * What makes a text a match where none of the keywords stands in it whole: those of their tokens
   * that do.
   */
  SequencedSet<String> tokens(List<String> texts) {
    // Pairs tell more than the single characters that they are made of.
    for (var analysis : List.of(Analysis.BIGRAMS, Analysis.CHARACTERS)) {
      var found = new LinkedHashSet<String>();
      for (var variants : wanted) {
        found.addAll(variants.getFirst().terms(analysis));
      }
      if (found.isEmpty()) {
        continue; // A mere list: no text need be cut for it.
      }
      var here = new HashSet<String>();
      for (var text : texts) {
        for (var token : tokens(text, analysis)) {
          here.add(token.term());
        }
      }
      found.retainAll(here);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return new LinkedHashSet<>();
  }

  /** The tokens of a text, by what they say and by where they stand. */
  private record Tokens(Map<String, List<Token>> byTerm, Map<Integer, Token> byPosition) {
    static Tokens of(List<Token> tokens) {
      var text = new Tokens(new HashMap<>(), new HashMap<>());
      for (var token : tokens) {
        var alike = text.byTerm.get(token.term());
        if (alike == null) {
          alike = new ArrayList<>();
          text.byTerm.put(token.term(), alike);
        }
        alike.add(token);
        text.byPosition.put(token.position(), token);
      }
      return text;
    }

    /** The places where a keyword's tokens follow each other as they do in the keyword. */
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
