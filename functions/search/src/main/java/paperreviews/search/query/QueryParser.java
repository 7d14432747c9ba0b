package paperreviews.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import paperreviews.search.analysis.AnalyzedText;

/**
 * Reads queries. Every text is a query: what makes no sense as an operator is a word, or nothing.
 *
 * <pre>
 * query     = { separator } , [ clause , { separators , clause } ] , { separator } ;
 * clause    = group | excluded ;
 * group     = term , { separators , or , separators , term } ;  (* a paper has one of the terms *)
 * or        = "OR" | "ＯＲ" ;
 * excluded  = dash , term ;                        (* a paper does not have the term *)
 * term      = word | phrase ;
 * phrase    = quote , { any character but a quote } , quote ;
 * word      = character , { character } ;          (* neither separator nor quote *)
 * quote     = '"' | "“" | "”" | "„" | "＂" ;        (* without a partner: a separator *)
 * dash      = "-" | "‐" | "‑" | "‒" | "–" | "—" | "―" | "⁃" | "⁻" | "−" | "﹘" | "﹣" | "－"
 *           | "ー" ;                               (* "ー" where a word cannot start with it *)
 * separators = separator , { separator } ;
 * separator = space | punctuation | arrow | bullet ;
 *                                                  (* 、。，・：／「」→※★ and the like; "." at the
 *                                                     end of a word; ・ between katakana is none,
 *                                                     nor are × and ＋ between digits, nor the
 *                                                     plus and number signs of C++ and C# *)
 * </pre>
 *
 * <p>A dash before a separator, as in pasted prose, excludes nothing. The initials of a name (M.
 * Tan) are no words.
 */
public final class QueryParser {
  /** Whatever looks like a minus sign. */
  static final String DASH = "[-‐‑‒–—―⁃⁻−➖﹘﹣－]";

  private static final String QUOTE = "[\"“”„＂]";
  private static final String SPACE = "\\s\\p{Z}\"“”„＂";

  /** What separates words wherever it is: punctuation, arrows, bullets and marks. */
  private static final String SEPARATOR =
      SPACE
          + "、。，､｡,；;！!？?（）()［］\\[\\]｛｝「」『』｢｣【】〈〉《》〔〕〖〗〘〙〚〛«»‹›〝〞〟／/＆&｜|…‥：:"
          + "\\x{2190}-\\x{21ff}\\x{27f0}-\\x{27ff}\\x{2900}-\\x{297f}➔-➾"
          + "•‣․‧∙⋅·◦●○◉◎■□▪▫◆◇▲△▶▷►▼▽◀◁★☆✓✔✗✘❖※♪♦†‡§¶";

  private static final Pattern PIECE =
      Pattern.compile(
          "(" + DASH + "?)" + QUOTE + "([^\"“”„＂]*)" + QUOTE + "|([^" + SEPARATOR + "]+)");

  /**
   * What separates words only where it is not a part of one: a middle dot between katakana, the
   * signs of 3×3, 2+1, C++ and C#.
   */
  private static final Pattern SEPARATOR_WITHIN =
      Pattern.compile(
          "(?<![ァ-ヺーｦ-ﾟ])[・･]|[・･](?![ァ-ヺｦ-ﾟ])"
              + "|(?<!\\d)[×✕✖]|[×✕✖](?!\\d)"
              + "|(?<![+＋])[+＋](?=\\p{L})|(?<![\\p{ASCII}＋])[+＋](?![+＋])"
              + "|(?<![A-Za-z0-9Ａ-Ｚａ-ｚ])[#＃♯]|[#＃♯](?=[\\p{L}\\d])"
              + "|[-=]+[>＞]|[<＜][-=]+");

  private static final Pattern LEADING_DASH = Pattern.compile(DASH + "(?=.)|[ーｰ](?=[^ァ-ヺーｦ-ﾟ])");

  private static final Pattern TRAILING_PUNCTUATION = Pattern.compile("\\.+$");

  private static final Pattern INITIAL = Pattern.compile("\\p{L}\\.");

  private final List<List<QueryTerm>> groups = new ArrayList<>();
  private final List<QueryTerm> excluded = new ArrayList<>();
  private boolean isOr;

  private QueryParser() {}

  /** Reads a query. */
  public static SearchQuery parse(String text) {
    var parser = new QueryParser();
    var pieces = PIECE.matcher(text);
    while (pieces.find()) {
      if (pieces.group(2) != null) {
        parser.add(pieces.group(2), pieces.start(2), true, !pieces.group(1).isEmpty());
      } else {
        parser.addWords(text, pieces.start(3), pieces.end(3));
      }
    }
    boolean unfinished =
        !text.isEmpty() && Character.isLetterOrDigit(text.codePointBefore(text.length()));
    return new SearchQuery(parser.groups, parser.excluded, unfinished);
  }

  private void addWords(String text, int start, int end) {
    int at = start;
    var within = SEPARATOR_WITHIN.matcher(text).region(start, end).useTransparentBounds(true);
    while (within.find()) {
      addWord(text, at, within.start());
      at = within.end();
    }
    addWord(text, at, end);
  }

  private void addWord(String text, int start, int end) {
    var word = text.substring(start, end);
    if (word.equals("OR") || word.equals("ＯＲ")) {
      isOr = !groups.isEmpty();
      return;
    }
    if (INITIAL.matcher(word).matches()) {
      return;
    }
    boolean startsPiece = start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1));
    boolean isExcluded = startsPiece && LEADING_DASH.matcher(word).lookingAt();
    int skipped = isExcluded ? 1 : 0;
    add(
        TRAILING_PUNCTUATION.matcher(word.substring(skipped)).replaceFirst(""),
        start + skipped,
        false,
        isExcluded);
  }

  private void add(String text, int start, boolean quoted, boolean isExcluded) {
    int leading = quoted ? text.length() - text.stripLeading().length() : 0;
    var term = AnalyzedText.of(quoted ? text.strip() : text);
    if (term.isEmpty()) {
      return;
    }
    var added = new QueryTerm(term.get(), quoted, start + leading, List.of());
    if (isExcluded) {
      excluded.add(added);
    } else {
      if (!isOr) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(added);
    }
    isOr = false;
  }
}
