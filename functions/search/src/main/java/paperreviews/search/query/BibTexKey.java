package paperreviews.search.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import paperreviews.model.PaperSummary;
import paperreviews.search.index.AuthorValue;
import paperreviews.search.index.StoredPaper;

/**
 * The key of a BibTeX entry: the surname of the first author, the year, and what the title begins
 * with or the method is called.
 *
 * @param author the surname, or its parts without spaces
 * @param year the year
 * @param title words of the title without spaces, or its first word and initials of the next ones
 * @param isCertain whether what is written so is a key, even if it is that of no known paper
 */
record BibTexKey(String author, int year, String title, boolean isCertain) {
  /** What keys are made of. */
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{IsLatin}\\p{N}][\\p{IsLatin}\\p{N}_:-]*");

  private static final String YEAR = "((?:19|20)\\d{2})";

  /** The forms that tan2019efficientnet, Tan2019EfficientNetRM and tan:2019:efficientnet have. */
  private static final Pattern YEAR_WITHIN =
      Pattern.compile(
          "(\\p{IsLatin}{2,})[_:-]?" + YEAR + "[_:-]?(\\p{IsLatin}[\\p{IsLatin}\\d-]+)");

  /** The form of Zotero: tan_efficientnet_2019, with a number if there are several. */
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\p{IsLatin}{2,})_([\\p{IsLatin}\\d_-]+)_" + YEAR + "(?:-\\d+)?");

  /** The form of Better BibTeX: heMomentumContrastUnsupervised2020. */
  private static final Pattern CAMEL_CASE =
      Pattern.compile("(\\p{Ll}{2,})((?:\\p{Lu}[\\p{IsLatin}\\d]*)+)" + YEAR + "[a-z]?");

  /** With fewer words, this may be a name: tieredImageNet2018. */
  private static final Pattern SEVERAL_WORDS = Pattern.compile("(?:\\p{Lu}[^\\p{Lu}]+){3,}");

  /** The form tan19efficientnet; what is written so may be any name. */
  private static final Pattern SHORT_YEAR =
      Pattern.compile("(\\p{IsLatin}{2,})[_:-]?(\\d{2})[_:-]?(\\p{IsLatin}{3,})");

  /** What a conference is called: CVPR2019oral. */
  private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{3,}");

  /**
   * What is between the keys of a citation, and its command: \citep[p. 3]{…}, [@…; -@…], cite:….
   */
  private static final Pattern CITING =
      Pattern.compile(
          "\\\\\\w+\\*?(?:\\[[^\\]]*\\])*|@\\w+\\s*\\{|\\bcite\\w*:|-(?=@)|[\\[\\](){}@~;,&\\s]+");

  private static final Pattern VENUE_YEAR = Pattern.compile("\\b" + YEAR + "\\b");

  /** Years of two digits after this one are of the last century. */
  private static final int LAST_SHORT_YEAR = 50;

  private static final int MAX_INITIALS = 3;

  /** How well a key agrees with a paper. */
  enum Agreement {
    NONE,
    /** The method has the name, or the title has the words somewhere. */
    NAME,
    /** The title begins so. */
    TITLE
  }

  /** The keys in a text, in their order. */
  static List<BibTexKey> in(String text) {
    return TOKEN
        .matcher(CITING.matcher(text).replaceAll(" "))
        .results()
        .flatMap(token -> of(token.group()).stream())
        .toList();
  }

  /** Whether a text is nothing but keys, cited or not. */
  static boolean areAll(String text) {
    var tokens = CITING.splitAsStream(text).filter(token -> !token.isEmpty()).toList();
    return !tokens.isEmpty()
        && tokens.stream().allMatch(token -> of(token).filter(BibTexKey::isCertain).isPresent());
  }

  private static Optional<BibTexKey> of(String token) {
    var within = YEAR_WITHIN.matcher(token);
    if (within.matches()) {
      var author = within.group(1);
      return Optional.of(
          new BibTexKey(
              author,
              Integer.parseInt(within.group(2)),
              within.group(3),
              !CAPITALS.matcher(author).matches()));
    }
    var last = YEAR_LAST.matcher(token);
    if (last.matches()) {
      return Optional.of(
          new BibTexKey(last.group(1), Integer.parseInt(last.group(3)), last.group(2), true));
    }
    var camel = CAMEL_CASE.matcher(token);
    if (camel.matches()) {
      var title = camel.group(2);
      return Optional.of(
          new BibTexKey(
              camel.group(1),
              Integer.parseInt(camel.group(3)),
              title,
              SEVERAL_WORDS.matcher(title).matches()));
    }
    var shortYear = SHORT_YEAR.matcher(token);
    if (shortYear.matches()) {
      int year = Integer.parseInt(shortYear.group(2));
      return Optional.of(
          new BibTexKey(
              shortYear.group(1),
              year + (year > LAST_SHORT_YEAR ? 1900 : 2000),
              shortYear.group(3),
              false));
    }
    return Optional.empty();
  }

  /** What a title with these words may begin with: of MaxMarginCI, Max, and all of it. */
  List<String> firstWords() {
    return List.of(title.split("(?<=\\p{Ll})(?=\\p{Lu})|[_-]", 2)[0], title);
  }

  /** How well this key agrees with a paper. */
  Agreement agreement(StoredPaper paper) {
    var summary = paper.summary();
    if (!isFirstAuthor(summary) || !isYear(summary)) {
      return Agreement.NONE;
    }
    var key = key(title);
    var words = words(summary.title());
    if (startsWith(words, key) || isAbbreviated(summary.title(), key)) {
      return Agreement.TITLE;
    }
    boolean isName =
        Stream.of(List.of(summary.title()), summary.keywords().en(), paper.links())
            .flatMap(List::stream)
            .anyMatch(name -> hasName(words(name), key));
    return isName ? Agreement.NAME : Agreement.NONE;
  }

  /** Whether the name of the first author ends so: Ranst, or VanRanst. */
  private boolean isFirstAuthor(PaperSummary paper) {
    var surname = key(author);
    return paper.authors().stream()
        .findFirst()
        .map(first -> List.of(AuthorValue.of(first).key().split(" ")))
        .filter(names -> endsWith(names, surname))
        .isPresent();
  }

  /** Whether it is about the year of the paper, or that in which a venue published it. */
  private boolean isYear(PaperSummary paper) {
    boolean isOfVenue =
        paper.venue().stream()
            .flatMap(venue -> VENUE_YEAR.matcher(venue).results())
            .anyMatch(match -> Integer.parseInt(match.group(1)) == year);
    return isOfVenue || paper.year().map(first -> Math.abs(first - year) <= 1).orElse(true);
  }

  private static String key(String text) {
    return AuthorValue.of(text).key().replace(" ", "");
  }

  private static List<String> words(String text) {
    return List.of(AuthorValue.of(text).key().split(" "));
  }

  /** Whether a title begins with a text, its words of no meaning aside. */
  private static boolean startsWith(List<String> words, String text) {
    var significant =
        words.stream()
            .filter(word -> !EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(word))
            .toList();
    return isStart(words, text) || isStart(significant, text) || isStart(afterFirst(words), text);
  }

  /** The words from the first one on that has a meaning. */
  private static List<String> afterFirst(List<String> words) {
    return words.stream().dropWhile(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET::contains).toList();
  }

  private static boolean isStart(List<String> words, String text) {
    int length = 0;
    for (var word : words) {
      if (!text.startsWith(word, length)) {
        return false;
      }
      length += word.length();
      if (length == text.length()) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWith(List<String> words, String text) {
    for (int from = words.size() - 1; from >= 0; from--) {
      var end = String.join("", words.subList(from, words.size()));
      if (end.length() >= text.length()) {
        return end.equals(text);
      }
    }
    return false;
  }

  private static boolean hasName(List<String> words, String name) {
    for (int from = 0; from < words.size(); from++) {
      if (isStart(words.subList(from, words.size()), name)) {
        return true;
      }
    }
    return false;
  }

  /** Semantic Scholar's form: the first word, and initials of the next ones. */
  private static boolean isAbbreviated(String title, String text) {
    var words =
        Arrays.stream(title.strip().split("\\s+"))
            .map(BibTexKey::key)
            .filter(word -> !word.isEmpty())
            .toList();
    var abbreviated = new ArrayList<String>();
    var start = new StringBuilder(words.isEmpty() ? "" : words.getFirst());
    words.stream()
        .skip(1)
        .limit(MAX_INITIALS)
        .forEach(word -> abbreviated.add(start.append(word.charAt(0)).toString()));
    return abbreviated.contains(text.toLowerCase(Locale.ROOT));
  }
}
