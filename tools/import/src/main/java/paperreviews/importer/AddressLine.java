package paperreviews.importer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import paperreviews.importer.Keyed.Field;
import paperreviews.importer.Line.Kind;
import paperreviews.importer.Title.Linked;
import paperreviews.model.Link;
import paperreviews.seed.WebAddress;

/**
 * A line that consists of addresses: bare, or with words that only lead to them.
 *
 * @param links the addresses with their words
 * @param remarks what else the line says, in brackets
 */
record AddressLine(List<Linked> links, List<String> remarks) {
  /** A line with more addresses is a list. */
  private static final int MAX_ADDRESSES = 20;

  private static final Pattern BRACKETS =
      Pattern.compile("[(（\\[［【](?<text>[^()（）\\[\\]［］【】]{1,80})[)）\\]］】]");

  /** What people write in place of a whole address. */
  private static final Pattern UNFINISHED =
      Pattern.compile(
          "(?i)(?:www\\.|(?:[a-z]+\\.)?arxiv\\.org/|(?:www\\.)?openreview\\.net/|(?:dx\\.)?doi\\.org/)\\S+"
              + "|arxiv\\s*[:：]?\\s*\\d{4}\\.\\d{4,5}(?:v\\d+)?|[a-z][a-z0-9+.-]*://\\S*");

  private static final Pattern ET_AL =
      Pattern.compile("(?:\\p{Lu}[\\p{L}.'’-]*,? ){1,3}(?:and )?et al\\.?,?(?: \\(?\\d{4}\\)?)?");

  /** The words that lead to an address and say nothing else. */
  private static final Set<String> LABELS =
      Set.of(
          "論文 元論文 原論文 paper papers arxiv openreview pdf url link links リンク 出典 source abs abstract html doi at no code コード 実装 公式 公式実装 github repository slides slide スライド 資料 発表資料 poster project page projectpage プロジェクト プロジェクトページ website site サイト video 動画 youtube demo デモ blog ブログ 解説 記事 dataset data データ supplementary appendix こちら here official acl anthology aclanthology neurips pmlr cvf ieee acm springer springerlink nature science semanticscholar huggingface the to on read view see full text original preprint"
              .split(" "));

  private static final List<String> LABEL_ENDS =
      List.of(
          "のリンク", "へのリンク", "リンク", "のurl", "url", "のpdf", "pdf", "のアドレス", "アドレス", "はこちら", "を読む",
          "を見る", "link", "先");

  /** The addresses that a line consists of, if it does. */
  static Optional<AddressLine> of(Line line) {
    return of(line, Title.NONE);
  }

  /** The same, where the words of a link may be those of the title above. */
  static Optional<AddressLine> of(Line line, Title title) {
    var content = line.content();
    var links = content.links();
    if (links.isEmpty()
        || links.size() > MAX_ADDRESSES
        || !line.is(Kind.TEXT) && !line.is(Kind.BULLET)
        || !links.stream().allMatch(link -> WebAddress.isAddress(link.address()))) {
      return Optional.empty();
    }
    var key =
        Keyed.of(content)
            .filter(
                keyed ->
                    keyed.isBare()
                        && (keyed.field().isEmpty()
                            || keyed.is(Field.VENUE)
                            || keyed.is(Field.DOI)))
            .map(Keyed::key);
    var found = new ArrayList<Linked>();
    for (var link : links) {
      var words = content.words(link);
      if (key.isEmpty() && !words.isEmpty() && !isLabel(words) && !title.isCalled(words)) {
        return Optional.empty();
      }
      found.add(
          new Linked(
              link.address(),
              words.isEmpty() ? key.orElseGet(() -> wordBefore(content, link)) : words));
    }
    var rest = content.withoutLinks(0);
    var remarks = new ArrayList<>(brackets(rest).filter(text -> !isLabel(text)).toList());
    var words = withoutSeparators(withoutBrackets(rest));
    if (key.isEmpty() && !isLabel(words)) {
      if (Venue.of(words).isEmpty()) {
        return Optional.empty();
      }
      remarks.add(words);
    }
    return Optional.of(new AddressLine(found, remarks));
  }

  /** Whether a line says that the address in it is the paper's: 論文: address. */
  static boolean isOfPaper(Line line) {
    return of(line).isPresent()
        && Keyed.of(line.content())
            .filter(Keyed::isBare)
            .flatMap(keyed -> Links.kindOfWords(keyed.key()))
            .filter(Link.Kind.PAPER::equals)
            .isPresent();
  }

  /** Whether the line is an address that lacks something. */
  static boolean isUnfinished(Line line) {
    return Stream.concat(
            Stream.of(line.text()),
            Keyed.of(line.content()).stream().map(keyed -> keyed.value().text()))
        .map(ArticleText::strip)
        .anyMatch(text -> UNFINISHED.matcher(text).matches() && !WebAddress.isAddress(text));
  }

  /** The texts in brackets. */
  static Stream<String> brackets(String text) {
    return BRACKETS.matcher(text).results().map(result -> result.group("text"));
  }

  static String withoutBrackets(String text) {
    return BRACKETS.matcher(text).replaceAll(" ");
  }

  /** The words without the separators around them. */
  static String withoutSeparators(String words) {
    return ArticleText.strip(words, ",、:：|/;・-");
  }

  private static String wordBefore(Inline content, Inline.Span link) {
    var before = content.text().substring(0, link.start());
    return withoutSeparators(before.substring(Math.max(before.lastIndexOf(' '), 0)));
  }

  /** Whether words only lead to an address. */
  static boolean isLabel(String words) {
    var text = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return ET_AL.matcher(words).matches()
        || WebAddress.isAddress(words)
        || Arrays.stream(text.split("[^\\p{L}\\p{N}.]+|(?<=\\D)\\.|^\\.|\\.$"))
            .allMatch(AddressLine::isLabelWord);
  }

  private static boolean isLabelWord(String word) {
    return LABELS.contains(word)
        || word.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == 'v')
        || LABEL_ENDS.stream()
            .anyMatch(
                end ->
                    word.endsWith(end)
                        && LABELS.contains(word.substring(0, word.length() - end.length())));
  }
}
