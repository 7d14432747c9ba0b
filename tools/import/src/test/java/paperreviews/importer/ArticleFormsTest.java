package paperreviews.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import paperreviews.model.Catalogue;
import paperreviews.seed.FaultyReviewsException;
import paperreviews.seed.ReviewFiles;
import paperreviews.testing.Reviews;

/** Reviews, set as an article in each form, come back as they were. */
class ArticleFormsTest {
  private static final Catalogue CATALOGUE = read();

  private static Catalogue read() {
    try {
      return ReviewFiles.read(Reviews.FIXED);
    } catch (FaultyReviewsException faults) {
      throw new AssertionError(faults);
    }
  }

  /**
   * How an article is set.
   *
   * @param section of a section: %1$d its number, %2$s its title, %4$s that in wide digits
   * @param paper of a paper: %1$d the section's number, %2$d its own, %3$d counted through, %4$s
   *     its title, %5$s and %6$s the first two in wide digits, %7$s its address
   * @param address of an address
   * @param contents of an entry of the table of contents: as of a section
   * @param whole of the whole text
   */
  record Form(
      String name,
      String section,
      String paper,
      String address,
      String contents,
      UnaryOperator<String> whole) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Form form(String name, String section, String paper, String contents) {
    return new Form(name, section, paper, "\n%s", contents, text -> text);
  }

  private static Stream<Form> forms() {
    var plain = form("numbers", "%1$d. %2$s", "%2$d. %4$s", "%1$d. %2$s");
    return Stream.of(
        plain,
        form("numbers without spaces", "%1$d.%2$s", "%2$d.%4$s", "%1$d.%2$s"),
        form("no table of contents", "%1$d. %2$s", "%2$d. %4$s", ""),
        form("spaced table of contents", "%1$d. %2$s", "%2$d. %4$s", "\n%1$d. %2$s\n"),
        form("table of contents in bullets", "%1$d. %2$s", "%2$d. %4$s", "  • %1$d. %2$s"),
        form("table of contents as links", "%1$d. %2$s", "%2$d. %4$s", "- [%1$d. %2$s](#s-%1$d)"),
        form("table of contents without numbers", "%1$d. %2$s", "%2$d. %4$s", "* %2$s"),
        form("chained numbers", "%1$d. %2$s", "%1$d-%2$d.%4$s", "%1$d. %2$s"),
        form("chained numbers and points", "%1$d. %2$s", "%1$d.%2$d. %4$s", "%1$d. %2$s"),
        form("chained numbers and a space", "%1$d. %2$s", "%1$d-%2$d %4$s", "%1$d. %2$s"),
        form("wide numbers", "%4$s．%2$s", "%6$s．%4$s", "%4$s．%2$s"),
        form("wide chained numbers", "%4$s．%2$s", "%5$s－%6$s．%4$s", ""),
        form("numbers in brackets", "【%1$d】%2$s", "(%2$d) %4$s", ""),
        form("chapters", "第%1$d章 %2$s", "%2$d) %4$s", "第%1$d章 %2$s"),
        form("ornaments", "■ %1$d. %2$s", "%2$d、%4$s", ""),
        form("papers counted through", "%1$d. %2$s", "%3$d. %4$s", "%1$d. %2$s"),
        form("papers counted through, no contents", "%1$d. %2$s", "%3$d. %4$s", ""),
        form("Markdown", "## %1$d. %2$s", "### %2$d. %4$s", "- [%1$d. %2$s](#s-%1$d)"),
        form("deep Markdown", "##### %1$d.%2$s", "###### %1$d-%2$d.%4$s", ""),
        form("Markdown on one level", "## %1$d. %2$s", "## %2$d. %4$s", "%1$d. %2$s"),
        form("Markdown with escapes", "### **%1$d\\. %2$s**", "#### %2$d\\. %4$s", ""),
        form("Markdown without numbers", "## %2$s", "### %4$s", "* %2$s"),
        form("Markdown sections", "# %1$d. %2$s", "%2$d. %4$s", ""),
        form("Markdown sections, bold papers", "## %2$s", "**%4$s**", ""),
        form("Markdown papers", "%1$d. %2$s", "### %2$d. %4$s", "%1$d. %2$s"),
        form("bold", "**%1$d. %2$s**", "**%2$d. %4$s**", "%1$d. %2$s"),
        form("bold numbers, bold titles", "**%1$d.** %2$s", "%2$d. **%4$s**", ""),
        new Form("linked titles", "## %1$d. %2$s", "### %2$d. [%4$s](%7$s)", "", "", t -> t),
        new Form("<address>", plain.section, plain.paper, "\n<%s>", plain.contents, t -> t),
        new Form("[address]", plain.section, plain.paper, "\n[%1$s](%1$s)", "", t -> t),
        new Form("論文: address", plain.section, plain.paper, "論文: %s", "", t -> t),
        new Form("・address", plain.section, plain.paper, "・%s", "", t -> t),
        new Form(
            "no empty lines",
            plain.section,
            plain.paper,
            "%s",
            plain.contents,
            text -> text.replaceAll("\n+", "\n")),
        new Form(
            "as Windows saves it",
            plain.section,
            plain.paper,
            "\n%s",
            plain.contents,
            text -> "\uFEFF" + text.replace("\n", " \u3000\r\n")));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void areRead(Form form) throws UnreadableArticleException {
    var article = Articles.read(form.whole.apply(set(form)));

    assertEquals(
        CATALOGUE.sections().stream()
            .map(each -> each.number() + " " + each.title().ja() + "\n" + each.introduction().ja())
            .toList(),
        article.sections().stream()
            .map(
                each ->
                    each.number()
                        + " "
                        + each.title().ja()
                        + "\n"
                        + oneGap(each.introduction().ja()))
            .toList());
    assertEquals(
        CATALOGUE.papers().stream()
            .map(
                each ->
                    each.id()
                        + " "
                        + each.summary().title()
                        + " "
                        + each.summary().url().orElse(""))
            .toList(),
        article.papers().stream()
            .map(each -> each.id() + " " + each.title() + " " + each.url().orElse(""))
            .toList());
    assertEquals(
        CATALOGUE.papers().stream().map(each -> each.review().ja()).toList(),
        article.papers().stream().map(each -> oneGap(each.review().ja())).toList());
    assertEquals(
        List.of("the opening", "the closing part"),
        article.leftOut().stream()
            .map(each -> each.what())
            .filter(each -> each.startsWith("the"))
            .toList());
  }

  /** YAML's folded texts have one line end where an article has an empty line. */
  private static String oneGap(String text) {
    return text.replace("\n\n", "\n");
  }

  private static String set(Form form) {
    var lines = new ArrayList<>(List.of("2019年の論文", "", "この記事では論文を紹介します。", ""));
    for (var section : CATALOGUE.sections()) {
      if (!form.contents.isEmpty()) {
        lines.add(ofSection(form.contents, section.number(), section.title().ja()));
      }
    }
    int through = 0;
    for (var section : CATALOGUE.sections()) {
      lines.addAll(
          List.of(
              "",
              ofSection(form.section, section.number(), section.title().ja()),
              "",
              section.introduction().ja().replace("\n", "\n\n")));
      for (var paper :
          CATALOGUE.papers().stream()
              .filter(each -> each.summary().sectionId().equals(section.id()))
              .toList()) {
        through++;
        var summary = paper.summary();
        lines.addAll(
            List.of(
                "",
                form.paper.formatted(
                    section.number(),
                    summary.number(),
                    through,
                    summary.title(),
                    wide(section.number()),
                    wide(summary.number()),
                    summary.url().orElse("")),
                form.address.formatted(summary.url().orElse("")),
                "",
                paper.review().ja().replace("\n", "\n\n")));
      }
    }
    lines.addAll(List.of("", "おわりに", "", "ありがとうございました。", ""));
    return String.join("\n", lines);
  }

  private static String ofSection(String form, int number, String title) {
    return form.formatted(number, title, "", wide(number));
  }

  private static String wide(int number) {
    return Integer.toString(number)
        .chars()
        .mapToObj(digit -> Character.toString('０' + digit - '0'))
        .collect(Collectors.joining());
  }
}
