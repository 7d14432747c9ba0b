package paperreviews.search.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import paperreviews.search.analysis.Analysis;
import paperreviews.search.analysis.NameKey;
import paperreviews.search.analysis.Token;

/**
 * Finds names of concepts in texts: as they are written, plurals and spellings of loanwords aside,
 * and the longest of names that overlap. A name that is a part of another word is none: 回帰 in 自己回帰,
 * or regression in non-regression.
 */
public final class ConceptMatcher {
  /** What may be between the tokens of a name. */
  private static final Pattern WITHIN_NAMES = Pattern.compile("[\\s\\p{Z}\\p{Pd}・'’/_.]*");

  /** Names of at most so many letters, all of them capitals, need capitals in a text. */
  private static final int MAX_ACRONYM_LENGTH = 3;

  /** What makes another word of a name in Japanese. */
  public static final List<String> JAPANESE_PREFIXES =
      List.of("非", "半", "準", "自己", "弱", "不", "無", "時");

  /** A name that goes on as a verb. */
  private static final Pattern VERB = Pattern.compile("[ぁ-ゖ][るてた]");

  /** What makes another word of a name in Latin letters, with a hyphen between. */
  public static final Set<String> LATIN_PREFIXES =
      Set.of("non", "semi", "self", "quasi", "anti", "pseudo");

  private final TreeMap<String, ConceptName> byKey = new TreeMap<>();

  ConceptMatcher(Collection<ConceptName> names) {
    names.forEach(name -> byKey.putIfAbsent(name.key(), name));
  }

  /**
   * A name in a text.
   *
   * @param name the name
   * @param start where it starts
   * @param end where it ends
   */
  public record Match(ConceptName name, int start, int end) {}

  /** The id of the concept that has a name with this key. */
  Optional<String> named(String key) {
    return Optional.ofNullable(byKey.get(key)).map(ConceptName::concept);
  }

  /** The names in a text, in order. */
  public List<Match> matches(String text) {
    if (byKey.isEmpty()) {
      return List.of();
    }
    var tokens = Analysis.CHARACTERS.tokens(text);
    var keys = tokens.stream().map(NameKey::of).toList();
    var matches = new ArrayList<Match>();
    for (int from = 0; from < tokens.size(); ) {
      int to = endOfLongest(text, tokens, keys, from);
      if (to > from) {
        var name = byKey.get(String.join("", keys.subList(from, to)));
        matches.add(new Match(name, tokens.get(from).start(), tokens.get(to - 1).end()));
        from = to;
      } else {
        from++;
      }
    }
    return matches;
  }

  private int endOfLongest(String text, List<Token> tokens, List<String> keys, int from) {
    int longest = from;
    var key = "";
    for (int at = from; at < tokens.size(); at++) {
      if (at > from && !belongTogether(text, tokens.get(at - 1), tokens.get(at))) {
        break;
      }
      key += keys.get(at);
      var next = byKey.ceilingKey(key);
      if (next == null || !next.startsWith(key)) {
        break;
      }
      if (next.equals(key)
          && isWhole(text, tokens, from, at)
          && isWritten(key, text, tokens, from)) {
        longest = at + 1;
      }
    }
    return longest;
  }

  private static boolean belongTogether(String text, Token one, Token next) {
    return one.end() >= next.start()
        || WITHIN_NAMES.matcher(text.substring(one.end(), next.start())).matches();
  }

  private static boolean isWhole(String text, List<Token> tokens, int first, int last) {
    int start = tokens.get(first).start();
    int end = tokens.get(last).end();
    var before = text.substring(0, start);
    if (JAPANESE_PREFIXES.stream().anyMatch(before::endsWith)) {
      return false;
    }
    if (first > 0
        && start > 0
        && Character.getType(text.charAt(start - 1)) == Character.DASH_PUNCTUATION
        && LATIN_PREFIXES.contains(tokens.get(first - 1).term())) {
      return false;
    }
    // 量子化学 is no kind of 量子化, and 言い換えると says "in other words".
    return !(text.startsWith("化", end - 1) && text.startsWith("学", end))
        && !VERB.matcher(text).region(end - 1, text.length()).lookingAt();
  }

  private boolean isWritten(String key, String text, List<Token> tokens, int first) {
    var name = byKey.get(key).text();
    boolean isAcronym =
        name.length() <= MAX_ACRONYM_LENGTH
            && name.chars().allMatch(character -> 'A' <= character && character <= 'Z');
    return !isAcronym || Character.isUpperCase(text.charAt(tokens.get(first).start()));
  }
}
