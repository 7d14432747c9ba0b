package paperreviews.article;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import paperreviews.article.ImportedArticle.ImportedPaper;
import paperreviews.article.ImportedArticle.ImportedSection;
import paperreviews.article.ImportedArticle.LeftOut;
import paperreviews.catalogue.Author;
import paperreviews.catalogue.Link;
import paperreviews.catalogue.PaperId;

/**
 * Reads an article of reviews.
 *
 * <p>What is certain comes first: a paper is a title with an address below it. Sections are titles
 * between papers, told from lists and from tables of contents by their numbers, their marks and
 * what stands around them. What could be read in two ways is refused.
 */
public final class ArticleReader {
  private static final int LONGEST_TITLE = 1_000;
  private static final int LONGEST_PROSE = 40_000;
  private static final int LONGEST_ADDRESS = 2_000;

  private static final Pattern OPENING =
      Pattern.compile(
          "(?i)(?:.*(?:この記事|本記事|目次|もくじ|はじめに|前置き|まえがき|注意).*|contents?|table of contents|introduction|index)");

  private static final Pattern CLOSING =
      Pattern.compile(
          "(?i)(?:(?:お|終)わりに|終りに|おわり|終わり|まとめ(?:と.{1,20}|にかえて|に代えて)?|全体のまとめ|さいごに|最後に|最後まで.{0,30}|むすび|結び|結びに|結論"
              + "|あとがき|後書き|後記|編集後記|謝辞|総括|おまけ|感想|所感|(?:関連|過去の?|その他の?|他の)記事|参考(?:文献|資料|記事)?|宣伝|お知らせ|著者について|筆者について"
              + "|conclusions?|summary|closing|wrap[ -]?up|acknowledge?ments?|thanks.{0,30}|thank you.{0,30}|references?|about (?:me|the author))[。.!！:：]?");

  private static final Pattern FAREWELL =
      Pattern.compile(
          "(?i)(?:以上(?:、|が|で).*(?:です|でした|ました|ます)[。！!]*|.*(?:(?:お読み|読んで|ご覧)いただき|お付き合い|おつきあい).*ありがと.*|ここまで.*ありがと.*"
              + "|最後まで.*ありがと.*|ありがとうございました[。！!]*|thanks? (?:you )?for reading.*|(?:私の)?twitter ?[,:：、].*|.*フォロー(?:して|お願い|よろしく).*)");

  private static final Pattern RULE =
      Pattern.compile("(?:[-=_*—―─━~・.]" + ArticleText.SPACE + "*){3,}");

  private static final Pattern IMAGE =
      Pattern.compile("(?:!\\[[^\\]]*]\\([^)]*\\)" + ArticleText.SPACE + "*)+");

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?<year>(?:19|20)\\d{2})(?!\\d)");

  private final List<String> lines;
  private final String fileName;
  private final Given given;

  private final List<Remark> refusals = new ArrayList<>();
  private final List<Remark> warnings = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  /** What may be a title, by the index of its line. */
  private final NavigableMap<Integer, Headline> headlines = new TreeMap<>();

  /** What the lines before the first section name, as one compares titles, and where first. */
  private final Map<String, Integer> contents = new HashMap<>();

  private int closing;

  private ArticleReader(List<String> lines, String fileName, Given given) {
    this.lines = lines;
    this.fileName = fileName;
    this.given = given;
    this.closing = lines.size();
  }

  /**
   * What the author says beside the article; it goes before what the article says.
   *
   * @param id the article's id, or nothing
   * @param year the year that it is about, or nothing
   * @param author who wrote it, or nothing
   */
  public record Given(Optional<String> id, Optional<Integer> year, Optional<String> author) {
    /** Nothing beside the article. */
    public static final Given NOTHING =
        new Given(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A title with an address. */
  private record FoundPaper(Headline title, AddressLine address, Optional<String> ofTitle) {
    String url() {
      return ofTitle.orElseGet(() -> address.addresses().getFirst());
    }

    /** The last line of what stands above its review. */
    int end() {
      return address == null ? title.at() : address.at();
    }
  }

  /** A section's title and its papers. */
  private record FoundSection(Headline title, List<FoundPaper> papers) {}

  /**
   * Reads an article.
   *
   * @param article UTF-8 text or Markdown
   * @param fileName the name of its file, for an id where the title has none
   * @throws UnreadableArticleException if any of it cannot be placed
   */
  public static ImportedArticle read(byte[] article, String fileName, Given given)
      throws UnreadableArticleException {
    return new ArticleReader(ArticleText.lines(article), fileName, given).read();
  }

  private ImportedArticle read() throws UnreadableArticleException {
    for (int at = 0; at < lines.size(); at++) {
      int index = at;
      Headline.of(at, lines.get(at)).ifPresent(title -> headlines.put(index, title));
    }
    var papers = papers();
    stopIfRefused();
    var sections = sections(papers);
    stopIfRefused();
    int start = sections.getFirst().title.at();
    var title = title(start);
    leaveOut(0, start, "the opening", title.map(Headline::at).orElse(-1));
    var around = new ArrayList<Integer>();
    IntStream.range(closing, lines.size()).forEach(around::add);
    IntStream.range(0, start).forEach(around::add);
    var signed = Byline.in(lines, around);
    leaveOut(closing, lines.size(), "the closing part", -1);
    int year = year(title.map(Headline::title).orElse(""), papers, start);
    var id = id(title.map(Headline::title).orElse(""), year);
    var read = sections(sections, id);
    stopIfRefused();
    compareCounts(read, start);
    var author = author(signed);
    leftOut.sort(Comparator.comparingInt(LeftOut::first));
    warnings.sort(Comparator.comparingInt(Remark::line));
    return new ImportedArticle(
        id, title.orElseThrow().title(), year, author, read, leftOut, warnings);
  }

  private void stopIfRefused() throws UnreadableArticleException {
    if (!refusals.isEmpty()) {
      refusals.sort(Comparator.comparingInt(Remark::line));
      throw new UnreadableArticleException(refusals);
    }
  }

  private void refuse(int at, String why) {
    refusals.add(new Remark(at + 1, why));
  }

  private void warn(int at, String what) {
    warnings.add(new Remark(at + 1, what));
  }

  private boolean isBlank(int at) {
    return at < 0 || at >= lines.size() || lines.get(at).isEmpty();
  }

  private int nextText(int from, int end) {
    int at = from;
    while (at < end && isBlank(at)) {
      at++;
    }
    return at;
  }

  // Papers

  private List<FoundPaper> papers() {
    var found = new ArrayList<FoundPaper>();
    for (var title : headlines.values()) {
      int below = belowTitle(title.at());
      var address =
          below < lines.size()
              ? AddressLine.of(below, lines.get(below))
              : Optional.<AddressLine>empty();
      var ofTitle =
          title
              .address()
              .filter(Addresses::isAddress)
              .filter(
                  url ->
                      title.isMarked()
                          || FurtherLinks.kindOfAddress(url).equals(Optional.of(Link.Kind.PAPER)));
      if (ofTitle.isPresent() || address.isPresent()) {
        // Under a linked title, an address of its own is the same one, or a further link.
        boolean same =
            ofTitle.isEmpty()
                || address.map(line -> line.addresses().contains(ofTitle.get())).orElse(false);
        found.add(new FoundPaper(title, same ? address.orElse(null) : null, ofTitle));
      }
    }
    closing = closing(found);
    for (var paper : found) {
      if (paper.title.at() >= closing) {
        warn(
            paper.title.at(),
            "“%s” has an address below it like a paper, but stands in the closing part; it is left out"
                .formatted(paper.title.title()));
      }
    }
    found.removeIf(paper -> paper.title.at() >= closing);
    if (found.isEmpty()) {
      refusals.add(
          new Remark(
              0,
              "no paper was found; a paper is a title such as \"1. Title\" or \"### Title\" with its"
                  + " address on the next line"));
    }
    return found;
  }

  /** The line below a title; a figure may stand in between. */
  private int belowTitle(int title) {
    int at = nextText(title + 1, lines.size());
    while (at < lines.size() && isImage(at)) {
      at = nextText(at + 1, lines.size());
    }
    return at;
  }

  /** Where the article says goodbye: behind its last paper. */
  private int closing(List<FoundPaper> papers) {
    int last =
        papers.stream()
            .filter(paper -> isOfPaper(paper.url()))
            .mapToInt(FoundPaper::end)
            .max()
            .orElseGet(() -> papers.stream().mapToInt(FoundPaper::end).max().orElse(-1));
    if (last < 0) {
      return lines.size();
    }
    int review = nextText(last + 1, lines.size());
    for (int at = review + 1; at < lines.size(); at++) {
      if (CLOSING.matcher(words(at)).matches()) {
        return at;
      }
    }
    for (int at = review + 1; at < lines.size(); at++) {
      boolean ends = isRule(at) && nextText(at + 1, lines.size()) < lines.size();
      if ((ends || FAREWELL.matcher(ArticleText.strip(line(at))).matches())
          && titlesBetween(at, lines.size()).stream().noneMatch(Headline::hasNumber)) {
        warn(at, "the closing part seems to begin here; it is left out");
        return at;
      }
    }
    return lines.size();
  }

  private String line(int at) {
    return lines.get(at);
  }

  /** A line without the marks and the number of a title. */
  private String words(int at) {
    var title = headlines.get(at);
    return title == null ? ArticleText.strip(line(at)) : title.title();
  }

  /** Whether an address may be one of a paper, and not of a blog or of a person. */
  private static boolean isOfPaper(String address) {
    return FurtherLinks.kindOfAddress(address)
        .map(kind -> kind == Link.Kind.PAPER || kind == Link.Kind.CODE)
        .orElse(true);
  }

  private boolean isRule(int at) {
    return RULE.matcher(ArticleText.strip(line(at))).matches();
  }

  // Sections

  private List<FoundSection> sections(List<FoundPaper> papers) {
    var found = new ArrayList<FoundSection>();
    var first = firstSection(papers.getFirst());
    if (first.isEmpty()) {
      return found;
    }
    found.add(new FoundSection(first.get(), new ArrayList<>(List.of(papers.getFirst()))));
    for (int at = 1; at < papers.size(); at++) {
      var paper = papers.get(at);
      var section = sectionBefore(paper, papers.get(at - 1), found, restarts(papers));
      if (section.isPresent()) {
        found.add(new FoundSection(section.get(), new ArrayList<>()));
      }
      found.getLast().papers.add(paper);
    }
    checkEnd(found);
    return found;
  }

  /** Whether the papers are numbered anew in each section. */
  private static boolean restarts(List<FoundPaper> papers) {
    return IntStream.range(1, papers.size())
        .anyMatch(at -> isAnew(papers.get(at - 1), papers.get(at)));
  }

  private static boolean isAnew(FoundPaper before, FoundPaper paper) {
    return before.title.hasNumber()
        && paper.title.hasNumber()
        && (paper.title.number() <= before.title.number() || !prefix(paper).equals(prefix(before)));
  }

  /** The section's number that a paper's number such as 2-3 begins with. */
  private static Optional<Integer> prefix(FoundPaper paper) {
    var numbers = paper.title.numbers();
    return numbers.size() > 1 ? Optional.of(numbers.get(numbers.size() - 2)) : Optional.empty();
  }

  private List<Headline> titlesBetween(int from, int to) {
    return from >= to
        ? List.of()
        : headlines.subMap(from, false, to, false).values().stream()
            .filter(title -> !title.doubtful())
            .toList();
  }

  private Optional<Headline> firstSection(FoundPaper paper) {
    for (int at = 0; at < paper.title.at(); at++) {
      contents.putIfAbsent(Headline.keyOfContents(line(at)), at);
    }
    var titles = titlesBetween(-1, paper.title.at());
    int top = nextText(0, lines.size());
    var headings =
        titles.stream()
            .filter(title -> title.level() > 0)
            .filter(
                title ->
                    title.hasNumber()
                        || title.at() != top && !OPENING.matcher(title.title()).matches())
            .toList();
    var numbered =
        titles.stream().filter(title -> title.hasNumber() && !hasUnfinishedAddress(title)).toList();
    var candidates = firstCandidates(headings, numbered);
    var chosen = chooseFirst(candidates);
    if (chosen.isEmpty()) {
      if (candidates.isEmpty()) {
        refuse(
            paper.title.at(),
            "the paper “%s” stands before any section; write the section's title above it, such as \"1. Title\""
                .formatted(paper.title.title()));
      } else {
        candidates.forEach(title -> refuse(title.at(), ofTwoMeanings(title, candidates)));
      }
      return Optional.empty();
    }
    var section = chosen.get();
    contents.values().removeIf(at -> at >= section.at());
    for (var title : titlesBetween(section.at(), paper.title.at())) {
      checkText(title, section.at(), 0, paper);
    }
    return chosen;
  }

  /** The last heading, unless it has no number and others have. */
  private List<Headline> firstCandidates(List<Headline> headings, List<Headline> numbered) {
    if (headings.isEmpty()) {
      return numbered;
    }
    var last = headings.getLast();
    var behind =
        numbered.stream().filter(title -> title.at() > last.at() && standsAlone(title)).toList();
    return last.hasNumber() || behind.isEmpty() ? List.of(last) : behind;
  }

  /** The first section's title among what stands above the first paper. */
  private Optional<Headline> chooseFirst(List<Headline> candidates) {
    return narrowed(
        candidates,
        List.of(
            title -> isRepeated(title, candidates),
            Headline::isMarked,
            this::standsAlone,
            title -> !isFollowed(title, candidates),
            title -> title.number() == candidates.getFirst().number()));
  }

  /** Whether a table of contents has named a title before, and nothing names it again. */
  private boolean isRepeated(Headline title, List<Headline> candidates) {
    return contents.get(title.key()) < title.at()
        && candidates.stream()
            .noneMatch(other -> other.at() > title.at() && other.title().equals(title.title()))
        // A whole table of contents may stand there twice.
        && !isFollowed(title, candidates);
  }

  private static boolean isFollowed(Headline title, List<Headline> candidates) {
    return candidates.stream()
        .anyMatch(other -> other.at() > title.at() && other.number() == title.number() + 1);
  }

  private boolean standsAlone(Headline title) {
    return title.level() > 0 || isBlank(title.at() - 1) && isBlank(title.at() + 1);
  }

  /** The one that is left when each test has kept those that pass it, unless none would. */
  private static Optional<Headline> narrowed(
      List<Headline> candidates, List<Predicate<Headline>> tests) {
    var left = candidates;
    for (var test : tests) {
      var passing = left.stream().filter(test).toList();
      if (!passing.isEmpty()) {
        left = passing;
      }
      if (left.size() == 1) {
        break;
      }
    }
    return left.size() == 1 ? Optional.of(left.getFirst()) : Optional.empty();
  }

  private Optional<Headline> sectionBefore(
      FoundPaper paper, FoundPaper before, List<FoundSection> sections, boolean restarts) {
    var current = sections.getLast();
    var titles = titlesBetween(before.end(), paper.title.at());
    boolean anew = isAnew(before, paper);
    var chosen =
        current.title.level() > 0
            ? headingBefore(paper, before, current, titles)
            : titleBefore(paper, sections, titles, anew, restarts);
    if (chosen.isEmpty() && anew && refusals.isEmpty()) {
      refuse(
          paper.title.at(),
          "the numbers of papers begin again with “%s”, but no section's title stands before it"
              .formatted(paper.title.title()));
    }
    for (var title : titles) {
      if (!chosen.equals(Optional.of(title))
          && (title.level() == 0 || isBelow(title, before))
          && refusals.isEmpty()) {
        int from =
            chosen
                .filter(section -> section.at() < title.at())
                .map(Headline::at)
                .orElse(before.end());
        int number = from == before.end() ? before.title.number() : 0;
        checkText(title, from, number, paper);
      }
    }
    if (refusals.isEmpty()) {
      checkPrefix(
          paper, chosen.orElse(current.title), sections.size() + (chosen.isPresent() ? 1 : 0));
    }
    return chosen;
  }

  private void checkPrefix(FoundPaper paper, Headline section, int position) {
    int number = section.hasNumber() ? section.number() : position;
    prefix(paper)
        .filter(prefix -> prefix != number && prefix != position)
        .ifPresent(
            prefix ->
                refuse(
                    paper.title.at(),
                    "“%s” has the number %d-%d, but stands in section %d (line %d)"
                        .formatted(
                            paper.title.title(),
                            prefix,
                            paper.title.number(),
                            number,
                            section.at() + 1)));
  }

  /** Whether a heading is one within a review: deeper than those of papers. */
  private static boolean isBelow(Headline title, FoundPaper paper) {
    return paper.title.level() > 0 && title.level() > paper.title.level();
  }

  /** The section that begins between two papers, where sections are Markdown headings. */
  private Optional<Headline> headingBefore(
      FoundPaper paper, FoundPaper before, FoundSection current, List<Headline> titles) {
    var found = new ArrayList<Headline>();
    for (var title : titles) {
      if (title.level() == 0 || isBelow(title, before)) {
        continue;
      }
      boolean ofPapers = title.level() == before.title.level();
      boolean next = title.hasNumber() && title.number() == current.title.number() + 1;
      if (title.level() == current.title.level()
          && (!ofPapers || !title.hasNumber() || next && isAnew(before, paper))) {
        found.add(title);
      } else if (ofPapers) {
        refuse(title.at(), withoutAddress(title));
      } else {
        refuse(
            title.at(),
            "the heading “%s” is neither a section's, like line %d, nor a paper's, like line %d"
                .formatted(title.title(), current.title.at() + 1, before.title.at() + 1));
      }
    }
    for (int at = 0; at < found.size() - 1; at++) {
      refuse(found.get(at).at(), withoutPapers(found.get(at)));
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
  }

  /** The section that begins between two papers, where only numbers mark sections. */
  private Optional<Headline> titleBefore(
      FoundPaper paper,
      List<FoundSection> sections,
      List<Headline> titles,
      boolean anew,
      boolean restarts) {
    var current = sections.getLast().title;
    int before = sections.getLast().papers.getLast().end();
    int next = prefix(paper).orElse(current.number() + 1);
    for (var title : titles) {
      if (title.level() > 0 && !isBelow(title, paper)) {
        refuse(
            title.at(),
            title.level() == paper.title.level()
                ? withoutAddress(title)
                : "the heading “%s” is neither a section's, like line %d, nor a paper's, like line %d"
                    .formatted(title.title(), current.at() + 1, paper.title.at() + 1));
      }
    }
    var numbered =
        titles.stream().filter(title -> title.level() == 0 && title.hasNumber()).toList();
    var candidates =
        numbered.stream()
            .filter(title -> title.number() == next && !hasUnfinishedAddress(title))
            .filter(
                title ->
                    anew
                        || contents.containsKey(title.key())
                        || !restarts && standsAlone(title) && !isListed(title, before))
            .toList();
    if (candidates.isEmpty() && anew) {
      candidates =
          numbered.stream()
              .filter(
                  title -> contents.containsKey(title.key()) || title.number() > current.number())
              .filter(title -> standsAlone(title) && !isListed(title, before))
              .toList();
    }
    var chosen =
        narrowed(
            candidates,
            List.of(
                title -> contents.containsKey(title.key()),
                title -> title.bold() == current.bold(),
                this::standsAlone,
                title -> !isListed(title, before)));
    if (chosen.isEmpty()) {
      var others = candidates;
      candidates.forEach(title -> refuse(title.at(), ofTwoMeanings(title, others)));
    }
    return chosen;
  }

  private String ofTwoMeanings(Headline title, List<Headline> candidates) {
    var others =
        candidates.stream()
            .filter(other -> other != title)
            .map(other -> Integer.toString(other.at() + 1))
            .collect(Collectors.joining(", "));
    return "“%s” may be the title of section %d, and so may line %s: write the address below what is a paper, and mark the section as a heading: \"## %s\""
        .formatted(
            shortened(title.title()),
            title.number(),
            others,
            shortened(ArticleText.strip(line(title.at()))));
  }

  /** Whether a title is an entry of a list that begins with number 1 between a line and it. */
  private boolean isListed(Headline title, int from) {
    int wanted = title.number() - 1;
    for (int at = title.at() - 1; at > from && wanted > 0; at--) {
      var other = headlines.get(at);
      if (other != null && other.level() == 0 && other.number() == wanted) {
        wanted--;
      }
    }
    return wanted == 0;
  }

  /** Makes sure that what looks like a title may stand in a text. */
  private void checkText(Headline title, int from, int numberBefore, FoundPaper next) {
    if (!title.hasNumber()) {
      return;
    }
    int number = title.number();
    boolean leads =
        next != null
            && next.title.hasNumber()
            && number == next.title.number() - 1
            && number > numberBefore;
    boolean follows = numberBefore > 0 && number == numberBefore + 1;
    boolean besideAnother = isBesideAnother(title, next);
    if ((leads || follows) && !besideAnother) {
      refuse(title.at(), withoutAddress(title));
    } else if (standsAlone(title) && !besideAnother && !isListed(title, from)) {
      refuse(
          title.at(),
          "“%s” begins like a title, but number %d is neither that of the next section nor of the next paper"
              .formatted(shortened(title.title()), number));
    }
  }

  /** Whether the line before or behind is another entry of the same list. */
  private boolean isBesideAnother(Headline title, FoundPaper next) {
    int before = title.at() - 1;
    while (before >= 0 && isBlank(before)) {
      before--;
    }
    int behind = nextText(title.at() + 1, lines.size());
    var above = headlines.get(before);
    var below = next != null && behind == next.title.at() ? null : headlines.get(behind);
    return above != null
            && above.level() == 0
            && above.number() > 0
            && above.number() == title.number() - 1
        || below != null && below.level() == 0 && below.number() == title.number() + 1;
  }

  private boolean hasUnfinishedAddress(Headline title) {
    int below = belowTitle(title.at());
    return below < lines.size() && AddressLine.isUnfinished(line(below));
  }

  private String withoutAddress(Headline title) {
    if (hasUnfinishedAddress(title)) {
      int below = belowTitle(title.at());
      return "“%s” has an address on line %d that is not whole: %s; write it with https://"
          .formatted(shortened(title.title()), below + 1, ArticleText.strip(line(below)));
    }
    return "“%s” looks like a paper's title, but no address stands on the next line; write it there"
        .formatted(shortened(title.title()));
  }

  private static String withoutPapers(Headline title) {
    return "the section “%s” has no papers; a paper is a title with its address on the next line"
        .formatted(shortened(title.title()));
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= 80
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 80)) + "…";
  }

  /** Behind the last paper there may be its review and the closing part, but no title. */
  private void checkEnd(List<FoundSection> sections) {
    var section = sections.getLast();
    var last = section.papers.getLast();
    for (var title : titlesBetween(last.end(), closing)) {
      if (title.level() > 0) {
        if (!isBelow(title, last)) {
          if (!title.hasNumber()
              && title.level() == section.title.level()
              && title.level() != last.title.level()) {
            closing = title.at();
            return;
          }
          refuse(
              title.at(),
              title.level() == last.title.level() ? withoutAddress(title) : withoutPapers(title));
        }
      } else if (title.hasNumber()
          && section.title.level() == 0
          && title.number() == section.title.number() + 1
          && standsAlone(title)
          && !isListed(title, last.end())) {
        refuse(title.at(), withoutPapers(title));
      } else {
        checkText(title, last.end(), last.title.number(), null);
      }
    }
  }

  // Texts

  private Optional<Headline> title(int start) {
    int top = nextText(0, start);
    while (top < start && (isRule(top) || isImage(top))) {
      top = nextText(top + 1, start);
    }
    int first = top;
    var heading =
        headlines.values().stream()
            .filter(title -> title.at() >= first && title.at() < start)
            .filter(title -> title.level() == 1 && !title.hasNumber())
            .findFirst();
    if (heading.isPresent()) {
      return heading;
    }
    if (top == start) {
      refuse(0, "the article's title is missing; write it on the first line");
      return Optional.empty();
    }
    var marked = headlines.get(top);
    var words =
        marked != null && !marked.hasNumber() ? marked.title() : ArticleText.strip(line(top));
    return Optional.of(new Headline(top, 0, false, List.of(), words, Optional.empty(), false));
  }

  /** Notes the lines of a part that are not written, in one piece or around the one that is. */
  private void leaveOut(int from, int to, String what, int but) {
    int first = nextText(from, to);
    if (but >= first) {
      leaveOut(first, but, what, -1);
      first = nextText(but + 1, to);
    }
    int last = to - 1;
    while (last >= first && isBlank(last)) {
      last--;
    }
    if (first <= last) {
      leftOut.add(new LeftOut(first + 1, last + 1, what));
    }
  }

  private boolean isImage(int at) {
    return IMAGE.matcher(ArticleText.strip(line(at))).matches();
  }

  /** The text of these lines: paragraphs as they are, without rules and images. */
  private String text(int from, int to) {
    var text = new StringBuilder();
    boolean gap = false;
    for (int at = from; at < to; at++) {
      if (isBlank(at)) {
        gap = true;
      } else if (isRule(at)) {
        leftOut.add(new LeftOut(at + 1, at + 1, "a rule"));
        gap = true;
      } else if (isImage(at)) {
        leftOut.add(new LeftOut(at + 1, at + 1, "an image"));
        gap = true;
      } else {
        if (!text.isEmpty()) {
          text.append(gap ? "\n\n" : "\n");
        }
        text.append(text.isEmpty() ? ArticleText.strip(line(at)) : line(at));
        gap = false;
      }
    }
    return text.toString();
  }

  private List<ImportedSection> sections(List<FoundSection> found, String articleId) {
    var read = new ArrayList<ImportedSection>();
    var ids = new PaperIds();
    var numbers = numbers(found.stream().map(FoundSection::title).toList(), "sections");
    for (int at = 0; at < found.size(); at++) {
      var section = found.get(at);
      int end = at + 1 < found.size() ? found.get(at + 1).title.at() : closing;
      var introduction = text(section.title.at() + 1, section.papers.getFirst().title.at());
      checkLength(section.title.at(), "the section's title", section.title.title(), LONGEST_TITLE);
      checkLength(section.title.at(), "the introduction", introduction, LONGEST_PROSE);
      var papers = papers(section, end, ids);
      read.add(
          new ImportedSection(
              section.title.at() + 1,
              articleId + "-section-" + numbers.get(at),
              numbers.get(at),
              section.title.title(),
              introduction,
              links(section.title.at(), introduction, ""),
              papers));
    }
    return read;
  }

  private List<ImportedPaper> papers(FoundSection section, int end, PaperIds ids) {
    var read = new ArrayList<ImportedPaper>();
    var numbers = numbers(section.papers.stream().map(FoundPaper::title).toList(), "papers");
    for (int at = 0; at < section.papers.size(); at++) {
      var paper = section.papers.get(at);
      var title = paper.title;
      int to = at + 1 < section.papers.size() ? section.papers.get(at + 1).title.at() : end;
      boolean whole = paper.address != null && paper.address.wanted();
      if (paper.address != null && !whole && !paper.address.words().isEmpty()) {
        var words = paper.address.words();
        if (!Headline.keyOfContents(words).equals(title.key())) {
          leftOut.add(
              new LeftOut(
                  paper.address.at() + 1,
                  paper.address.at() + 1,
                  "“%s” at the address".formatted(words)));
        }
      }
      text(title.at() + 1, paper.end());
      var below = text(paper.end() + 1, to);
      if (below.isEmpty()) {
        refuse(
            title.at(),
            "the paper “%s” has no review below its address".formatted(shortened(title.title())));
      }
      var review =
          whole
              ? ArticleText.strip(line(paper.address.at()))
                  + (isBlank(paper.end() + 1) ? "\n\n" : "\n")
                  + below
              : below;
      var url = paper.url();
      checkLength(title.at(), "the title", title.title(), LONGEST_TITLE);
      checkLength(paper.end(), "the address", url, LONGEST_ADDRESS);
      checkLength(title.at(), "the review", review, LONGEST_PROSE);
      checkForLostTitles(paper.end() + 1, to);
      var id = ids.of(url, title.title());
      if (id.taken().isPresent()) {
        warn(
            title.at(),
            "the paper %s has this %s already; this one gets the id %s"
                .formatted(id.taken().get(), id.ofAddress() ? "address" : "title", id.id()));
      }
      read.add(
          new ImportedPaper(
              title.at() + 1,
              id.id(),
              numbers.get(at),
              title.title(),
              url,
              review,
              links(title.at(), review, url)));
    }
    return read;
  }

  /** A paper's address below a line in Latin letters is a paper whose title lacks its number. */
  private void checkForLostTitles(int from, int to) {
    int above = -1;
    for (int at = from; at < to; at++) {
      if (isBlank(at)) {
        continue;
      }
      var address = AddressLine.of(at, line(at));
      if (above >= 0
          && address.isPresent()
          && FurtherLinks.kindOfAddress(address.get().addresses().getFirst())
              .equals(Optional.of(Link.Kind.PAPER))
          && AddressLine.of(above, line(above)).isEmpty()
          && line(above).matches("[\\x20-\\x7E–—‐-―’“”]{8,300}")
          && !line(above).matches(".*[.:→>]$")) {
        refuse(
            above,
            "“%s” looks like a paper's title, with an address below it, but has neither a number nor a mark; number it, or put both on one line"
                .formatted(shortened(ArticleText.strip(line(above)))));
      }
      above = at;
    }
  }

  private void checkLength(int at, String what, String text, int longest) {
    int length = text.codePointCount(0, text.length());
    if (length > longest) {
      refuse(at, "%s has %,d characters; at most %,d are allowed".formatted(what, length, longest));
    }
  }

  private List<Link> links(int at, String text, String own) {
    text.lines()
        .flatMap(line -> Addresses.in(line).stream())
        .map(Addresses.Found::address)
        .filter(address -> !Addresses.isAddress(address))
        .forEach(
            address ->
                warn(
                    at,
                    "%s below is not an address; it stays in the text, but is no link"
                        .formatted(shortened(address))));
    var links = FurtherLinks.in(text, own);
    if (links.size() > 200) {
      refuse(at, "there are %,d links below; at most 200 are allowed".formatted(links.size()));
    }
    links.stream()
        .filter(link -> link.url().map(String::length).orElse(0) > LONGEST_ADDRESS)
        .forEach(
            link ->
                refuse(
                    at,
                    "a link below has an address of %,d characters; at most %,d are allowed"
                        .formatted(link.url().orElseThrow().length(), LONGEST_ADDRESS)));
    links.stream()
        .filter(link -> link.url().isEmpty())
        .forEach(
            link ->
                warn(
                    at,
                    "the article gives no address for “%s”; add a url to the link if you know it"
                        .formatted(shortened(link.title()))));
    return links;
  }

  /** The article's own numbers if they count up; else the places. */
  private List<Integer> numbers(List<Headline> titles, String what) {
    boolean counted =
        IntStream.range(0, titles.size())
            .allMatch(at -> titles.get(at).number() > (at == 0 ? 0 : titles.get(at - 1).number()));
    if (!counted && titles.stream().anyMatch(Headline::hasNumber)) {
      warn(
          titles.getFirst().at(),
          "the numbers of the %s from here on do not count up; they are numbered by their order"
              .formatted(what));
    }
    for (int at = 1; counted && at < titles.size(); at++) {
      if (titles.get(at).number() > titles.get(at - 1).number() + 1) {
        warn(
            titles.get(at).at(),
            "the numbers of the %s jump from %d to %d here; look whether one is missing"
                .formatted(what, titles.get(at - 1).number(), titles.get(at).number()));
      }
    }
    return IntStream.range(0, titles.size())
        .mapToObj(at -> counted ? titles.get(at).number() : at + 1)
        .toList();
  }

  // The article as a whole

  private int year(String title, List<FoundPaper> papers, int start) {
    if (given.year.isPresent()) {
      return given.year.get();
    }
    var texts = new ArrayList<String>();
    texts.add(title);
    texts.addAll(lines.subList(0, start));
    texts.add(fileName);
    for (var text : texts) {
      var year = YEAR.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
      if (year.find()) {
        return Integer.parseInt(year.group("year"));
      }
    }
    var ofPapers =
        papers.stream()
            .flatMap(paper -> PaperId.ofAddress(paper.url()).stream())
            .filter(id -> id.matches("\\d{4}\\.\\d{4,5}"))
            .mapToInt(id -> 2000 + Integer.parseInt(id.substring(0, 2)))
            .max();
    if (ofPapers.isEmpty()) {
      refuse(0, "the article does not say which year it is about; give --year");
      return 0;
    }
    warnings.add(
        new Remark(
            0,
            "the article does not say which year it is about; %d is that of its latest arXiv number, give --year if it is another"
                .formatted(ofPapers.getAsInt())));
    return ofPapers.getAsInt();
  }

  private String id(String title, int year) {
    if (given.id.isPresent()) {
      return given.id.get();
    }
    var part =
        Pattern.compile("(?i)part\\s*\\.?\\s*(\\d{1,3})")
            .matcher(Normalizer.normalize(title, Normalizer.Form.NFKC));
    var ofYear = YEAR.matcher(title);
    if (part.find() && ofYear.find()) {
      return "%d-part-%d".formatted(year, Integer.valueOf(part.group(1)));
    }
    var ofFile = PaperIds.slug(fileName.replaceFirst("\\.[A-Za-z0-9]{1,8}$", ""));
    if (!ofFile.isEmpty()) {
      return ofFile;
    }
    var ofTitle = PaperIds.slug(title);
    return ofTitle.isEmpty() ? "article-" + year : ofTitle;
  }

  private Optional<Author> author(Optional<Byline.Signed> signed) {
    if (given.author.isPresent()) {
      return Optional.of(
          signed
              .map(by -> new Author(given.author.get(), by.author().role(), by.author().links()))
              .orElseGet(() -> new Author(given.author.get(), "", List.of())));
    }
    if (signed.isEmpty()) {
      warnings.add(
          new Remark(
              0, "the article does not say who wrote it; give --author if it should be shown"));
    }
    signed
        .flatMap(Byline.Signed::handle)
        .ifPresent(
            at ->
                warn(
                    at,
                    "the author's name is taken from an address here; give --author if it is another"));
    return signed.map(Byline.Signed::author);
  }

  private void compareCounts(List<ImportedSection> sections, int start) {
    int papers = sections.stream().mapToInt(section -> section.papers().size()).sum();
    var around =
        IntStream.concat(IntStream.range(0, start), IntStream.range(closing, lines.size()));
    for (int at : around.toArray()) {
      for (int count : ClaimedCounts.papers(line(at))) {
        if (count != papers) {
          warn(at, "the article speaks of %d papers here; %d were found".formatted(count, papers));
        }
      }
      for (int count : ClaimedCounts.sections(line(at))) {
        if (count != sections.size()) {
          warn(
              at,
              "the article speaks of %d sections here; %d were found"
                  .formatted(count, sections.size()));
        }
      }
    }
    for (var section : sections) {
      ClaimedCounts.papersOfSection(section.title() + "\n" + section.introduction())
          .filter(count -> count != section.papers().size())
          .ifPresent(
              count ->
                  warn(
                      section.line() - 1,
                      "the section speaks of %d papers; %d were found"
                          .formatted(count, section.papers().size())));
    }
    if (closing == lines.size()) {
      warn(
          sections.getLast().papers().getLast().line() - 1,
          "no closing part such as まとめ was found; look whether this last review ends where it should");
    }
  }
}
