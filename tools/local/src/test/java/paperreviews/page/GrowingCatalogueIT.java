package paperreviews.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import paperreviews.editions.Editions;
import paperreviews.editions.LostRaceException;
import paperreviews.local.LocalStack;
import paperreviews.model.Article;
import paperreviews.model.Bilingual;
import paperreviews.model.Catalogue;
import paperreviews.model.Paper;
import paperreviews.model.Paper.SectionHeading;
import paperreviews.model.PaperSummary;
import paperreviews.model.Section;
import paperreviews.seed.FaultyReviewsException;
import paperreviews.seed.ReviewFiles;
import paperreviews.testing.Reviews;

/**
 * The page while more is published: a new edition while a reader has the page open, and then 50
 * articles.
 */
@EnabledIf("paperreviews.page.PageIT#browserIsInstalled")
class GrowingCatalogueIT {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final int ARTICLES = 50;
  private static final int PAPERS_A_SECTION = 4;
  private static final int MAX_TABS = 20;
  private static final int MAX_GROWTH = 3;
  private static final List<String> ADDRESSES =
      List.of("", "?q=learning", "?section=video", "?paper=1905.11946");

  private static Catalogue one;
  private static LocalStack stack;
  private static Chromium chromium;
  private Tab tab;

  @BeforeAll
  static void start() throws FaultyReviewsException {
    one = ReviewFiles.read(Reviews.FIXED);
    stack =
        LocalStack.start(
            LocalStack.template(ROOT.resolve("template.yaml"))
                .page(ROOT.resolve("web"))
                .parameter("EditionMaxAgeSeconds", "0")
                .log((_, _) -> {}));
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
    stack.close();
  }

  @BeforeEach
  void open() throws LostRaceException {
    publish(one);
    tab = chromium.open("ja");
  }

  @AfterEach
  void findNothingOnTheConsole() {
    try (var open = tab) {
      assertEquals(List.of(), open.faults());
    }
  }

  private static void publish(Catalogue catalogue) throws LostRaceException {
    var silence = new PrintStream(PrintStream.nullOutputStream());
    new Editions(stack.dynamoDb().client(), stack.tableName(), silence).publish(catalogue);
  }

  @Test
  void showsANewEditionByItselfAndKeepsTheReadersPlace() throws LostRaceException {
    show("");
    tab.evaluate("scrollTo(0, 1500)");
    tab.evaluate("document.querySelectorAll('.open')[6].focus({ preventScroll: true })");
    var place = placeOfFocusedPaper();
    publish(withLongerFirstReview());

    tab.await("#notice", "新しい版を読み込みました。");
    tab.await(".excerpt", "長い");
    assertEquals(place, placeOfFocusedPaper());
    // Not again and again.
    tab.forgetRequests();
    tab.pause(2500);
    assertEquals(List.of(), tab.requests());
  }

  @Test
  void showsANewEditionOfTheOpenPaper() throws LostRaceException {
    show("?paper=1905.11946");
    publish(withLongerFirstReview());

    tab.await(".review", "長い");
    assertEquals(1, tab.evaluate("history.length - 1"));
  }

  /** Which paper has the focus, and how far from the top of the window. */
  private Object placeOfFocusedPaper() {
    return tab.evaluate(
        "document.activeElement.textContent + Math.round(document.activeElement.getBoundingClientRect().top)");
  }

  private static Catalogue withLongerFirstReview() {
    var papers = new ArrayList<>(one.papers());
    var first = papers.getFirst();
    var longer =
        new Bilingual(
            first.review().ja().replace("画像", "とても長い長い画像"), "long " + first.review().en());
    papers.set(
        0,
        new Paper(
            first.summary(),
            first.section(),
            longer,
            first.links(),
            first.previous(),
            first.next()));
    return new Catalogue(one.articles(), one.sections(), papers, one.concepts());
  }

  @Test
  void growsLittleWithManyArticles() throws LostRaceException, IOException {
    var small = ADDRESSES.stream().map(this::measure).toList();
    publish(manyArticles());
    for (int n = 0; n < ADDRESSES.size(); n++) {
      var large = measure(ADDRESSES.get(n));
      var what = "%s: from %s to %s".formatted(ADDRESSES.get(n), small.get(n), large);
      assertTrue(large.bytes() <= MAX_GROWTH * small.get(n).bytes(), what);
      assertTrue(large.elements() <= MAX_GROWTH * small.get(n).elements(), what);
    }
    for (var address :
        List.of(
            "",
            "?q=learning",
            "?article=2019-part-1-7",
            "?section=video-3",
            "?keyword=GAN",
            "?q=learning&article=2019-part-1-7&keyword=Adam")) {
      show(address);
      int tabs = 0;
      do {
        tab.press("Tab");
        tabs++;
      } while (!isTrue("document.activeElement.matches('.open')") && tabs <= MAX_TABS);
      assertTrue(tabs <= MAX_TABS, address + " takes more tabs");
      assertEquals("", tab.violations(), address);
    }
  }

  private record Weight(int bytes, int elements) {}

  /** How many bytes of answers the page reads, and how many elements it has then. */
  private Weight measure(String address) {
    show(address);
    return new Weight(
        ((Number)
                tab.evaluate(
                    "performance.getEntriesByType('resource').filter((each) => each.initiatorType === 'fetch').reduce((sum, each) => sum + each.decodedBodySize, 0)"))
            .intValue(),
        ((Number) tab.evaluate("document.querySelectorAll('*').length")).intValue());
  }

  /** The articles have the sections and the papers of the real one, under other ids. */
  private static Catalogue manyArticles() {
    var articles = new ArrayList<Article>();
    var sections = new ArrayList<Section>();
    var papers = new ArrayList<Paper>();
    var article = one.articles().getFirst();
    for (int n = 0; n < ARTICLES; n++) {
      var suffix = n == 0 ? "" : "-" + n;
      articles.add(
          new Article(
              article.id() + suffix, article.title(), article.year() - n / 2, article.author()));
      for (var section : one.sections()) {
        var own =
            one.papers().stream()
                .filter(paper -> paper.summary().sectionId().equals(section.id()))
                .limit(PAPERS_A_SECTION)
                .toList();
        var copy =
            new Section(
                section.id() + suffix,
                article.id() + suffix,
                section.number(),
                section.title(),
                section.introduction(),
                section.links(),
                own.size());
        sections.add(copy);
        own.forEach(paper -> papers.add(copy(paper, copy, suffix)));
      }
    }
    return new Catalogue(articles, sections, papers, one.concepts());
  }

  private static Paper copy(Paper paper, Section section, String suffix) {
    var summary = paper.summary();
    return new Paper(
        new PaperSummary(
            summary.id() + suffix,
            summary.title(),
            summary.url(),
            summary.authors(),
            summary.year(),
            summary.venue(),
            summary.doi(),
            summary.category(),
            section.id(),
            summary.number(),
            summary.keywords()),
        SectionHeading.of(section),
        paper.review(),
        paper.links(),
        Optional.empty(),
        Optional.empty());
  }

  private boolean isTrue(String expression) {
    return Boolean.TRUE.equals(tab.evaluate(expression));
  }

  private void show(String address) {
    tab.go(stack.address() + "/" + address);
    tab.await("document.querySelector('.open, .related')");
    tab.page.waitForLoadState(LoadState.NETWORKIDLE);
  }
}
