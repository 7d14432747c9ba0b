package paperreviews.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
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
import paperreviews.seed.ReviewFiles.Languages;
import paperreviews.testing.Reviews;

class ReviewFilesTest {
  private static final String FILE = Reviews.FILE;

  @TempDir private Path folder;

  private Catalogue read(String text) throws FaultyReviewsException {
    Reviews.write(folder, "a.yaml", text);
    return ReviewFiles.read(folder);
  }

  /** The file with a fragment, which it has exactly once, put another way. */
  private static String with(String fragment, String replacement) {
    assertEquals(1, FILE.split(Pattern.quote(fragment), -1).length - 1, fragment);
    return FILE.replace(fragment, replacement);
  }

  private List<String> faults() {
    return assertThrows(FaultyReviewsException.class, () -> ReviewFiles.read(folder))
        .faults()
        .stream()
        .map(Fault::toString)
        .toList();
  }

  private void assertFaults(String text, String... faults) {
    Reviews.write(folder, "a.yaml", text);
    assertEquals(List.of(faults), faults());
  }

  @Test
  void readsEveryFieldOfAFile() throws FaultyReviewsException {
    var catalogue = read(FILE);

    assertEquals(
        List.of(
            new Article(
                "an-article",
                new Bilingual("記事", "An article"),
                2019,
                Optional.of(
                    new Author(
                        "Ann",
                        "Reader",
                        List.of(
                            new Link(
                                Link.Kind.PROFILE,
                                "Home",
                                Optional.of("https://example.org/ann"))))))),
        catalogue.articles());
    assertEquals(
        List.of(
            new Section(
                "vision",
                "an-article",
                1,
                new Bilingual("画像", "Vision"),
                new Bilingual("はじめに", "On vision"),
                List.of(
                    new Link(
                        Link.Kind.PAPER,
                        "Background",
                        Optional.of("https://example.org/background"))),
                2),
            new Section(
                "speech",
                "an-article",
                2,
                new Bilingual("音声", "Speech"),
                new Bilingual("つぎに", "On speech"),
                List.of(),
                1)),
        catalogue.sections());
    assertEquals(
        new Paper(
            PaperSummary.of(
                "1901.00010",
                "Seeing",
                "https://arxiv.org/abs/1901.00010",
                "vision",
                1,
                new Keywords(List.of("視覚", "認識"), List.of("sight", "recognition"))),
            new SectionHeading("vision", "an-article", 1, new Bilingual("画像", "Vision")),
            new Bilingual("よく見える", "It sees well"),
            List.of(
                new Link(Link.Kind.SLIDES, "A talk", Optional.of("https://example.org/talk")),
                new Link(Link.Kind.POST, "A post", Optional.empty())),
            Optional.empty(),
            Optional.of(new Neighbour("looking", "Looking"))),
        catalogue.papers().getFirst());
  }

  @Test
  void joinsPapersAcrossSectionsAndFilesInTheOrderOfNames() throws FaultyReviewsException {
    Reviews.write(folder, "b.yaml", FILE);
    Reviews.write(
        folder,
        "a.yml",
        """
        article: {id: before, title: {en: Before}, year: 2018, author: {name: Bob}}
        sections:
          - id: early
            number: 1
            title: {en: Early}
            introduction: {en: Early things}
            papers:
              - {id: first, number: 1, title: First, url: "http://example.org", review: {en: Good}}
        """);
    var papers = ReviewFiles.read(folder).papers();

    assertEquals(
        List.of("first", "1901.00010", "looking", "listening"),
        papers.stream().map(Paper::id).toList());
    assertEquals(Optional.of("first"), papers.get(1).previous().map(Neighbour::id));
    assertEquals(Optional.of("listening"), papers.get(2).next().map(Neighbour::id));
    assertEquals(Optional.of("looking"), papers.get(3).previous().map(Neighbour::id));
    assertEquals(Optional.empty(), papers.get(3).next());
  }

  @Test
  void readsAnArticleInOneLanguage() throws FaultyReviewsException {
    var english =
        read(FILE.replaceAll("\\{ja: [^\\[}]+, en: ", "{en: ").replaceAll("ja: \\[.*\\], ", ""));

    assertEquals(new Bilingual("", "An article"), english.articles().getFirst().title());
    assertEquals(new Bilingual("", "It sees well"), english.papers().getFirst().review());
    assertEquals(List.of(), english.papers().getFirst().summary().keywords().ja());

    var japanese = read(FILE.replaceAll(", en: [^\\[}]+\\}", "}").replaceAll(", en: \\[.*\\]", ""));

    assertEquals(new Bilingual("はじめに", ""), japanese.sections().getFirst().introduction());
    assertEquals(new Bilingual("よく見える", ""), japanese.papers().getFirst().review());
    assertEquals(List.of(), japanese.papers().getFirst().summary().keywords().en());
  }

  @Test
  void keepsTheDigitsOfAnIdWithoutQuotes() throws FaultyReviewsException {
    var catalogue = read(FILE.replace("\"1901.00010\"", "1901.00010"));

    assertEquals("1901.00010", catalogue.papers().getFirst().id());
  }

  @Test
  void takesOpenReviewIdsAsTheyAre() throws FaultyReviewsException {
    for (var id : List.of("BJlOcR4KwS", "_xwr8gOBeV1", "-Aw0rrrPUF")) {
      var catalogue =
          read(
              FILE.replace("id: looking", "id: " + id)
                  .replace("https://example.org/looking", "https://openreview.net/forum?id=" + id));

      assertEquals(id, catalogue.papers().get(1).id());
    }
  }

  @Test
  void readsAFileThatStartsWithAByteOrderMark() throws FaultyReviewsException {
    assertEquals(3, read("\uFEFF" + FILE).papers().size());
  }

  @Test
  void keepsParagraphsAndStripsTheirEnds() throws FaultyReviewsException {
    var catalogue = read(with("It sees well", "\"  One.\\n\\nTwo.\\n\""));

    assertEquals("One.\n\nTwo.", catalogue.papers().getFirst().review().en());
  }

  @Test
  void refusesMissingFields() {
    assertFaults(
        FILE.replace("  id: an-article\n  title", "  title"), "a.yaml:2: \"id\" is missing");
    assertFaults(with("  - id: speech\n    number", "  - number"), "a.yaml:32: \"id\" is missing");
    assertFaults(with("- id: looking\n        number", "- number"), "a.yaml:27: \"id\" is missing");
    assertFaults(
        with("- id: \"1901.00010\"\n        number", "- number"), "a.yaml:18: \"id\" is missing");
    assertFaults(with("  year: 2019\n", ""), "a.yaml:2: \"year\" is missing");
    assertFaults(with("    name: Ann\n", ""), "a.yaml:6: \"name\" is missing");
    assertFaults(with("        title: Seeing\n", ""), "a.yaml:18: \"title\" is missing");
    assertFaults(
        with("        review: {ja: よく見る, en: It looks well}\n", ""),
        "a.yaml:27: \"review\" is missing");
  }

  @Test
  void refusesAnIdThatIsTakenWithinTheFile() {
    assertFaults(
        with("id: listening", "id: looking"),
        "a.yaml:37: the paper at a.yaml:27 has the id looking already; choose another, such as looking-2");
    assertFaults(
        with("id: speech", "id: vision"),
        "a.yaml:32: the section at a.yaml:11 has the id vision already; choose another, such as vision-2");
  }

  @Test
  void refusesAnIdThatIsTakenInAnotherCase() {
    assertFaults(
        with("id: listening", "id: LOOKING"),
        "a.yaml:37: the paper at a.yaml:27 has the id LOOKING already; choose another, such as LOOKING-2");
  }

  @Test
  void refusesIdsThatAreTakenInAnotherFile() {
    Reviews.write(folder, "b.yaml", FILE);

    assertFaults(
        FILE,
        "b.yaml:2: the article at a.yaml:2 has the id an-article already; choose another, such as an-article-2",
        "b.yaml:11: the section at a.yaml:11 has the id vision already; choose another, such as vision-2",
        "b.yaml:18: the paper at a.yaml:18 has the id 1901.00010 already; choose another, such as 1901.00010-2",
        "b.yaml:27: the paper at a.yaml:27 has the id looking already; choose another, such as looking-2",
        "b.yaml:32: the section at a.yaml:32 has the id speech already; choose another, such as speech-2",
        "b.yaml:37: the paper at a.yaml:37 has the id listening already; choose another, such as listening-2");
  }

  @Test
  void refusesIdsOfAnotherForm() {
    assertFaults(
        with("id: speech", "id: Speech"),
        "a.yaml:32: \"id\" is Speech; use small letters, digits and hyphens between them, such as"
            + " data-augmentation");
    assertFaults(
        with("id: looking", "id: look/ing"),
        "a.yaml:27: \"id\" is look/ing; use letters, digits, dots, hyphens and underscores, such as"
            + " 1905.11946; and not batch, which is an address of the API");
    assertFaults(
        with("id: looking", "id: batch"),
        "a.yaml:27: \"id\" is batch; use letters, digits, dots, hyphens and underscores, such as"
            + " 1905.11946; and not batch, which is an address of the API");
    assertFaults(
        with("id: looking", "id: " + "x".repeat(101)),
        "a.yaml:27: \"id\" has 101 characters; at most 100 are allowed");
  }

  @Test
  void refusesAnIdAtOddsWithItsAddress() {
    assertFaults(
        with("\"1901.00010\"", "\"1901.00011\""),
        "a.yaml:18: \"id\" is 1901.00011, but the address says 1901.00010; correct one of them");
  }

  @Test
  void refusesWhatIsNoAddress() {
    for (var address :
        List.of(
            "example.org/looking",
            "ftp://example.org/looking",
            "https://exa mple.org/x",
            "https://example.org/x y",
            "https://arxiv.org@example.org/",
            "https://user:password@example.org/",
            "https://",
            "https:///looking",
            "https://example.org/%zz")) {
      assertFaults(
          with("https://example.org/looking", address),
          "a.yaml:30: \"url\" is "
              + address
              + "; an address starts with https:// or http:// and a host, and has no spaces and no"
              + " user name");
    }
  }

  @Test
  void refusesUnknownFieldsWhereverTheyAre() {
    assertFaults(
        FILE + "paper: []\n", "a.yaml:42: \"paper\" is unknown here; known are article, sections");
    assertFaults(
        with("    role: Reader", "    job: Reader"),
        "a.yaml:7: \"job\" is unknown here; known are name, role, links");
    assertFaults(
        with("title: A post", "titel: A post"),
        "a.yaml:26: \"titel\" is unknown here; known are kind, title, url",
        "a.yaml:26: \"title\" is missing");
    assertFaults(
        with("en: It sees well", "de: Es sieht gut"),
        "a.yaml:22: \"de\" is unknown here; known are ja, en");
  }

  @Test
  void refusesAFieldThatStandsTwice() {
    assertFaults(
        with("        title: Seeing\n", "        title: Seeing\n        title: Saw\n"),
        "a.yaml:21: \"title\" occurs here twice; keep one");
  }

  @Test
  void refusesAnEmptyReview() {
    assertFaults(with("en: It sees well", "en: \"  \""), "a.yaml:22: \"en\" is empty; fill it in");
    assertFaults(with("en: It sees well", "en:"), "a.yaml:22: \"en\" is empty; fill it in");
    assertFaults(
        with("review: {ja: よく見る, en: It looks well}", "review: {}"),
        "a.yaml:31: \"review\" is empty; it needs a text under ja, under en, or both");
  }

  @Test
  void refusesAnEmptyKeyword() {
    assertFaults(
        with("[sight, recognition]", "[sight, \"\"]"),
        "a.yaml:23: an entry of \"en\" is empty; fill it in");
  }

  @Test
  void refusesWhatIsOfAnotherShape() {
    assertFaults(with("title: Seeing", "title: [Seeing]"), "a.yaml:20: \"title\" must be a text");
    assertFaults(with("id: looking", "id: [looking]"), "a.yaml:27: \"id\" must be a text");
    assertFaults(
        with("year: 2019", "year: [2019]"),
        "a.yaml:4: \"year\" has fields or entries; give a whole number from 1 to 999999");
    assertFaults(
        with("url: https://example.org/looking", "url: {a: b}"),
        "a.yaml:30: \"url\" must be a text");
    assertFaults(
        with("title: {ja: 記事, en: An article}", "title: An article"),
        "a.yaml:3: \"title\" must have fields");
    assertFaults(with("[sight, recognition]", "sight"), "a.yaml:23: \"en\" must be a list");
    assertFaults(
        with("- {kind: post, title: A post}", "- A post"),
        "a.yaml:26: an entry of \"links\" must have fields");
  }

  @Test
  void refusesLinksOfNoKind() {
    assertFaults(
        with("kind: post", "kind: blog"),
        "a.yaml:26: \"kind\" is blog; use one of paper, slides, post, code, profile, page");
    assertFaults(with("kind: post, ", ""), "a.yaml:26: \"kind\" is missing");
  }

  @Test
  void refusesASectionWithoutPapers() {
    var start = FILE.substring(0, FILE.indexOf("    papers:\n      - id: listening"));

    assertFaults(start, "a.yaml:32: \"papers\" is missing");
    assertFaults(start + "    papers: []\n", "a.yaml:36: \"papers\" has no entries; add one");
  }

  @Test
  void refusesAnArticleWithoutSections() {
    var start = FILE.substring(0, FILE.indexOf("sections:"));

    assertFaults(start, "a.yaml:1: \"sections\" is missing");
    assertFaults(start + "sections: []\n", "a.yaml:10: \"sections\" has no entries; add one");
  }

  @Test
  void refusesNumbersThatDoNotCountUp() {
    assertFaults(
        with("id: looking\n        number: 2", "id: looking\n        number: 1"),
        "a.yaml:28: \"number\" is 1, after 1; numbers count up");
    assertFaults(
        with("id: speech\n    number: 2", "id: speech\n    number: 1"),
        "a.yaml:33: \"number\" is 1, after 1; numbers count up");
  }

  @Test
  void takesNumbersThatLeaveSomeOut() throws FaultyReviewsException {
    var catalogue = read(with("id: looking\n        number: 2", "id: looking\n        number: 7"));

    assertEquals(7, catalogue.papers().get(1).summary().number());
  }

  @Test
  void refusesWhatIsNoNumber() {
    for (var number : List.of("two", "2.5", "0", "-1", "02", "1234567")) {
      assertFaults(
          with("year: 2019", "year: " + number),
          "a.yaml:4: \"year\" is " + number + "; give a whole number from 1 to 999999");
    }
  }

  @Test
  void ordersArticlesByDateAfterThoseWithoutOne() throws FaultyReviewsException {
    var dates = List.of("", "2020-03-01", "", "2019-12-31", "2020-03-01");
    for (int n = 0; n < dates.size(); n++) {
      Reviews.write(
          folder,
          n + ".yaml",
          """
          article: {id: a%1$d, title: {en: A}, year: 2019%2$s}
          sections:
            - id: s%1$d
              number: 1
              title: {en: S}
              papers: [{id: p%1$d, number: 1, title: P, review: {en: R}}]
          """
              .formatted(n, dates.get(n).isEmpty() ? "" : ", date: " + dates.get(n)));
    }
    var catalogue = ReviewFiles.read(folder);

    assertEquals(
        List.of("a0", "a2", "a3", "a1", "a4"),
        catalogue.articles().stream().map(Article::id).toList());
    assertEquals(
        List.of("p0", "p2", "p3", "p1", "p4"), catalogue.papers().stream().map(Paper::id).toList());
    assertEquals(Optional.of(LocalDate.of(2019, 12, 31)), catalogue.articles().get(2).date());
  }

  @Test
  void refusesWhatIsNoDate() {
    for (var date : List.of("2020-02-30", "2020", "31.12.2019", "2019-12-31T10:00:00Z")) {
      assertFaults(
          with("year: 2019", "year: 2019\n  date: " + date),
          "a.yaml:5: \"date\" is " + date + "; give a day such as 2020-01-06");
    }
  }

  @Test
  void readsWhereAnArticleWasPublished() throws FaultyReviewsException {
    var file = FILE.replace("year: 2019", "year: 2019\n  url: https://example.org/article");

    assertEquals(
        Optional.of("https://example.org/article"), read(file).articles().getFirst().url());
  }

  @Test
  void takesANumberForAText() throws FaultyReviewsException {
    var catalogue =
        read(
            FILE.replace("title: Seeing", "title: 1984")
                .replace("[sight, recognition]", "[3, -7]"));

    assertEquals("1984", catalogue.papers().getFirst().summary().title());
    assertEquals(List.of("3", "-7"), catalogue.papers().getFirst().summary().keywords().en());
  }

  @Test
  void escapesWhatCouldForgeALineOrChangeATerminal() {
    assertFaults(
        with("kind: post", "kind: \"x\\n::error title=\\u2028\\u202e\\U000e0001\""),
        "a.yaml:26: \"kind\" has control characters; remove them",
        "a.yaml:26: \"kind\" is x\\u000A::error title=\\u2028\\u202E\\uDB40\\uDC01; use one of"
            + " paper, slides, post, code, profile, page");
    assertFaults(
        with("kind: post", "kind: post, \"\\e[31m\": 1"),
        "a.yaml:26: \"\\u001B[31m\" is unknown here; known are kind, title, url");
  }

  @Test
  @Timeout(20)
  void refusesWhatIsNoRegularFile() throws Exception {
    Reviews.write(folder, "a.yaml", FILE);
    Files.createSymbolicLink(folder.resolve("b.yaml"), Path.of("/dev/zero"));
    assertEquals(
        0, new ProcessBuilder("mkfifo", folder.resolve("c.yaml").toString()).start().waitFor());
    Files.createDirectory(folder.resolve("d.yaml"));
    Files.createSymbolicLink(folder.resolve("e.yaml"), folder.resolve("nowhere"));
    Files.createSymbolicLink(folder.resolve("concepts.yaml"), Path.of("/dev/zero"));

    assertEquals(
        Stream.of("b.yaml", "c.yaml", "d.yaml", "e.yaml", "concepts.yaml")
            .map(name -> name + ": it is not a regular file; review files are text files (*.yaml)")
            .toList(),
        faults());
  }

  @Test
  void refusesADictionaryThatIsALinkToNowhere() throws Exception {
    Reviews.write(folder, "a.yaml", FILE);
    Files.createSymbolicLink(folder.resolve("concepts.yaml"), folder.resolve("nowhere"));

    assertEquals(
        List.of("concepts.yaml: it is not a regular file; review files are text files (*.yaml)"),
        faults());
  }

  @Test
  void refusesControlCharacters() {
    for (var escape : List.of("\\x07", "\\x85", "\\r", "\\0")) {
      assertFaults(
          with("en: It sees well", "en: \"It sees" + escape + " well\""),
          "a.yaml:22: \"en\" has control characters; remove them");
    }
    assertFaults(
        with("en: It sees well", "en: It sees \u0007well"),
        "a.yaml:22: it has the control character U+0007; remove it");
    assertFaults(
        with("en: It sees well", "en: It \u0007sees well").replace("looks", "lo\u001Boks"),
        "a.yaml:22: it has the control character U+0007; remove it",
        "a.yaml:31: it has the control character U+001B; remove it");
  }

  @Test
  void refusesAliasesAnchorsAndTags() {
    assertFaults(
        with("en: It sees well", "en: &well It sees well")
            .replace("en: It looks well", "en: *well"),
        "a.yaml:22: anchors (&name) are not allowed; remove them",
        "a.yaml:31: aliases (*name) are not allowed; write the text out");
    assertFaults(
        with("en: It sees well", "en: !!str It sees well"),
        "a.yaml:22: tags (tag:yaml.org,2002:str) are not allowed; remove them, or put the text in"
            + " quotes");
    assertFaults(
        with("review: {ja: よく見る", "review: !<tag:example.org,2019:x> {ja: よく見る"),
        "a.yaml:31: tags (tag:example.org,2019:x) are not allowed; remove them, or put the text in"
            + " quotes");
  }

  @Test
  void findsFurtherFaultsBesideAnchorsTagsAndControlCharacters() {
    assertFaults(
        with("en: It sees well", "en: &well It \u0007sees well")
            .replace("title: Looking", "title: !!str Looking")
            .replace("id: speech", "id: Speech"),
        "a.yaml:22: it has the control character U+0007; remove it",
        "a.yaml:22: anchors (&name) are not allowed; remove them",
        "a.yaml:29: tags (tag:yaml.org,2002:str) are not allowed; remove them, or put the text in"
            + " quotes",
        "a.yaml:32: \"id\" is Speech; use small letters, digits and hyphens between them, such as"
            + " data-augmentation");
  }

  @Test
  void refusesDeepNestingWithoutFollowingIt() {
    assertFaults(
        FILE + "more: " + "[".repeat(100_000) + "]".repeat(100_000) + "\n",
        "a.yaml:42: it nests more than 20 deep here; review files do not");
    assertFaults(
        FILE + "more: " + "[".repeat(100_000),
        "a.yaml:42: it nests more than 20 deep here; review files do not");
  }

  @Test
  void refusesAFileThatIsTooLargeWithoutReadingIt() throws IOException {
    try (var file = new RandomAccessFile(folder.resolve("a.yaml").toFile(), "rw")) {
      file.setLength(500_000_001);
    }

    assertEquals(
        List.of("a.yaml: it has 500,000,001 bytes; at most 500,000,000 are allowed: split it"),
        faults());
  }

  @Test
  void refusesMarksThatTurnTheDirectionOfText() {
    assertFaults(
        with("en: It sees well", "en: It \u202Esees well"),
        "a.yaml:22: \"en\" has control characters; remove them");
  }

  @Test
  void doesWithoutAnAuthorAndAnIntroduction() throws FaultyReviewsException {
    var text = FILE.replaceAll("    introduction: .*\n", "");
    var catalogue =
        read(
            text.substring(0, text.indexOf("  author:"))
                + text.substring(text.indexOf("sections:")));

    assertEquals(Optional.empty(), catalogue.articles().getFirst().author());
    assertEquals(new Bilingual("", ""), catalogue.sections().getFirst().introduction());
  }

  @Test
  void takesASecondReviewOfAPaper() throws FaultyReviewsException {
    var catalogue =
        read(
            FILE.replace("https://example.org/looking", "https://arxiv.org/abs/1901.00010")
                .replace("id: looking", "id: 1901.00010-2"));

    assertEquals("1901.00010-2", catalogue.papers().get(1).id());
  }

  @Test
  void wantsBothLanguagesWhereThatIsAsked() throws FaultyReviewsException {
    Reviews.write(folder, "a.yaml", FILE);
    assertEquals(3, ReviewFiles.read(folder, Languages.BOTH).papers().size());

    Reviews.write(
        folder,
        "a.yaml",
        FILE.replace("{ja: 記事, en: An article}", "{ja: 記事}")
            .replace("{ja: つぎに, en: On speech}", "{en: On speech}")
            .replace("{ja: よく見る, en: It looks well}", "{ja: よく見る}")
            .replace("keywords: {ja: [視覚, 認識], ", "keywords: {"));
    var how = "; translate it, or check without --strict";

    assertEquals(
        List.of(
            "a.yaml:3: \"title\" has no text under en" + how,
            "a.yaml:23: \"keywords\" has no text under ja" + how,
            "a.yaml:31: \"review\" has no text under en" + how,
            "a.yaml:35: \"introduction\" has no text under ja" + how),
        assertThrows(FaultyReviewsException.class, () -> ReviewFiles.read(folder, Languages.BOTH))
            .faults()
            .stream()
            .map(Fault::toString)
            .toList());
    assertEquals(3, ReviewFiles.read(folder).papers().size());
  }

  @Test
  void refusesAnAliasBombWithoutUnfoldingIt() {
    var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int n = 1; n < 60; n++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(n, n, ("*a" + (n - 1) + ", ").repeat(9)));
    }
    Reviews.write(folder, "a.yaml", bomb.toString());

    assertEquals(60 + 59, faults().size());
  }

  @Test
  void refusesWhatIsNotYaml() {
    var hint = "; check indentation and quotes, which a text with \": \" needs";

    assertFaults(
        with("title: Seeing", "title: Seeing: how"),
        "a.yaml:20: it is not YAML: mapping values are not allowed here" + hint);
    assertFaults(
        with("title: Listening", "title: \"Listening"),
        "a.yaml:42: it is not YAML: found unexpected end of stream" + hint);
    assertFaults(
        "article: {}\n---\nsections: []\n",
        "a.yaml:2: a second document starts here (---); put it into a file of its own");
  }

  @Test
  void refusesWhatIsNotUtf8() throws IOException {
    Files.write(folder.resolve("a.yaml"), FILE.getBytes(StandardCharsets.UTF_16));

    assertEquals(List.of("a.yaml: it is not UTF-8 text; save it as UTF-8"), faults());
  }

  @Test
  void refusesAFileThatIsNoMapping() {
    for (var text : List.of("- article\n- sections\n", "article")) {
      assertFaults(text, "a.yaml: it must have \"article\" and \"sections\" at its top");
    }
    for (var text : List.of("", "# nothing yet\n")) {
      assertFaults(text, "a.yaml: it must have \"article\" and \"sections\" at its top");
    }
  }

  @Test
  void refusesAFolderWithoutReviewFiles() throws IOException {
    assertEquals(List.of(folder + ": the folder has no review file (*.yaml)"), faults());

    Files.writeString(folder.resolve("notes.txt"), FILE);

    assertEquals(List.of(folder + ": the folder has no review file (*.yaml)"), faults());
  }

  @Test
  void refusesAMissingFolder() {
    folder = folder.resolve("missing");

    assertEquals(List.of(folder + ": there is no such folder of review files"), faults());
  }

  @Test
  void refusesAFileInPlaceOfAFolder() {
    folder = Reviews.write(folder, "a.yaml", FILE);

    assertEquals(List.of(folder + ": there is no such folder of review files"), faults());
  }

  @Test
  void refusesTextsThatAreTooLong() throws FaultyReviewsException {
    assertTooLong("title: Seeing", "title: ", 1_000, "a.yaml:20: \"title\"");
    assertTooLong("title: A post", "title: ", 1_000, "a.yaml:26: \"title\"");
    assertTooLong("en: An article", "en: ", 1_000, "a.yaml:3: \"en\"");
    assertTooLong("en: Vision", "en: ", 1_000, "a.yaml:13: \"en\"");
    assertTooLong("name: Ann", "name: ", 1_000, "a.yaml:6: \"name\"");
    assertTooLong("role: Reader", "role: ", 1_000, "a.yaml:7: \"role\"");
    assertTooLong("ja: よく聞く,", "ja: ", 40_000, "a.yaml:41: \"ja\"");
    assertTooLong("en: On vision", "en: ", 40_000, "a.yaml:14: \"en\"");
    assertTooLong("sight, ", "sight, ", 100, "a.yaml:23: an entry of \"en\"");
  }

  private void assertTooLong(String fragment, String field, int longest, String place)
      throws FaultyReviewsException {
    // Characters, not Java's halves of them.
    var text = "𩸽".repeat(longest);
    var end = fragment.contains(",") ? ", " : "";
    read(FILE.replace(fragment, field + text + end));

    assertFaults(
        FILE.replace(fragment, field + text + "x" + end),
        "%s has %,d characters; at most %,d are allowed".formatted(place, longest + 1, longest));
  }

  @Test
  void refusesAnAddressThatIsTooLong() {
    var address = "https://example.org/" + "x".repeat(1_981);

    assertFaults(
        with("https://example.org/looking", address),
        "a.yaml:30: \"url\" has 2,001 characters; at most 2,000 are allowed");
  }

  @Test
  void refusesListsThatAreTooLong() throws FaultyReviewsException {
    read(with("[sight, recognition]", "[" + "word, ".repeat(100) + "]"));
    assertFaults(
        with("[sight, recognition]", "[" + "word, ".repeat(101) + "]"),
        "a.yaml:23: \"en\" has 101 entries; at most 100 are allowed");

    var link = "          - {kind: post, title: A post}\n";
    read(with(link, link.repeat(199)));
    assertFaults(
        with(link, link.repeat(200)),
        "a.yaml:25: \"links\" has 201 entries; at most 200 are allowed");
  }

  @Test
  void refusesASectionThatDoesNotFitIntoAResponse() throws FaultyReviewsException {
    var start = FILE.substring(0, FILE.indexOf("      - id: listening"));
    var few = start + papers(2_000, "");
    assertEquals(2_002, read(few).papers().size());

    assertFaults(
        start + papers(2_001, ""),
        "a.yaml:37: \"papers\" has 2,001 entries; at most 2,000 are allowed");
    assertFaults(
        start + papers(2_000, "keywords: {en: [" + ("x".repeat(99) + ", ").repeat(30) + "]}"),
        "a.yaml:37: the section takes 6,539,786 bytes with the titles and keywords of its papers;"
            + " at most 6,000,000 fit into a response: split it");
  }

  private static String papers(int count, String more) {
    var papers = new StringBuilder();
    for (int n = 1; n <= count; n++) {
      papers.append(
          "      - {id: p%1$d, number: %1$d, title: P, url: \"http://p.org\", review: {en: R}, %2$s}\n"
              .formatted(n, more));
    }
    return papers.toString();
  }

  @Test
  void refusesSectionsThatDoNotFitIntoAResponse() throws FaultyReviewsException {
    Reviews.write(folder, "b.yaml", sections(498, "Short"));
    assertEquals(500, read(FILE).sections().size());

    Reviews.write(folder, "b.yaml", sections(499, "Short"));
    assertEquals(
        List.of(folder + ": there are 501 sections in all; at most 500 fit into a response"),
        faults());

    Reviews.write(folder, "b.yaml", sections(200, "x".repeat(30_000)));
    assertEquals(
        List.of(
            folder
                + ": articles and sections take 6,029,214 bytes in all; at most 6,000,000 fit into"
                + " a response: shorten introductions"),
        faults());
  }

  private static String sections(int count, String introduction) {
    var sections =
        new StringBuilder(
            """
            article: {id: many, title: {en: Many}, year: 2019, author: {name: Ann}}
            sections:
            """);
    for (int n = 1; n <= count; n++) {
      sections.append(
          """
            - id: s%1$d
              number: %1$d
              title: {en: S}
              introduction: {en: %2$s}
              papers: [{id: s%1$d, number: 1, title: P, url: "http://p.org", review: {en: R}}]
          """
              .formatted(n, introduction));
    }
    return sections.toString();
  }

  @Test
  void reportsEveryFaultOfEveryFileAtOnce() {
    Reviews.write(folder, "b.yaml", "article: &x {}\n");
    Reviews.write(folder, "c.yaml", "- a list\n");
    Reviews.write(folder, "d.yaml", FILE.replace("id: vision", "id: sight"));

    Reviews.write(
        folder, "a.yaml", with("title: Seeing", "title: ").replace("role: Reader", "rule: Reader"));
    var failure = assertThrows(FaultyReviewsException.class, () -> ReviewFiles.read(folder));

    assertEquals(
        List.of(
            "a.yaml:7: \"rule\" is unknown here; known are name, role, links",
            "a.yaml:20: \"title\" is empty; fill it in",
            "b.yaml:1: anchors (&name) are not allowed; remove them",
            "b.yaml:1: \"id\" is missing",
            "b.yaml:1: \"title\" is missing",
            "b.yaml:1: \"year\" is missing",
            "b.yaml:1: \"sections\" is missing",
            "c.yaml: it must have \"article\" and \"sections\" at its top",
            "d.yaml:2: the article at a.yaml:2 has the id an-article already; choose another, such as an-article-2",
            "d.yaml:18: the paper at a.yaml:18 has the id 1901.00010 already; choose another, such as 1901.00010-2",
            "d.yaml:27: the paper at a.yaml:27 has the id looking already; choose another, such as looking-2",
            "d.yaml:32: the section at a.yaml:32 has the id speech already; choose another, such as speech-2",
            "d.yaml:37: the paper at a.yaml:37 has the id listening already; choose another, such as listening-2"),
        failure.getMessage().lines().toList());
  }
}
