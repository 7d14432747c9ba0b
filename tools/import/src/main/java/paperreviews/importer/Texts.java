package paperreviews.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import paperreviews.importer.ArticleForm.Found;
import paperreviews.importer.Line.Kind;
import paperreviews.importer.Sections.Section;
import paperreviews.seed.WebAddress;

/** The Markdown of an article's parts. Rules and images are left out, and headings become bold. */
final class Texts {
  /** The possessive quantifiers never go back: a line may have hundreds of images. */
  private static final Pattern IMAGE =
      Pattern.compile("!\\[(?<text>[^\\[\\]]*+)]\\((?<address>[^()\\s]*+)[^()]*+\\)");

  private final List<Line> lines;
  private final Sections sections;
  private final Findings findings;

  Texts(List<Line> lines, Sections sections, Findings findings) {
    this.lines = lines;
    this.sections = sections;
    this.findings = findings;
  }

  /** Notes the lines of a part that are not written, in one piece or around the article's title. */
  void leaveOut(int from, int to, String what) {
    int title = sections.titleAt();
    if (title >= from && title < to) {
      leaveOut(from, title, what);
      leaveOut(title + 1, to, what);
      return;
    }
    var text =
        IntStream.range(from, to)
            .filter(at -> !lines.get(at).source().isBlank())
            .summaryStatistics();
    if (text.getCount() > 0) {
      findings.leaveOut(text.getMin(), text.getMax(), what);
    }
  }

  /** The article's title; empty if it has none. */
  String title(int at) {
    return at < 0 ? "" : ArticleText.strip(lines.get(at).text());
  }

  /** The text before a section's first paper, without the section's titles. */
  String introduction(Section section) {
    if (section.headings().isEmpty()) {
      return "";
    }
    var parts = new ArrayList<String>();
    int from = section.at();
    for (var heading : section.headings()) {
      if (heading.at() >= section.at()) {
        parts.add(text(from, heading.at(), Set.of()));
        from = heading.at() + 1;
        warnOfImage(lines.get(heading.at()));
      }
    }
    parts.add(text(from, section.papers().getFirst().at(), Set.of()));
    return joined(parts.stream());
  }

  /** Parts with an empty line between them. */
  static String joined(Stream<String> parts) {
    return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n"));
  }

  /** Notes the images in a paper's title and between its fields. */
  void leaveOutImages(Found paper) {
    warnOfImage(lines.get(paper.at()));
    text(paper.at() + 1, paper.fields().end(), Set.of());
  }

  private void warnOfImage(Line line) {
    if (line.content().hasImage()) {
      findings.warn(line.at(), "the image in this line is left out");
    }
  }

  /** The Markdown of these lines, without some of them. */
  String text(int from, int to, Set<Integer> but) {
    var text = new StringBuilder();
    boolean gap = false;
    for (int at = from; at < sections.endOfText(from, to); at++) {
      var line = lines.get(at);
      if (but.contains(at)) {
        continue;
      }
      if (line.is(Kind.RULE) || line.is(Kind.IMAGE)) {
        findings.leaveOut(at, at, line.is(Kind.RULE) ? "a rule" : "an image");
      }
      if (!line.hasText()) {
        gap = true;
        continue;
      }
      boolean heading = line.is(Kind.HEADING);
      if (!text.isEmpty()) {
        text.append(gap || heading ? "\n\n" : "\n");
      }
      text.append(heading ? "**" + line.text().replace("*", "\\*") + "**" : markdown(line));
      gap = heading;
    }
    return ArticleText.strip(text.toString().stripIndent());
  }

  /** A line as it is written; its images become links, or their words alone. */
  private String markdown(Line line) {
    if (line.is(Kind.VERBATIM)) {
      return line.source();
    }
    return IMAGE
        .matcher(line.source())
        .replaceAll(
            image -> {
              var words = image.group(1);
              if (words.isBlank()) {
                warnOfImage(line);
              }
              return Matcher.quoteReplacement(
                  words.isBlank() || !WebAddress.isAddress(image.group(2))
                      ? words
                      : "[" + words + "](" + image.group(2) + ")");
            })
        .replace(MarkdownCleaner.BREAK, '\n');
  }
}
