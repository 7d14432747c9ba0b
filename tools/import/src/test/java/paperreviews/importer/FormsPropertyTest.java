package paperreviews.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** An article that is set in a documented form comes back as it was put in. */
class FormsPropertyTest {
  /**
   * How titles are set: %1$d the section's number, %2$d the paper's, %3$s the title, %4$s the
   * address.
   */
  enum Form {
    HEADINGS("## %3$s", "### %3$s\n\n%4$s"),
    DEEP_HEADINGS("#### %3$s", "##### %3$s\n%4$s"),
    NUMBERED_HEADINGS("## %1$d. %3$s", "### %2$d. %3$s\n\n<%4$s>"),
    NUMBERS("%1$d. %3$s", "%2$d. %3$s\n\n%4$s"),
    CHAINED_NUMBERS("%1$d. %3$s", "%1$d-%2$d. %3$s\n\n%4$s"),
    BRACKETED_NUMBERS("【%1$d】%3$s", "(%2$d) %3$s\n%4$s"),
    CHAPTERS("第%1$d章 %3$s", "%2$d) %3$s\n\n論文: %4$s"),
    BOLD("## %3$s", "**%3$s**\n\n%4$s"),
    BOLD_NUMBERS("**%1$d. %3$s**", "**%2$d. %3$s**\n\n%4$s"),
    ORNAMENTS("◆ %3$s", "■ %3$s\n%4$s"),
    BRACKETS("【%3$s】", "■ %3$s\n\n%4$s"),
    LINKED("## %3$s", "### [%3$s](%4$s)"),
    LINK_BEHIND("## %3$s", "### %3$s [[arXiv](%4$s)]"),
    LINES("## %3$s\n\n節の紹介。", "[%3$s](%4$s)"),
    KEYS("%1$d. %3$s", "タイトル: %3$s\n著者: Alice Example\nURL: %4$s"),
    FIELDS("## %3$s", "### %3$s\n\n- 著者: Alice Example\n- リンク: %4$s\n- 採録: CVPR 2020"),
    AUTHORS("## %3$s", "### %3$s\n\n*Alice Example, Bob Example*\n\n%4$s"),
    VENUE("## %3$s", "### %3$s\n\n%4$s (CVPR 2020)"),
    SUB_HEADINGS("## %3$s", "### %3$s\n\n#### 論文リンク\n\n%4$s\n\n#### 概要"),
    WEEKLY("", "## %3$s\n\n%4$s");

    private final String section;
    private final String paper;

    Form(String section, String paper) {
      this.section = section;
      this.paper = paper;
    }
  }

  record Part(String title, List<Review> reviews) {
    /** The same with titles that no other part has. */
    Part numbered(int number) {
      return new Part(
          title + " " + (char) ('A' + number),
          IntStream.range(0, reviews.size())
              .mapToObj(
                  at ->
                      new Review(
                          reviews.get(at).title + " of " + (char) ('A' + number) + at,
                          reviews.get(at).paragraphs))
              .toList());
    }
  }

  record Review(String title, List<String> paragraphs) {
    String text() {
      return String.join("\n\n", paragraphs);
    }
  }

  @Provide
  Arbitrary<List<Part>> parts() {
    var words =
        Arbitraries.of(
            "Cats",
            "Dogs",
            "α-Birds",
            "2.5D",
            "80 Million",
            "1.58-bit",
            "Q&A",
            "(Re)Learning",
            "C++",
            "GPT-4",
            "snake_case",
            "Rain:",
            "and",
            "for",
            "P < 0.05",
            "犬の",
            "★",
            "100%");
    var titles =
        words
            .list()
            .ofMinSize(2)
            .ofMaxSize(5)
            .map(list -> "Nets " + String.join(" ", list) + " End");
    var paragraphs =
        Arbitraries.of(
            "猫の画像の分類。",
            "式3におけるB1->B7を構築する。\n次の行。",
            "- 速い。\n- 小さい。",
            "三つの条件を比べる。\n1. 残す\n2. 消す\n3. 足す",
            "```sh\n# 学習\npython train.py\n```",
            "> 引用。",
            "**感想**\n\n速い。",
            "詳しくは[記事](https://example.com/a)を読むとよい。",
            "実装はhttps://github.com/example/catsにある。",
            "| a | b |\n|---|---|\n| 1 | 2 |",
            "`code`と$x_1 < y$。");
    var reviews =
        Combinators.combine(titles, paragraphs.list().ofMinSize(1).ofMaxSize(4))
            .as((title, list) -> new Review(title, beginning(list)));
    var sections = Arbitraries.of("画像", "音声と言語", "GAN", "3 本の論文", "最適化/学習", "Graphs & Trees");
    return Combinators.combine(sections, reviews.list().ofMinSize(1).ofMaxSize(4))
        .as(Part::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(FormsPropertyTest::distinct);
  }

  private static List<Part> distinct(List<Part> parts) {
    return IntStream.range(0, parts.size()).mapToObj(at -> parts.get(at).numbered(at)).toList();
  }

  /** The first paragraph makes the review Japanese. */
  private static List<String> beginning(List<String> paragraphs) {
    var all = new ArrayList<>(paragraphs);
    all.addFirst("この論文は読みやすい。");
    return all;
  }

  @Property(tries = 300)
  void isReadAsItWasWritten(@ForAll Form form, @ForAll("parts") List<Part> parts)
      throws UnreadableArticleException {
    Assume.that(!isUnclear(form, parts));

    var read = Articles.read(set(form, parts));

    boolean whole = form.section.isEmpty();
    assertEquals(
        whole ? List.of("2020年の論文") : parts.stream().map(Part::title).toList(),
        read.sections().stream().map(section -> section.title().ja()).toList());
    assertEquals(
        parts.stream().flatMap(part -> part.reviews.stream()).map(Review::title).toList(),
        read.papers().stream().map(paper -> paper.title()).toList());
    assertEquals(
        parts.stream()
            .flatMap(part -> part.reviews.stream())
            .map(review -> (form == Form.SUB_HEADINGS ? "**概要**\n\n" : "") + review.text())
            .toList(),
        read.papers().stream().map(paper -> paper.review().ja()).toList());
    for (int at = 0; at < read.papers().size(); at++) {
      assertEquals(address(at), read.papers().get(at).url().orElseThrow());
    }
  }

  @Example
  void isRefusedWhereASectionMayBeTheTitleOfItsOnlyPaper() {
    var review = new Review("Nets", List.of("この論文は読みやすい。"));
    var parts = distinct(List.of(new Part("画像", List.of(review)), new Part("音声", List.of(review))));

    for (var form : Form.values()) {
      boolean isRead;
      try {
        Articles.read(set(form, parts));
        isRead = true;
      } catch (UnreadableArticleException refused) {
        isRead = false;
      }
      assertEquals(!isUnclear(form, parts), isRead, form.name());
    }
  }

  /** Headings above links and keys may as well be headlines, if each section has one paper. */
  private static boolean isUnclear(Form form, List<Part> parts) {
    return (form == Form.LINES || form == Form.KEYS)
        && parts.size() > 1
        && parts.stream().allMatch(part -> part.reviews.size() == 1);
  }

  private static String address(int paper) {
    return "https://arxiv.org/abs/2001.%05d".formatted(paper + 1);
  }

  private static String set(Form form, List<Part> parts) {
    var lines = new ArrayList<>(List.of("# 2020年の論文"));
    int count = 0;
    for (int section = 0; section < parts.size(); section++) {
      var part = parts.get(section);
      if (!form.section.isEmpty()) {
        lines.add(form.section.formatted(section + 1, 0, part.title, ""));
      }
      for (int at = 0; at < part.reviews.size(); at++) {
        var review = part.reviews.get(at);
        lines.add(form.paper.formatted(section + 1, at + 1, review.title, address(count++)));
        lines.add(review.text());
      }
    }
    lines.add("## おわりに");
    lines.add("また来年。");
    return String.join("\n\n", lines);
  }
}
