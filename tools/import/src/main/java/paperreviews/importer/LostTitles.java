package paperreviews.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import paperreviews.importer.ArticleForm.Found;
import paperreviews.importer.ArticleForm.Papers;
import paperreviews.importer.Head.Shape;
import paperreviews.importer.Line.Kind;
import paperreviews.model.Link;

/** Finds in an article's texts what looks like a title and would be lost there. */
final class LostTitles {
  private static final int MAX_TITLE = 300;
  private static final int MAX_HEADLINE = 80;
  private static final String SENTENCE_ENDS = "。．.!?！？」』)）:：→⇒…";

  private final List<Line> lines;
  private final Papers papers;
  private final Outline outline;
  private final Findings findings;

  /** How often each text is a line. */
  private final Map<String, Long> counts;

  LostTitles(List<Line> lines, Papers papers, Outline outline, Findings findings) {
    this.lines = lines;
    this.papers = papers;
    this.outline = outline;
    this.findings = findings;
    this.counts =
        lines.stream()
            .collect(
                Collectors.groupingBy(line -> ArticleText.key(line.text()), Collectors.counting()));
  }

  /** Refuses what looks like a title. */
  void check() {
    for (int at = 0; at < lines.size(); at++) {
      int line = at;
      boolean known =
          at == outline.titleAt()
              || papers.papers().stream()
                  .anyMatch(
                      paper ->
                          line >= paper.at() && line <= paper.fields().end()
                              || paper.address().has(line));
      if (!known) {
        checkAddressBelow(at);
      }
    }
    var headlines = new ArrayList<Integer>();
    for (var paper : papers.papers()) {
      checkLabelAbove(paper);
      headlineAbove(paper).ifPresent(headlines::add);
    }
    boolean each = headlines.size() > 1 && headlines.size() * 2 > papers.papers().size();
    headlines.stream()
        .filter(at -> each || isOdd(at))
        .forEach(
            at ->
                findings.refuse(
                    at,
                    "“%s” is right above a paper's title, and would be the end of the review before; write it below the title"
                        .formatted(
                            ArticleText.shortened(ArticleText.strip(lines.get(at).source())))));
  }

  /** A line by itself with a paper's address below it. */
  private void checkAddressBelow(int at) {
    var line = lines.get(at);
    int next = next(at);
    if (next == lines.size() || !Fields.isAddressLine(lines.get(next)) || !looksLikeTitle(line)) {
      return;
    }
    var kind = Links.kindOfAddress(lines.get(next).content().links().getFirst().address());
    boolean latin = line.text().chars().allMatch(c -> c < 0x370 || c >= 0x2010 && c < 0x2030);
    boolean paper =
        kind.equals(Optional.of(Link.Kind.PAPER))
            || kind.isEmpty() && latin && line.text().length() > 7;
    if (paper) {
      findings.refuse(
          at,
          "“%s” looks like a paper's title, with an address below it, but is not set as the others are: %s; set it like them, or put both on one line"
              .formatted(ArticleText.shortened(ArticleText.strip(line.text())), papers.style()));
    }
  }

  private boolean looksLikeTitle(Line line) {
    var text = ArticleText.strip(line.text());
    return (line.is(Kind.TEXT) || line.is(Kind.HEADING))
        && !text.isEmpty()
        && text.length() <= MAX_TITLE
        && line.content().links().isEmpty()
        && SENTENCE_ENDS.substring(0, 6).indexOf(text.charAt(text.length() - 1)) < 0
        && ":：→⇒>".indexOf(text.charAt(text.length() - 1)) < 0
        && text.indexOf('。') < 0
        && !Fields.isLabel(text)
        && counts.get(ArticleText.key(text)) == 1;
  }

  private int next(int at) {
    return IntStream.range(at + 1, lines.size())
        .filter(other -> !lines.get(other).is(Kind.BLANK))
        .findFirst()
        .orElse(lines.size());
  }

  /** The line with text above a paper's title, unless a title of a section is between them. */
  private int above(Found paper) {
    int at = paper.at() - 1;
    while (at >= 0
        && (lines.get(at).is(Kind.BLANK)
            || lines.get(at).is(Kind.RULE)
            || lines.get(at).is(Kind.IMAGE))) {
      at--;
    }
    int line = at;
    boolean other =
        at == outline.titleAt()
            || outline.sections().stream()
                .anyMatch(
                    section -> section.headings().stream().anyMatch(head -> head.at() == line))
            || papers.papers().stream().anyMatch(each -> each.fields().end() == line);
    return other ? -1 : at;
  }

  private void checkLabelAbove(Found paper) {
    int at = above(paper);
    var head = papers.heads().get(at);
    if (head != null
        && (head.isHeading() || head.style().shape() == Shape.BOLD && head.links().isEmpty())
        && !paper.address().has(head.at())) {
      findings.refuse(
          at,
          "“%s” has no text below it before the next paper's title; if it is the title of a section, set it like the others, otherwise remove it"
              .formatted(ArticleText.shortened(head.title())));
    }
  }

  /** A line without a sentence, by itself, above a title. */
  private Optional<Integer> headlineAbove(Found paper) {
    int at = above(paper);
    if (at
            < Math.max(
                1, outline.sections().isEmpty() ? lines.size() : outline.sections().getFirst().at())
        || !lines.get(at - 1).is(Kind.BLANK)) {
      return Optional.empty();
    }
    var line = lines.get(at);
    var text = ArticleText.strip(line.text());
    boolean headline =
        line.is(Kind.TEXT)
            && line.content().links().isEmpty()
            && !papers.heads().containsKey(at)
            && text.length() <= MAX_HEADLINE
            && text.chars().noneMatch(c -> "。、→⇒:：".indexOf(c) >= 0)
            && SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) < 0;
    return headline ? Optional.of(at) : Optional.empty();
  }

  /** Whether all other paragraphs of the reviews end as sentences do, and there is one before. */
  private boolean isOdd(int headline) {
    var first = papers.papers().getFirst();
    var ends =
        IntStream.range(first.fields().end() + 1, outline.closing())
            .filter(
                at ->
                    at != headline
                        && lines.get(at).is(Kind.TEXT)
                        && lines.get(at).content().links().isEmpty()
                        && !papers.heads().containsKey(at))
            .filter(at -> at + 1 == lines.size() || lines.get(at + 1).is(Kind.BLANK))
            .mapToObj(at -> ArticleText.strip(lines.get(at).text()))
            .toList();
    var paper =
        papers.papers().stream().filter(each -> each.at() < headline).reduce((_, last) -> last);
    boolean hasReview =
        paper.isPresent()
            && IntStream.range(paper.get().fields().end() + 1, headline)
                .anyMatch(at -> lines.get(at).is(Kind.TEXT));
    return hasReview
        && ends.size() > 1
        && ends.stream()
            .allMatch(text -> SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0);
  }
}
