package paperreviews.search;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  /** What was marked: hits share their sections' titles. */
  private final Map<String, Marked> marked = new HashMap<>();

  /**
   * Marks what is wanted.
   *
   * @param wanted what to mark; each in any of its forms
   */
  Highlighter(List<List<Keyword>> wanted) {
    this.wanted = wanted;
  }

  /**
   * Marks whole keywords where a document must have them all, and else the words that a sentence
   * without spaces is made of: single bigrams would mark fragments.
   */
  static Highlighter of(KeywordQuery query, boolean matchedAll) {
    return new Highlighter(
        query
            .wanted()
            .flatMap(
                wanted ->
                    matchedAll || wanted.quoted()
                        ? Stream.of(wanted.all().toList())
                        : Stream.concat(
                            Stream.of(wanted.all().toList()),
                            runs(wanted.keyword()).stream().map(List::of)))
            .filter(forms -> !forms.getFirst().isStopWord())
            .toList());
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
    return marked.computeIfAbsent(text, this::marked);
  }

  private Marked marked(String text) {
    var cut = new EnumMap<Chain, CutText>(Chain.class);
    var matches = new ArrayList<Match>();
    var found = new HashSet<String>();
    var asked = new HashSet<String>();
    var formsFound = new LinkedHashSet<String>();
    for (var forms : wanted) {
      for (var keyword : forms) {
        var places =
            cut.computeIfAbsent(keyword.chain(), chain -> CutText.of(chain.tokens(text)))
                .places(keyword);
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

  /** The forms of the keywords that stand in any of some texts. */
  SequencedSet<String> forms(List<String> texts) {
    var forms = new LinkedHashSet<String>();
    texts.forEach(text -> forms.addAll(mark(text).forms()));
    return forms;
  }

  /**
   * What makes a text a match where none of the keywords stands in it whole: those of their tokens
   * that do.
   */
  SequencedSet<String> tokens(List<String> texts) {
    var here = new EnumMap<Chain, Set<String>>(Chain.class);
    for (var chain : Chain.values()) {
      here.put(
          chain,
          texts.stream()
              .flatMap(text -> chain.tokens(text).stream())
              .map(Token::term)
              .collect(toSet()));
    }
    // Pairs tell more than the single characters that they are made of.
    for (var chain : List.of(Chain.BIGRAMS, Chain.CHARACTERS)) {
      var found = new LinkedHashSet<String>();
      wanted.forEach(forms -> found.addAll(forms.getFirst().terms(chain)));
      found.retainAll(here.get(chain));
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
        text.byTerm.computeIfAbsent(token.term(), _ -> new ArrayList<>()).add(token);
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
    matches.sort(Comparator.comparingInt(Match::start));
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
