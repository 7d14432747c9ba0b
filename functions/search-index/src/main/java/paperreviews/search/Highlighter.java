package paperreviews.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  private final List<Keyword> keywords;

  Highlighter(List<Keyword> keywords) {
    this.keywords = keywords;
  }

  /**
   * Marks whole keywords where a document must have them all, and else the words that a sentence
   * without spaces is made of: single bigrams would mark fragments.
   */
  static Highlighter of(KeywordQuery query, boolean matchedAll) {
    var words =
        matchedAll
            ? query.words().stream()
            : query.words().stream()
                .flatMap(word -> Stream.concat(Stream.of(word), runs(word.text()).stream()));
    return new Highlighter(
        Stream.concat(query.phrases().stream(), words)
            .filter(keyword -> !keyword.isStopWord())
            .toList());
  }

  /** The runs of kanji, of katakana and of Latin letters, folded ones too, each a keyword. */
  private static List<Keyword> runs(String text) {
    var folded = FoldedText.of(text).text();
    return RUN.matcher(folded).results().flatMap(run -> Keyword.of(run.group()).stream()).toList();
  }

  /**
   * Where keywords stand in a text.
   *
   * @param text the text
   * @param matches the places, in order, without overlaps
   * @param found how many different keywords were found
   */
  record Marked(String text, List<Match> matches, int found) {}

  /**
   * A place in a text.
   *
   * @param start where it starts
   * @param end where it ends
   */
  record Match(int start, int end) {}

  Marked mark(String text) {
    var tokens =
        keywords.stream()
            .map(Keyword::chain)
            .distinct()
            .collect(Collectors.toMap(chain -> chain, chain -> byTerm(chain.tokens(text))));
    var matches = new ArrayList<Match>();
    var found = new HashSet<String>();
    for (var keyword : keywords) {
      var places = places(keyword, tokens.get(keyword.chain()));
      if (!places.isEmpty()) {
        found.add(keyword.text());
        matches.addAll(places);
      }
    }
    return new Marked(text, joined(matches), found.size());
  }

  private static Map<String, List<Token>> byTerm(List<Token> tokens) {
    return tokens.stream().collect(Collectors.groupingBy(Token::term));
  }

  /** The places where a keyword's tokens follow each other as they do in the keyword. */
  private static List<Match> places(Keyword keyword, Map<String, List<Token>> tokens) {
    var first = keyword.tokens().getFirst();
    var places = new ArrayList<Match>();
    for (var start : tokens.getOrDefault(first.term(), List.of())) {
      int end = start.end();
      for (var token : keyword.tokens()) {
        int position = start.position() + token.position() - first.position();
        var here =
            tokens.getOrDefault(token.term(), List.of()).stream()
                .filter(candidate -> candidate.position() == position)
                .findFirst();
        if (here.isEmpty()) {
          end = -1;
          break;
        }
        end = here.get().end();
      }
      if (end > 0) {
        places.add(new Match(start.start(), end));
      }
    }
    return places;
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
