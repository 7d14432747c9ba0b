package paperreviews.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import paperreviews.model.PaperId;

/**
 * What somebody asked for, as it was written: words, phrases in quotes, what must not be there, and
 * the paper whose id or address was pasted. Anything can be read: what makes no sense as an
 * operator is a word, or nothing.
 *
 * @param groups a paper must have one of each group; {@code OR} makes groups of more than one
 * @param excluded what a paper must not have
 * @param paperId the id of the paper that was pasted
 * @param unfinished whether the last word may still be being typed
 */
record KeywordQuery(
    List<List<Wanted>> groups,
    List<Keyword> excluded,
    Optional<String> paperId,
    boolean unfinished) {
  private static final Pattern PIECE =
      Pattern.compile("([-－]?)[\"“”„＂]([^\"“”„＂]*)[\"“”„＂]|([^\\s\\p{Z}\"“”„＂]+)");

  private static final Pattern SOLE_WORD = Pattern.compile("\\S+");

  /** Reads a query. Quotes without a partner are read as spaces. */
  static KeywordQuery parse(String text) {
    var pasted = PaperId.ofReference(text.strip());
    var asked = pasted.orElse(text);
    var groups = new ArrayList<List<Wanted>>();
    var excluded = new ArrayList<Keyword>();
    boolean or = false;
    var pieces = PIECE.matcher(asked);
    while (pieces.find()) {
      boolean quoted = pieces.group(2) != null;
      var piece = quoted ? pieces.group(2).strip() : pieces.group(3);
      if (!quoted && piece.equals("OR")) {
        or = !groups.isEmpty();
        continue;
      }
      boolean minus =
          quoted ? !pieces.group(1).isEmpty() : piece.length() > 1 && isMinus(piece.charAt(0));
      var keyword = Keyword.of(minus && !quoted ? piece.substring(1) : piece);
      if (keyword.isEmpty()) {
        continue;
      }
      if (minus) {
        excluded.add(keyword.get());
      } else {
        var wanted = new Wanted(keyword.get(), quoted, List.of());
        if (or) {
          groups.getLast().add(wanted);
        } else {
          groups.add(new ArrayList<>(List.of(wanted)));
        }
      }
      or = false;
    }
    boolean unfinished =
        !asked.isEmpty() && Character.isLetterOrDigit(asked.codePointBefore(asked.length()));
    return new KeywordQuery(groups, excluded, pasted.or(() -> soleWord(text)), unfinished);
  }

  private static boolean isMinus(char character) {
    return character == '-' || character == '－';
  }

  private static Optional<String> soleWord(String text) {
    return Optional.of(text.strip()).filter(word -> SOLE_WORD.matcher(word).matches());
  }

  boolean isEmpty() {
    return groups.isEmpty() && excluded.isEmpty();
  }

  List<Wanted> wanted() {
    var wanted = new ArrayList<Wanted>();
    for (var group : groups) {
      wanted.addAll(group);
    }
    return wanted;
  }

  List<String> words() {
    return texts(false);
  }

  List<String> phrases() {
    return texts(true);
  }

  private List<String> texts(boolean quoted) {
    var texts = new ArrayList<String>();
    for (var wanted : wanted()) {
      if (wanted.quoted() == quoted) {
        texts.add(wanted.keyword().text());
      }
    }
    return texts;
  }

  /** The same query with other groups. */
  KeywordQuery with(List<List<Wanted>> others) {
    return new KeywordQuery(others, excluded, paperId, unfinished);
  }

  /** Whether a group is only stop words, while there are others that tell more. */
  boolean isDispensable(List<Wanted> group) {
    return areStopWords(group) && !areStopWords(wanted());
  }

  private static boolean areStopWords(List<Wanted> words) {
    for (var wanted : words) {
      if (!wanted.keyword().isStopWord()) {
        return false;
      }
    }
    return true;
  }
}
