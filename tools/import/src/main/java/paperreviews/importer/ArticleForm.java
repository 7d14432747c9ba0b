package paperreviews.importer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import paperreviews.importer.Head.Shape;
import paperreviews.importer.Head.Style;
import paperreviews.importer.Line.Kind;
import paperreviews.importer.Numbering.Certainty;
import paperreviews.model.Link;

/**
 * Decides once for an article how the titles of its papers are set, and finds the papers.
 *
 * <p>The grammar of articles, in which each line is what Markdown takes it for:
 *
 * <pre>
 * article  = [front matter] title opening (section+ | paper+) [closing]
 * section  = heading introduction paper+
 * paper    = title fields review
 * heading  = one style in the whole article: "## Words", "**1. Words**", "■ Words", "1. Words",
 *            "第1章 Words"; headings of two levels are joined
 * title    = one style in the whole article, behind a number in all titles or in none:
 *            "### Words", "**Words**", "① Words", "1. Words", "1-2. Words", "タイトル: Words",
 *            "[Words](address)", "- [Words](address): review"
 *            the words may be a link, and links in brackets may stand behind them
 * fields   = (address line | authors | venue | key ":" value)*    in any order, bulleted or not
 * review   = any Markdown without images and HTML; headings become bold
 * </pre>
 *
 * <p>The address is in the title, behind it, in the fields, or below a heading that each paper has
 * for it. The style is the one that most different titles with a paper's address have. A line that
 * looks like a title and is not set in the style is refused, not guessed.
 */
final class ArticleForm {
  private final List<Line> lines;
  private final Findings findings;
  private final boolean addressesOptional;

  /** The lines that may be titles, by their index. */
  private final NavigableMap<Integer, Head> heads = new TreeMap<>();

  /** Those of them that are headings. */
  private final NavigableSet<Integer> headings = new TreeSet<>();

  private final Map<Integer, Fields> fields = new LinkedHashMap<>();

  private ArticleForm(List<Line> lines, boolean addressesOptional, Findings findings) {
    this.lines = lines;
    this.addressesOptional = addressesOptional;
    this.findings = findings;
  }

  /**
   * A paper as it is found.
   *
   * @param head its title
   * @param fields what is written below the title
   * @param address the lines within the review that only give the address, if there are any
   */
  record Found(Head head, Fields fields, Lines.Range address) {
    Found(Head head, Fields fields) {
      this(head, fields, new Lines.Range(-1, -1));
    }

    int at() {
      return head.at();
    }
  }

  /**
   * What an article consists of.
   *
   * @param heads the lines that may be titles
   * @param style of the papers' titles
   * @param papers the papers in order
   */
  record Papers(
      NavigableMap<Integer, Head> heads, Style style, boolean numbered, List<Found> papers) {
    /** The style in words. */
    String form() {
      return style + (numbered && style.shape() != Shape.NUMBER ? " with a number" : "");
    }

    /** Whether a line is set as the title of a paper is. */
    boolean fits(Head head) {
      return head.style().equals(style) && (!numbered || head.hasNumber());
    }

    /** The level of the papers' headings; below all headings if they are none. */
    int level() {
      return style.shape() == Shape.HEADING ? style.level() : 7;
    }
  }

  /** Finds the papers of an article. */
  static Papers in(List<Line> lines, boolean addressesOptional, Findings findings)
      throws UnreadableArticleException {
    return new ArticleForm(lines, addressesOptional, findings).papers();
  }

  private Papers papers() throws UnreadableArticleException {
    lines.forEach(line -> Head.of(line).ifPresent(head -> heads.put(head.at(), head)));
    settleNumbers();
    heads.values().stream().filter(Head::isHeading).map(Head::at).forEach(headings::add);
    for (var head : heads.values()) {
      int limit = limit(head);
      fields.put(head.at(), Fields.below(head, lines, limit));
    }
    var style = style();
    if (style.isEmpty()) {
      refuseWithoutPapers();
    }
    findings.stopIfRefused();
    var all =
        heads.values().stream().filter(head -> head.style().equals(style.orElseThrow())).toList();
    long addressed = all.stream().filter(this::hasAddress).count();
    boolean numbered =
        all.stream().filter(this::hasAddress).filter(Head::hasNumber).count() * 2 > addressed;
    var papers = new Papers(heads, style.get(), numbered, new ArrayList<>());
    for (var head : all) {
      if (papers.fits(head)) {
        found(head, papers).ifPresent(papers.papers::add);
      }
    }
    return papers;
  }

  /** Where the next heading is. */
  private int limit(Head head) {
    var next = headings.higher(head.at());
    return next == null ? lines.size() : next;
  }

  private boolean hasAddress(Head head) {
    return fields.get(head.at()).address().isPresent();
  }

  // Numbers

  /** Takes digits for a number only where the style's numbers count. */
  private void settleNumbers() {
    var byStyle =
        heads.values().stream()
            .filter(Head::hasNumber)
            .collect(Collectors.groupingBy(this::ofNumbers));
    for (var group : byStyle.values()) {
      var spaced = group.stream().filter(head -> head.is(Certainty.SPACED)).toList();
      if (!counts(spaced)) {
        spaced.forEach(this::dropNumber);
      }
      for (var head : group.stream().filter(each -> each.is(Certainty.TIGHT)).toList()) {
        boolean follows =
            group.stream()
                .anyMatch(
                    other ->
                        other.is(Certainty.CERTAIN)
                            && isTight(other)
                            && (head.lastNumber() == 1
                                ? other.lastNumber() == 2
                                : other.at() < head.at()
                                    && other.lastNumber() == head.lastNumber() - 1));
        if (!follows) {
          dropNumber(head);
        }
      }
    }
  }

  private String ofNumbers(Head head) {
    var style = head.style();
    return style.shape()
        + " "
        + style.level()
        + (style.shape() == Shape.NUMBER ? style.pattern() : "");
  }

  private boolean isTight(Head head) {
    var line = lines.get(head.at()).text();
    return head.number()
        .filter(
            number -> !ArticleText.isSpace(line.charAt(Math.min(number.end(), line.length()) - 1)))
        .isPresent();
  }

  private static boolean counts(List<Head> heads) {
    for (int at = 0; at < heads.size(); at++) {
      int number = heads.get(at).lastNumber();
      if (number != 1 && (at == 0 || number != heads.get(at - 1).lastNumber() + 1)) {
        return false;
      }
    }
    return heads.size() > 1;
  }

  private void dropNumber(Head head) {
    heads.remove(head.at());
    head.unnumbered(lines.get(head.at())).ifPresent(other -> heads.put(other.at(), other));
  }

  // The style

  /** The style of the papers' titles; nothing if no line with an address may be one. */
  private Optional<Style> style() {
    var candidates =
        heads.values().stream()
            .filter(head -> hasAddress(head) && !Fields.isLabel(head.title()))
            .toList();
    var labels = labels();
    for (boolean lists : List.of(false, true)) {
      var groups =
          candidates.stream()
              .filter(
                  head ->
                      lists
                          == (head.style().shape() == Shape.LINK
                              || head.style().shape() == Shape.BULLET))
              .filter(head -> !labels.contains(head))
              .collect(Collectors.groupingBy(Head::style, LinkedHashMap::new, Collectors.toList()));
      var best =
          groups.entrySet().stream()
              .max(
                  Comparator.<Map.Entry<Style, List<Head>>>comparingLong(
                          each -> titles(each.getValue(), true))
                      .thenComparingLong(each -> titles(each.getValue(), false))
                      // Among equals, the one that the article begins with.
                      .thenComparingInt(each -> -each.getValue().getFirst().at()));
      if (best.isPresent()) {
        return best.map(Map.Entry::getKey);
      }
    }
    return labels.stream()
        .flatMap(label -> parent(label).stream())
        .findFirst()
        .or(this::titleOfTexts)
        .map(Head::style);
  }

  /** One of the headings without address, if each has the address in its text, or needs none. */
  private Optional<Head> titleOfTexts() {
    var titles = styleOfTexts();
    boolean labelled =
        titles.stream()
            .allMatch(head -> labelled(head, fields.get(head.at()), limit(head)).isPresent());
    return titles.stream().filter(_ -> labelled || addressesOptional).findFirst();
  }

  /** How many different titles there are, and of these, with a paper's address. */
  private long titles(List<Head> group, boolean ofPapers) {
    return group.stream()
        .filter(head -> !ofPapers || isOfPaper(fields.get(head.at())))
        .map(Head::key)
        .distinct()
        .count();
  }

  private static boolean isOfPaper(Fields fields) {
    return fields.address().flatMap(Links::kindOfAddress).equals(Optional.of(Link.Kind.PAPER));
  }

  /** Headings above an address that are called the same, or by a word for addresses. */
  private List<Head> labels() {
    return heads.values().stream()
        .filter(
            head ->
                head.isHeading()
                    && hasAddress(head)
                    && (Fields.isLabel(head.title()) || isRepeated(head)))
        .toList();
  }

  /** Whether all titles of this style with an address are called the same. */
  private boolean isRepeated(Head head) {
    var group =
        heads.values().stream()
            .filter(other -> other.style().equals(head.style()) && hasAddress(other))
            .toList();
    return group.size() > 1 && group.stream().map(Head::key).distinct().count() == 1;
  }

  private Optional<Head> parent(Head head) {
    return heads.headMap(head.at(), false).descendingMap().values().stream()
        .filter(other -> other.isHeading() && other.style().level() < head.style().level())
        .findFirst();
  }

  /** The deepest headings whose titles differ, and that a text follows. */
  private List<Head> styleOfTexts() {
    for (int level = 6; level > 1; level--) {
      int deep = level;
      var group =
          heads.values().stream()
              .filter(head -> head.isHeading() && head.style().level() == deep)
              .toList();
      long titles = group.stream().map(Head::key).distinct().count();
      if (titles > 1 && titles == group.size() || titles == 1 && group.size() == 1) {
        return group;
      }
    }
    return List.of();
  }

  private void refuseWithoutPapers() {
    var titles = styleOfTexts();
    for (var head : titles) {
      findings.refuse(head.at(), withoutAddress(head));
    }
    if (titles.isEmpty()) {
      findings.refuse(
          "no paper was found; a paper is a title such as \"1. Title\" or \"### Title\" with its"
              + " address on the next line");
    }
  }

  // Papers

  private Optional<Found> found(Head head, Papers papers) {
    var own = fields.get(head.at());
    if (own.address().isPresent()) {
      return Optional.of(new Found(head, own));
    }
    int end =
        heads.tailMap(head.at(), false).values().stream()
            .filter(
                other ->
                    papers.fits(other)
                        || other.isHeading() && other.style().level() <= papers.level())
            .map(Head::at)
            .findFirst()
            .orElse(lines.size());
    var label =
        heads.subMap(head.at(), false, end, false).values().stream()
            .filter(other -> labels().contains(other))
            .findFirst();
    if (label.isPresent()) {
      return Optional.of(below(label.get(), head, own, end));
    }
    return labelled(head, own, end);
  }

  /** The address below a heading that leads to it and to nothing else. */
  private Found below(Head label, Head head, Fields own, int end) {
    var address = fields.get(label.at());
    int next =
        heads.subMap(label.at(), false, end, false).values().stream()
            .filter(Head::isHeading)
            .map(Head::at)
            .findFirst()
            .orElse(end);
    if (lines.subList(address.end() + 1, next).stream().anyMatch(line -> !line.is(Kind.BLANK))) {
      findings.refuse(
          label.at(),
          "“%s” is a heading within the review of “%s”, but the paper's address and other text are below it; move the address right below the paper's title"
              .formatted(
                  ArticleText.shortened(label.title()), ArticleText.shortened(head.title())));
    }
    return new Found(head, own.with(address), new Lines.Range(label.at(), address.end()));
  }

  /** The address in a line such as 論文: address, where it is the only one of its kind. */
  private Optional<Found> labelled(Head head, Fields own, int end) {
    var found =
        lines.subList(head.at() + 1, end).stream()
            .filter(line -> Fields.isPaperLine(line))
            .toList();
    if (found.size() != 1) {
      return Optional.empty();
    }
    var address = Fields.of(found.getFirst(), head);
    return Optional.of(
        new Found(
            head,
            own.with(address),
            new Lines.Range(found.getFirst().at(), found.getFirst().at())));
  }

  static String withoutAddress(Head head) {
    return "“%s” looks like a paper's title, but no address stands on the next line; write it there, or import with --without-addresses"
        .formatted(ArticleText.shortened(head.title()));
  }
}
