package paperreviews.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import paperreviews.model.Article;
import paperreviews.model.Author;
import paperreviews.model.Bilingual;
import paperreviews.model.Catalogue;
import paperreviews.model.Keywords;
import paperreviews.model.Link;
import paperreviews.model.Paper;
import paperreviews.model.Paper.Neighbour;
import paperreviews.model.Paper.SectionHeading;
import paperreviews.model.PaperSummary;
import paperreviews.model.Section;

/** Reviews to test with. */
public final class Reviews {
  /**
   * The folder of the real review files. Reviewers change them: what tests expect of them must hold
   * for any reviews.
   */
  public static final Path REAL = Path.of("../../reviews");

  /** A folder of review files that stay as they are, for tests that name papers and count hits. */
  public static final Path FIXED = Path.of("../../tools/testing/reviews");

  /** A review file without fault that has everything that one can have. */
  public static final String FILE =
      """
      article:
        id: an-article
        title: {ja: 記事, en: An article}
        year: 2019
        author:
          name: Ann
          role: Reader
          links:
            - {kind: profile, title: Home, url: "https://example.org/ann"}
      sections:
        - id: vision
          number: 1
          title: {ja: 画像, en: Vision}
          introduction: {ja: はじめに, en: On vision}
          links:
            - {kind: paper, title: Background, url: "https://example.org/background"}
          papers:
            - id: "1901.00010"
              number: 1
              title: Seeing
              url: https://arxiv.org/abs/1901.00010
              review: {ja: よく見える, en: It sees well}
              keywords: {ja: [視覚, 認識], en: [sight, recognition]}
              links:
                - {kind: slides, title: A talk, url: "https://example.org/talk"}
                - {kind: post, title: A post}
            - id: looking
              number: 2
              title: Looking
              url: https://example.org/looking
              review: {ja: よく見る, en: It looks well}
        - id: speech
          number: 2
          title: {ja: 音声, en: Speech}
          introduction: {ja: つぎに, en: On speech}
          papers:
            - id: listening
              number: 1
              title: Listening
              url: https://example.org/listening
              review: {ja: よく聞く, en: It listens well}
      """;

  private Reviews() {}

  /** Writes a file of reviews into a folder. */
  public static Path write(Path folder, String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A catalogue of one article, whose sections have so many papers each. */
  public static Catalogue catalogue(int... papers) {
    return wordy(0, papers);
  }

  /** Such a catalogue, whose reviews have so many random words each. */
  public static Catalogue wordy(int words, int... papers) {
    // The same words each time, so that the same arguments give the same catalogue.
    var random = new Random(words);
    var article =
        new Article(
            "generated",
            new Bilingual("記事", "Article"),
            2019,
            Optional.of(
                new Author(
                    "Ann",
                    "Reader",
                    List.of(
                        new Link(
                            Link.Kind.PROFILE, "Home", Optional.of("https://example.org/ann"))))));
    var sections = new ArrayList<Section>();
    var unplaced = new ArrayList<Paper>();
    for (int count : papers) {
      var section = section(sections.size() + 1, count);
      sections.add(section);
      for (int number = 1; number <= count; number++) {
        unplaced.add(paper(section, number, randomWords(random, words)));
      }
    }
    return new Catalogue(List.of(article), sections, placed(unplaced), List.of());
  }

  private static Section section(int number, int papers) {
    return new Section(
        "section-" + number,
        "generated",
        number,
        new Bilingual("第" + number, "Section " + number),
        new Bilingual("序" + number, "Introduction " + number),
        List.of(new Link(Link.Kind.PAPER, "Background", Optional.empty())),
        papers);
  }

  private static Paper paper(Section section, int number, String words) {
    var id = section.id() + "-" + number;
    return new Paper(
        PaperSummary.of(
            id,
            "Paper " + id,
            "https://example.org/" + id,
            section.id(),
            number,
            new Keywords(List.of("語" + number), List.of("word" + number, "term"))),
        new SectionHeading(section.id(), "generated", section.number(), section.title()),
        new Bilingual("論文" + number + "の評", "A review of " + id + ". " + words),
        List.of(
            new Link(Link.Kind.SLIDES, "Slides", Optional.of("https://example.org/slides/" + id)),
            new Link(Link.Kind.POST, "Post", Optional.empty())),
        Optional.empty(),
        Optional.empty());
  }

  private static String randomWords(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> Long.toString(random.nextLong() >>> 24, 36))
        .collect(Collectors.joining(" "));
  }

  private static List<Paper> placed(List<Paper> papers) {
    return IntStream.range(0, papers.size())
        .mapToObj(
            at ->
                new Paper(
                    papers.get(at).summary(),
                    papers.get(at).section(),
                    papers.get(at).review(),
                    papers.get(at).links(),
                    neighbour(papers, at - 1),
                    neighbour(papers, at + 1)))
        .toList();
  }

  private static Optional<Neighbour> neighbour(List<Paper> papers, int at) {
    return at < 0 || at == papers.size()
        ? Optional.empty()
        : Optional.of(new Neighbour(papers.get(at).id(), papers.get(at).summary().title()));
  }

  /** The catalogue with another English review of its first paper. */
  public static Catalogue revised(Catalogue catalogue, String review) {
    var papers = new ArrayList<>(catalogue.papers());
    var first = papers.getFirst();
    papers.set(
        0,
        new Paper(
            first.summary(),
            first.section(),
            new Bilingual(first.review().ja(), review),
            first.links(),
            first.previous(),
            first.next()));
    return new Catalogue(catalogue.articles(), catalogue.sections(), papers, catalogue.concepts());
  }
}
