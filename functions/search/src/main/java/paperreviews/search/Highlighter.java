package paperreviews.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import paperreviews.search.Chain.Token;

/**
 * Finds keywords in a text that is shown.
 *
 * <p>The text is cut by the same chains as in the index, so that what is marked is what matched,
 * and tokens know where they stood before they were folded.
 */
final class Highlighter {
  private static final Pattern RUN =
      Pattern.compile("\\p{IsHan}{2,}|[\\p{IsKatakana}ー]{2,}|[\\p{IsLatin}\\p{N}]{2,}");

  private final List<List<Keyword>> wanted;

  /** The terms of all that is wanted: of a text's other tokens nothing need be known. */
  private final Map<Chain, CharArraySet> terms = new EnumMap<>(Chain.class);

  /** What was marked: a hit's texts are needed twice, and hits share sections and keywords. */
  private final Map<String, Marked> marked = new HashMap<>();

  /**
   * Marks what is wanted.
   *
   * @param wanted what to mark; each in any of its forms
   */
  Highlighter(List<List<Keyword>> wanted) {
    this.wanted = wanted;
    for (var chain : Chain.values()) {
      var ofChain = new CharArraySet(16, false);
      for (var forms : wanted) {
        for (var keyword : forms) {
          for (var token : keyword.tokens(chain)) {
            ofChain.add(token.term());
          }
        }
      }
      terms.put(chain, ofChain);
    }
  }

  /**
   * Marks whole keywords where a document must have them all, and else the words that a sentence
   * without spaces is made of: single bigrams would mark fragments.
   */
  static Highlighter of(KeywordQuery query, boolean matchedAll) {
    var wanted = new ArrayList<List<Keyword>>();
    for (var each : query.wanted()) {
      if (!each.keyword().isStopWord()) {
        wanted.add(each.all());
      }
      if (!matchedAll && !each.quoted()) {
        for (var run : runs(each.keyword())) {
          if (!run.isStopWord()) {
            wanted.add(List.of(run));
          }
        }
      }
    }
    return new Highlighter(wanted);
  }

  /**
   * The runs of kanji, of katakana and of Latin letters within a keyword, folded ones too, each a
   * keyword.
   */
  private static List<Keyword> runs(Keyword keyword) {
    return RUN.matcher(FoldedText.of(keyword.text()).text())
        .results()
        .map(MatchResult::group)
        .filter(run -> !run.equals(keyword.text()))
        .flatMap(run -> Keyword.of(run).stream())
        .toList();
  }

  /**
   * Where keywords stand in a text.
   *
   * @param text the text
   * @param matches the places, in order, without overlaps
   * @param found how many different keywords were found, in any form
   * @param asked how many of them were found as they were asked for
   * @param forms the forms that were found
   */
  record Marked(
      String text, List<Match> matches, int found, int asked, SequencedSet<String> forms) {
    /** A text with these places marked, which may overlap. */
    static Marked of(String text, List<Match> matches) {
      return new Marked(text, joined(matches), 0, 0, new LinkedHashSet<>());
    }
  }

  /**
   * A place in a text.
   *
   * @param start where it starts
   * @param end where it ends
   */
  record Match(int start, int end) {}

  Marked mark(String text) {
    var known = marked.get(text);
    if (known == null) {
      known = marked(text);
      marked.put(text, known);
    }
    return known;
  }

  private Marked marked(String text) {
    var cut = new EnumMap<Chain, CutText>(Chain.class);
    var matches = new ArrayList<Match>();
    var found = new HashSet<String>();
    var asked = new HashSet<String>();
    var formsFound = new LinkedHashSet<String>();
    for (var forms : wanted) {
      for (var keyword : forms) {
        var cutText = cut.get(keyword.chain());
        if (cutText == null) {
          cutText = CutText.of(tokens(text, keyword.chain()));
          cut.put(keyword.chain(), cutText);
        }
        var places = cutText.places(keyword);
        if (!places.isEmpty()) {
          found.add(forms.getFirst().text());
          formsFound.add(keyword.text());
          if (keyword.equals(forms.getFirst())) {
            asked.add(keyword.text());
          }
          matches.addAll(places);
        }
      }
    }
    return new Marked(text, joined(matches), found.size(), asked.size(), formsFound);
  }

  private List<Token> tokens(String text, Chain chain) {
    return chain.tokens(text, terms.get(chain));
  }

  /** The forms of the keywords that stand in any of some texts. */
  SequencedSet<String> forms(List<String> texts) {
    var forms = new LinkedHashSet<String>();
    for (var text : texts) {
      forms.addAll(mark(text).forms());
    }
    return forms;
  }

  /**
   * What makes a text a match where none of the keywords stands in it whole: those of their tokens
   * that do.
   */
  SequencedSet<String> tokens(List<String> texts) {
    // Pairs tell more than the single characters that they are made of.
    for (var chain : List.of(Chain.BIGRAMS, Chain.CHARACTERS)) {
      var found = new LinkedHashSet<String>();
      for (var forms : wanted) {
        found.addAll(forms.getFirst().terms(chain));
      }
      if (found.isEmpty()) {
        continue; // A mere list: no text need be cut for it.
      }
      var here = new HashSet<String>();
      for (var text : texts) {
        for (var token : tokens(text, chain)) {
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
  private record CutText(Map<String, List<Token>> byTerm, Map<Integer, Token> byPosition) {
    static CutText of(List<Token> tokens) {
      var text = new CutText(new HashMap<>(), new HashMap<>());
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
    List<Match> places(Keyword keyword) {
      var first = keyword.tokens().getFirst();
      var places = new ArrayList<Match>();
      for (var start : byTerm.getOrDefault(first.term(), List.of())) {
        int shift = start.position() - first.position();
        int end = start.end();
        for (var token : keyword.tokens()) {
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

  private static List<Match> joined(List<Match> matches) {
    matches.sort((one, other) -> Integer.compare(one.start, other.start));
    var joined = new ArrayList<Match>();
    for (var match : matches) {
      if (!joined.isEmpty() && match.start() <= joined.getLast().end()) {
        var before = joined.removeLast();
        joined.add(new Match(before.start(), Math.max(before.end(), match.end())));
      } else {
        joined.add(match);
      }
    }
    return joined;
  }
}
