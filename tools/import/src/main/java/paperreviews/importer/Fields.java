package paperreviews.importer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import paperreviews.importer.Title.Linked;
import paperreviews.importer.Title.Shape;
import paperreviews.importer.Inline.Mark;
import paperreviews.importer.Line.Kind;
import paperreviews.model.Link;
import paperreviews.seed.WebAddress;

/**
 * What is written below a paper's title before its review: addresses, authors, venue, year.
 *
 * @param links the addresses with their words, in order, those of the title first
 * @param authors the authors' names
 * @param venue where the paper was published
 * @param year when
 * @param doi its DOI
 * @param remarks what else is written beside an address, as it is written
 * @param end the last line of the fields, or that of the title
 */
record Fields(
    List<Linked> links,
    List<String> authors,
    Optional<String> venue,
    Optional<Integer> year,
    Optional<String> doi,
    List<String> remarks,
    int end) {

  private static final int MAX_KEY = 20;

  /** A line with more addresses is a list. */
  private static final int MAX_ADDRESSES = 20;

  /** Between the title and the address there may be so many lines of authors and venue. */
  private static final int MAX_LINES_ABOVE_ADDRESS = 4;

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?<year>(?:19|20)\\d{2})(?!\\d)");

  /** {@code CVPR 2020}, {@code CVPR2020}, {@code CVPR, 2020}. */
  private static final Pattern VENUE =
      Pattern.compile(
          "(?<venue>[A-Za-z][A-Za-z0-9 &@:/.+-]{0,60}?)[ ,'’]*(?<year>(?:19|20)\\d{2})(?:"
              + " [\\p{L}]{1,20})?");

  private static final Pattern DOI = Pattern.compile("(?<doi>10\\.\\d{4,9}/[^\\s?#]+)");

  private static final String NAME_WORD =
      "(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}'’-]+|de|van|von|der|den|di|da|la|bin)";

  private static final Pattern NAME =
      Pattern.compile(
          NAME_WORD
              + "(?:[ -]"
              + NAME_WORD
              + "){1,4}(?: et al\\.?)?|(?:\\p{Lu}[\\p{L}'’-]+ )?et al\\.?");

  private static final Pattern BRACKETS =
      Pattern.compile("[(（\\[［【](?<text>[^()（）\\[\\]［］【】]{1,80})[)）\\]］】]");

  /** What people write in place of a whole address. */
  private static final Pattern UNFINISHED =
      Pattern.compile(
          "(?i)(?:www\\.|(?:[a-z]+\\.)?arxiv\\.org/|(?:www\\.)?openreview\\.net/|(?:dx\\.)?doi\\.org/)\\S+"
              + "|arxiv\\s*[:：]?\\s*\\d{4}\\.\\d{4,5}(?:v\\d+)?|[a-z][a-z0-9+.-]*://\\S*");

  /** What a line below a title says of the paper. */
  enum Field {
    TITLE("タイトル", "論文タイトル", "題名", "論文名", "title", "papertitle"),
    AUTHORS("著者", "著者名", "著者ら", "作者", "著者所属", "著者所属機関", "author", "authors", "by"),
    VENUE(
        "採録",
        "採択",
        "会議",
        "学会",
        "発表",
        "発表会議",
        "掲載",
        "掲載誌",
        "出典",
        "venue",
        "conference",
        "journal",
        "published",
        "publishedin"),
    YEAR("年", "発表年", "出版年", "公開日", "投稿日", "投稿日付", "日付", "year", "date"),
    DOI("doi");

    @SuppressWarnings("ImmutableEnumChecker") // A copy, that nothing changes.
    private final Set<String> keys;

    Field(String... keys) {
      this.keys = Set.of(keys);
    }

    static Optional<Field> of(String key) {
      return Arrays.stream(values()).filter(field -> field.keys.contains(key)).findFirst();
    }
  }

  /** The words that lead to an address and say nothing else. */
  private static final Set<String> LABELS =
      Set.of(
          "論文 元論文 原論文 paper papers arxiv openreview pdf url link links リンク 出典 source abs abstract html doi at no code コード 実装 公式 公式実装 github repository slides slide スライド 資料 発表資料 poster project page projectpage プロジェクト プロジェクトページ website site サイト video 動画 youtube demo デモ blog ブログ 解説 記事 dataset data データ supplementary appendix こちら here official acl anthology aclanthology neurips pmlr cvf ieee acm springer springerlink nature science semanticscholar huggingface"
              .split(" "));

  private static final List<String> LABEL_ENDS =
      List.of(
          "のリンク", "へのリンク", "リンク", "のurl", "url", "のpdf", "pdf", "のアドレス", "アドレス", "はこちら", "link",
          "先");

  /**
   * A key with its value.
   *
   * @param key as it is written
   * @param known the field that it is a key of; absent if it is not known
   * @param value what is written behind the colon
   */
  record Keyed(String key, Optional<Field> known, Inline value) {
    Field field() {
      return known.orElse(null);
    }
  }

  /** {@code Key: value}. */
  static Optional<Keyed> key(Inline line) {
    var text = line.text();
    int colon = 0;
    while (colon < text.length() && text.charAt(colon) != ':' && text.charAt(colon) != '：') {
      colon++;
    }
    if (colon == 0
        || colon > MAX_KEY
        || colon == text.length()
        || text.startsWith("//", colon + 1)) {
      return Optional.empty();
    }
    int at = colon;
    if (line.links().stream().anyMatch(link -> link.start() < at && at < link.end())) {
      return Optional.empty();
    }
    var key = text.substring(0, colon);
    return Optional.of(new Keyed(key, Field.of(ArticleText.key(key)), line.from(colon + 1)));
  }

  /** Reads the fields below a title, up to the next title. */
  static Fields below(Title title, List<Line> lines, int limit) {
    var reader = new Reader(title);
    title.links().forEach(reader::link);
    for (int at = title.at() + 1; at < limit; at++) {
      var line = lines.get(at);
      if (line.is(Kind.BLANK) || line.is(Kind.IMAGE) || line.is(Kind.RULE)) {
        continue;
      }
      if (!reader.reads(line, lines, limit)) {
        break;
      }
      reader.end = at;
    }
    return reader.fields();
  }

  /** What a single line says of a paper. */
  static Fields of(Line line, Title title) {
    var reader = new Reader(title);
    reader.reads(line, List.of(line), 0);
    return reader.fields();
  }

  /** Whether a line says that the address in it is the paper's: 論文: address. */
  static boolean isPaperLine(Line line) {
    var keyed = key(line.content());
    return keyed.isPresent()
        && isBare(keyed.get())
        && Links.kindOfWords(keyed.get().key).filter(Link.Kind.PAPER::equals).isPresent();
  }

  /** Whether a line is an address and nothing that could be a title. */
  static boolean isAddressLine(Line line) {
    return addresses(line, Title.NONE).isPresent();
  }

  /** These fields with the links of others. */
  Fields with(Fields other) {
    var all = new ArrayList<>(links);
    all.addAll(other.links);
    return new Fields(
        all,
        authors,
        venue.or(other::venue),
        year.or(other::year),
        doi.or(other::doi),
        remarks,
        end);
  }

  /** What an address line says: the links, and remarks in brackets. */
  private record Addresses(List<Linked> links, List<String> remarks) {}

  /** Collects the fields of a paper. */
  private static final class Reader {
    private final Title title;
    private final List<Linked> links = new ArrayList<>();
    private final List<String> authors = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private Optional<String> venue = Optional.empty();
    private Optional<Integer> year = Optional.empty();
    private Optional<String> doi = Optional.empty();
    private int end;

    Reader(Title title) {
      this.title = title;
      this.end = title.at();
      brackets(title.text()).forEach(this::venue);
    }

    Fields fields() {
      return new Fields(links, authors, venue, year, doi, remarks, end);
    }

    private void link(Linked link) {
      links.add(link);
      var found = DOI.matcher(link.address());
      if (doi.isEmpty() && link.address().contains("doi") && found.find()) {
        doi =
            Optional.of(found.group("doi"))
                .filter(each -> !each.toLowerCase(Locale.ROOT).startsWith("10.48550/"));
      }
    }

    private boolean venue(String text) {
      var found = VENUE.matcher(ArticleText.strip(text));
      if (!found.matches()) {
        return false;
      }
      var name = Optional.of(ArticleText.strip(found.group("venue")) + " " + found.group("year"));
      if (venue.isPresent() && !venue.equals(name)) {
        return false;
      }
      venue = name;
      return true;
    }

    boolean reads(Line line, List<Line> lines, int limit) {
      if (!line.is(Kind.TEXT) && !line.is(Kind.BULLET)) {
        return false;
      }
      var content = line.content();
      var addresses = addresses(line, title);
      if (addresses.isPresent()) {
        addresses.get().links.forEach(this::link);
        addresses.get().remarks.stream().filter(remark -> !venue(remark)).forEach(remarks::add);
        return true;
      }
      var keyed = key(content);
      if (keyed.isPresent() && keyed.get().known.isPresent()) {
        return reads(keyed.get());
      }
      var other = Title.of(line);
      if (other.isPresent() && other.get().style().shape() != Shape.LINK) {
        return false;
      }
      boolean above = links.isEmpty() && isAddressNext(line.at(), lines, limit);
      boolean italic = content.isWholly(Mark.ITALIC);
      return (above || !links.isEmpty()) && names(content.text(), above || italic)
          || venue(content.text()) && (above || !links.isEmpty());
    }

    private boolean reads(Keyed keyed) {
      var value = ArticleText.strip(keyed.value.text());
      switch (keyed.known.orElseThrow()) {
        case TITLE -> {
          return false;
        }
        case AUTHORS -> authors(value);
        case VENUE -> {
          if (!venue(value)) {
            venue = venue.or(() -> Optional.of(value).filter(text -> !text.isEmpty()));
          }
        }
        case YEAR -> {
          var found = YEAR.matcher(value);
          if (found.find()) {
            year = Optional.of(Integer.valueOf(found.group("year")));
          }
        }
        case DOI -> {
          var found = DOI.matcher(value);
          if (found.find()) {
            doi = Optional.of(found.group("doi"));
          }
        }
      }
      return true;
    }

    private void authors(String value) {
      var names = BRACKETS.matcher(value).replaceAll("");
      brackets(value).forEach(this::venue);
      for (var name : names.split("[,，、;；・]| and | & ")) {
        if (!name.isBlank()) {
          authors.add(ArticleText.strip(name));
        }
      }
    }

    /** Takes a line of names: Latin ones, or what stands above an address and is no sentence. */
    private boolean names(String text, boolean sure) {
      var plain = withoutSeparators(BRACKETS.matcher(text).replaceAll(""));
      int point = plain.lastIndexOf(". ");
      boolean behind =
          point > 0 && VENUE.matcher(withoutPoint(plain.substring(point + 2))).matches();
      var names = withoutPoint(behind ? plain.substring(0, point) : plain);
      var parts =
          Arrays.stream(names.split("[,，、;；・]| and | & "))
              .map(ArticleText::strip)
              .filter(part -> !part.isEmpty())
              .toList();
      boolean latin =
          !parts.isEmpty() && parts.stream().allMatch(part -> NAME.matcher(part).matches());
      boolean japanese =
          sure
              && parts.size() > 1
              && parts.stream()
                  .allMatch(
                      part ->
                          part.length() <= 12
                              && !part.endsWith("。")
                              && part.chars()
                                  .allMatch(c -> Character.isLetter(c) || c == ' ' || c == '　'));
      if (!(latin && (sure || parts.size() > 1) || japanese)) {
        return false;
      }
      authors(names);
      Stream.concat(
              brackets(text),
              behind ? Stream.of(withoutPoint(plain.substring(point + 2))) : Stream.empty())
          .forEach(this::venue);
      return true;
    }

    private boolean isAddressNext(int from, List<Line> lines, int limit) {
      return lines.subList(from + 1, limit).stream()
          .filter(line -> !line.is(Kind.BLANK))
          .limit(MAX_LINES_ABOVE_ADDRESS)
          .anyMatch(line -> addresses(line, title).isPresent());
    }
  }

  /** The addresses that a line consists of, if it does. */
  private static Optional<Addresses> addresses(Line line, Title title) {
    var content = line.content();
    var links = content.links();
    if (links.isEmpty()
        || links.size() > MAX_ADDRESSES
        || !line.is(Kind.TEXT) && !line.is(Kind.BULLET)
        || !links.stream().allMatch(link -> WebAddress.isAddress(link.address()))) {
      return Optional.empty();
    }
    var keyed = key(content);
    boolean labelled =
        keyed.isPresent()
            && keyed.get().known.filter(each -> each != Field.VENUE && each != Field.DOI).isEmpty()
            && isBare(keyed.get());
    var rest = new StringBuilder(content.text());
    var found = new ArrayList<Linked>();
    for (var link : links.reversed()) {
      var words = content.words(link);
      if (!labelled
          && !words.isEmpty()
          && !isLabel(words)
          && !ArticleText.key(words).equals(title.key())) {
        return Optional.empty();
      }
      found.addFirst(
          new Linked(
              link.address(),
              words.isEmpty() ? labelled ? keyed.get().key : label(content, link) : words));
      rest.replace(link.start(), link.end(), " ");
    }
    var remarks = new ArrayList<String>();
    var brackets = BRACKETS.matcher(rest);
    while (brackets.find()) {
      if (!isLabel(brackets.group("text"))) {
        remarks.add(brackets.group("text"));
      }
    }
    var words = BRACKETS.matcher(rest).replaceAll(" ");
    if (labelled || isLabel(words)) {
      return Optional.of(new Addresses(found, remarks));
    }
    if (VENUE.matcher(withoutSeparators(words)).matches()) {
      remarks.add(withoutSeparators(words));
      return Optional.of(new Addresses(found, remarks));
    }
    return Optional.empty();
  }

  private static Stream<String> brackets(String text) {
    return BRACKETS.matcher(text).results().map(result -> result.group("text"));
  }

  private static String withoutPoint(String text) {
    return text.endsWith(".") && !text.endsWith(" al.")
        ? text.substring(0, text.length() - 1)
        : text;
  }

  private static String withoutSeparators(String words) {
    int start = 0;
    int end = words.length();
    while (start < end && isSeparator(words.charAt(start))) {
      start++;
    }
    while (end > start && isSeparator(words.charAt(end - 1))) {
      end--;
    }
    return words.substring(start, end);
  }

  private static boolean isSeparator(char character) {
    return ArticleText.isSpace(character) || ",、:：|/;・-".indexOf(character) >= 0;
  }

  private static String label(Inline content, Inline.Span link) {
    var before = content.text().substring(0, link.start());
    return withoutSeparators(before.substring(Math.max(before.lastIndexOf(' '), 0)));
  }

  /** Whether a key's value is nothing but an address. */
  private static boolean isBare(Keyed keyed) {
    var text = keyed.value.text();
    int from = 0;
    for (var link : keyed.value.links()) {
      if (!text.substring(from, link.start())
          .chars()
          .allMatch(c -> "<>[]()|,/、 ".indexOf(c) >= 0)) {
        return false;
      }
      from = link.end();
    }
    return from > 0
        && text.substring(from).chars().allMatch(c -> "<>[]()|,/、 ".indexOf(c) >= 0)
        && keyed.key.chars().noneMatch(c -> "。、,".indexOf(c) >= 0);
  }

  /** Whether words only lead to an address. */
  static boolean isLabel(String words) {
    var text = words.toLowerCase(Locale.ROOT);
    if (text.contains("et al") || WebAddress.isAddress(words)) {
      return true;
    }
    return Arrays.stream(text.split("[^\\p{L}\\p{N}.]+|(?<=\\D)\\.|^\\.|\\.$"))
        .filter(word -> !word.isEmpty())
        .allMatch(word -> isLabelWord(word));
  }

  private static boolean isLabelWord(String word) {
    return LABELS.contains(word)
        || word.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == 'v')
        || LABEL_ENDS.stream()
            .anyMatch(
                end ->
                    word.endsWith(end)
                        && word.length() > end.length()
                        && LABELS.contains(word.substring(0, word.length() - end.length())));
  }

  /** Whether the line is an address that lacks something. */
  static boolean isUnfinished(Line line) {
    var text = key(line.content()).map(keyed -> keyed.value.text()).orElse(line.text());
    return Stream.of(line.text(), text)
        .map(ArticleText::strip)
        .anyMatch(each -> UNFINISHED.matcher(each).matches() && !WebAddress.isAddress(each));
  }

  /** The paper's own address: the one most surely of a paper; the first among equals. */
  Optional<String> address() {
    return links.stream().min(Comparator.comparingInt(Fields::rank)).map(Linked::address);
  }

  private static int rank(Linked link) {
    var kind = Links.kindOfAddress(link.address());
    if (kind.equals(Optional.of(Link.Kind.PAPER))) {
      return 0;
    }
    boolean paper = Links.kindOfWords(link.words()).equals(Optional.of(Link.Kind.PAPER));
    return kind.isEmpty() ? paper ? 1 : 2 : kind.get() == Link.Kind.POST ? 3 : 4;
  }

  /** The other addresses as links. */
  List<Link> others() {
    var own = address();
    Map<String, Link> others =
        links.stream()
            .filter(link -> !Optional.of(link.address()).equals(own))
            .collect(
                Collectors.toMap(
                    Linked::address,
                    link -> Links.link(link.address(), link.words(), ""),
                    (first, _) -> first,
                    LinkedHashMap::new));
    return List.copyOf(others.values());
  }
}
