package paperreviews.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static paperreviews.testing.Printed.lines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.seed.ReviewFiles;
import paperreviews.seed.Seed;
import paperreviews.testing.Printed;
import paperreviews.testing.Reviews;

/** {@code seed import} and {@code seed check}, as they are called. */
class ImportTest {
  private static final Path ARTICLES = Path.of("src/test/resources/articles");

  @RegisterExtension private final Printed printed = new Printed();

  private final ByteArrayOutputStream out = printed.out();
  private final ByteArrayOutputStream err = printed.err();

  @TempDir private Path folder;

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private List<String> said() {
    return lines(err);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain.txt", "markdown.md", "chained.txt", "bold.md", "unnumbered.md"})
  void printsAReviewFileThatPassesCheck(String article) {
    assertEquals(0, Seed.run("import", ARTICLES.resolve(article).toString()));

    var file = printed();
    assertEquals(List.of(), ReviewFiles.faults(file, "a.yaml"));
    Reviews.write(folder, "a.yaml", file);
    assertEquals(0, Seed.run("check", folder.toString()), () -> said().toString());
  }

  private int importInto(Path file, String article, String... more) {
    var words = new ArrayList<>(List.of("import", article, "--output", file.toString()));
    words.addAll(List.of(more));
    return Seed.run(words.toArray(String[]::new));
  }

  @Test
  void writesTheFileThatIsNamed() throws IOException {
    var file = folder.resolve("a.yaml");

    assertEquals(0, importInto(file, ARTICLES.resolve("plain.txt").toString()));

    assertEquals("", printed());
    assertEquals(List.of(), ReviewFiles.faults(Files.readString(file), "a.yaml"));
    assertEquals("Written: " + file + ". Look at it with: mvn -Plocal", said().getLast());
  }

  @Test
  void leavesAFileAloneThatIsThere() throws IOException {
    var file = Files.writeString(folder.resolve("a.yaml"), "changed by hand");

    assertEquals(1, importInto(file, ARTICLES.resolve("plain.txt").toString()));

    assertEquals("changed by hand", Files.readString(file));
    assertTrue(said().getFirst().contains("--replace"), () -> said().toString());
  }

  @Test
  void keepsWhatWasAddedByHandWhenItImportsAgain() throws IOException {
    var file = folder.resolve("a.yaml");
    var article = ARTICLES.resolve("unnumbered.md").toString();
    assertEquals(0, importInto(file, article));
    var imported = Files.readString(file);
    var edited =
        imported
            .replace("unnumbered-section-1", "graphs")
            .replace("辺を先に決めてから頂点を置く。", "辺を先に決める。")
            .replace("            グラフを頂点と", "            グラフを  頂点と")
            .replace(
                """
                        url: "https://arxiv.org/abs/1901.00909"
                        review:
                """,
                """
                        url: "https://arxiv.org/pdf/1901.00909"
                        # Read twice.
                        keywords:
                          en: [graphs]
                        review:
                          en: Chooses edges before vertices.
                """);
    Files.writeString(file, edited);

    assertEquals(0, importInto(file, article, "--replace"));

    var merged = Files.readString(file);
    assertEquals(
        edited.replace("辺を先に決める。", "辺を先に決めてから頂点を置く。").replace("グラフを  頂点", "グラフを頂点"), merged);
    assertEquals(edited, Files.readString(folder.resolve("a.yaml.bak")));
    assertTrue(
        said()
            .contains(
                "Merged: “ja” of “review” of paper 1901.00909: the article's text replaces the"
                    + " file's"),
        said()::toString);
  }

  @Test
  void keepsPapersThatTheArticleDoesNotHave() throws IOException {
    var file = folder.resolve("a.yaml");
    var article = ARTICLES.resolve("unnumbered.md").toString();
    assertEquals(0, importInto(file, article));
    Files.writeString(
        file,
        Files.readString(file)
            + "      - {id: by-hand, number: 2, title: By Hand, url: 'https://x.org/hand', review:"
            + " {ja: 手で。}}\n");

    assertEquals(0, importInto(file, article, "--replace"));

    assertEquals(
        List.of("1901.00909", "1902.01010", "1903.01111", "by-hand"),
        ReviewFileText.read(Files.readString(file)).papers().stream()
            .map(paper -> paper.id())
            .toList());
    assertTrue(
        said()
            .contains(
                "Merged: paper by-hand is not in the article; it is kept, remove it if it should"
                    + " go"),
        said()::toString);
  }

  @Test
  void leavesAloneWhatIsNoReviewFile() throws IOException {
    var file = Files.writeString(folder.resolve("a.yaml"), "as it was before");

    assertEquals(1, importInto(file, ARTICLES.resolve("plain.txt").toString(), "--replace"));

    assertEquals("as it was before", Files.readString(file));
    assertTrue(said().getLast().contains("is not a review file"), said()::toString);
  }

  @Test
  void readsDeeplyNestedFilesWithoutEnd() throws IOException {
    var article = ARTICLES.resolve("plain.txt").toString();
    var nested =
        Files.writeString(
            folder.resolve("nested.yaml"), "sections: " + "[".repeat(50_000) + "]".repeat(50_000));

    assertEquals(1, importInto(nested, article, "--replace"));
    assertEquals(0, importInto(folder.resolve("a.yaml"), article));
  }

  @Test
  void keepsEachPaperOnceWhereverTheArticleMovesIt() throws IOException {
    var article = ARTICLES.resolve("unnumbered.md");
    var file = folder.resolve("a.yaml");
    assertEquals(0, importInto(file, article.toString()));
    var moved =
        Files.writeString(
            folder.resolve("unnumbered.md"), Files.readString(article).replace("## 因果\n", ""));

    assertEquals(0, importInto(file, moved.toString(), "--replace"), said()::toString);

    var merged = ReviewFileText.read(Files.readString(file));
    assertEquals(
        List.of("1901.00909", "1902.01010", "1903.01111"),
        merged.papers().stream().map(paper -> paper.id()).toList());
    assertEquals(1, merged.sections().size());
    assertTrue(
        said()
            .contains(
                "Merged: section 2 is not in the article, nor are papers left in it; it is removed"),
        said()::toString);
  }

  @Test
  void showsInADryRunHowTheFileWouldChange() throws IOException {
    var file = folder.resolve("a.yaml");
    var article = ARTICLES.resolve("unnumbered.md").toString();
    assertEquals(0, importInto(file, article));
    var edited = Files.readString(file).replace("頂点を置く。", "頂点を消す。");
    Files.writeString(file, edited);

    assertEquals(0, importInto(file, article, "--dry-run"));

    assertEquals(edited, Files.readString(file));
    assertTrue(
        printed()
            .lines()
            .toList()
            .containsAll(List.of("-            辺を先に決めてから頂点を消す。", "+            辺を先に決めてから頂点を置く。")),
        printed());
  }

  @Test
  void givesAPaperOfAnotherFileAnIdOfItsOwn() throws IOException {
    var article = ARTICLES.resolve("unnumbered.md").toString();
    assertEquals(0, importInto(folder.resolve("a.yaml"), article));
    assertEquals(0, importInto(folder.resolve("b.yaml"), article, "--id", "again"));
    assertEquals(0, importInto(folder.resolve("c.yaml"), article, "--id", "and-again"));

    assertEquals(0, Seed.run("check", folder.toString()), () -> said().toString());
    var ids = ReviewFileText.read(Files.readString(folder.resolve("c.yaml"))).papers();
    assertEquals(
        List.of("1901.00909-3", "1902.01010-3", "1903.01111-3"),
        ids.stream().map(paper -> paper.id()).toList());

    assertEquals(0, importInto(folder.resolve("a.yaml"), article, "--replace"));
    assertEquals(0, Seed.run("check", folder.toString()), () -> said().toString());
  }

  @Test
  void namesTheLineOfAReviewThatIsTooLong() throws IOException {
    var article =
        Files.writeString(
            folder.resolve("a.md"),
            Files.readString(ARTICLES.resolve("unnumbered.md"))
                .replace("原因の候補", "𩸽".repeat(40_001)));

    assertEquals(1, Seed.run("import", article.toString()));

    assertTrue(
        said().getFirst().startsWith("a.md:23: ") && said().getFirst().contains("at most 40,000"),
        said()::toString);
  }

  @Test
  void listsTheFieldsThatDifferFromTheArticle() throws IOException {
    var article =
        Files.writeString(
            folder.resolve("a.md"),
            """
            # 2020年の論文

            ## 画像

            ### Small Nets for Big Cats

            - 著者: Alice Example, Bob Example
            - 採録: CVPR 2020
            - 年: 2020
            - リンク: https://arxiv.org/abs/2001.00001

            猫の画像の分類。
            """);
    var file = folder.resolve("a.yaml");
    assertEquals(0, importInto(file, article.toString()));
    var edited =
        Files.readString(file)
            .replace("\"Bob Example\"", "\"Bob B. Example\"")
            .replace("CVPR 2020", "CVPR 2021")
            .replaceFirst("        year: 2020", "        year: 2019");
    Files.writeString(file, edited);
    err.reset();

    assertEquals(0, importInto(file, article.toString(), "--replace"));

    assertEquals(edited, Files.readString(file));
    assertEquals(
        List.of(
            "Merged: “authors” of paper 2001.00001: the file's Alice Example, Bob B. Example is kept,"
                + " the article has Alice Example, Bob Example",
            "Merged: “year” of paper 2001.00001: the file's 2019 is kept, the article has 2020",
            "Merged: “venue” of paper 2001.00001: the file's CVPR 2021 is kept, the article has CVPR"
                + " 2020"),
        said().stream().filter(line -> line.startsWith("Merged")).toList());
  }

  @Test
  void refusesALanguageThatItDoesNotKnow() {
    var article = ARTICLES.resolve("unnumbered.md").toString();

    assertEquals(2, Seed.run("import", article, "--language", "fr"));

    assertEquals("--language is fr; give ja or en", said().getFirst());
  }

  @Test
  void writesAnEmptyReviewFileThatPassesCheck() throws IOException {
    assertEquals(0, Seed.run("new", "2020-week-9", "--folder", folder.toString()));

    assertEquals(0, Seed.run("check", folder.toString()), () -> said().toString());
    assertEquals(1, Seed.run("new", "2020-week-9", "--folder", folder.toString()));
    assertEquals(2, Seed.run("new", "Week 9", "--folder", folder.toString()));
  }

  @Test
  void replacesNothingWithoutAFile() {
    assertEquals(2, Seed.run("import", ARTICLES.resolve("plain.txt").toString(), "--replace"));

    assertTrue(said().getFirst().contains("--output"), () -> said().toString());
    assertEquals("", printed());
  }

  @Test
  void writesNothingOfAnArticleThatItRefuses() throws IOException {
    var article = Files.writeString(folder.resolve("bad.txt"), "no article");
    var file = Files.writeString(folder.resolve("a.yaml"), "as it was before");

    assertEquals(1, importInto(file, article.toString(), "--replace"));

    assertEquals("as it was before", Files.readString(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pipe", "zero", "zero.yaml"})
  @Timeout(20)
  void readsRegularFilesOnly(String name) throws Exception {
    var pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    Files.createSymbolicLink(folder.resolve("zero"), Path.of("/dev/zero"));
    Files.createSymbolicLink(folder.resolve("zero.yaml"), Path.of("/dev/zero"));
    var file = folder.resolve(name);
    var article = ARTICLES.resolve("plain.txt").toString();

    assertEquals(2, Seed.run("import", file.toString()));
    assertEquals(file + " is not a regular file", said().getFirst());

    err.reset();
    assertEquals(1, importInto(file, article, "--replace"));
    assertEquals(List.of(file + " is not a regular file. Name another file."), said());

    // Nor those beside the review file, whose ids it looks for.
    assertEquals(0, importInto(folder.resolve("a.yaml"), article));
  }

  @ParameterizedTest
  @ValueSource(strings = {"exists.yaml", "no-such-folder/a.yaml"})
  void escapesTheNamesOfFilesThatItPrints(String name) throws IOException {
    var odd = Files.createDirectory(folder.resolve("x\n::error \u001b[31m"));
    Files.writeString(odd.resolve("exists.yaml"), "old \u001b[32m");
    var article = Files.copy(ARTICLES.resolve("plain.txt"), odd.resolve("\u202ea.txt"));

    importInto(odd.resolve(name), article.toString());
    importInto(odd.resolve(name), article.toString(), "--dry-run");
    importInto(odd.resolve("new.yaml"), article.toString());
    Seed.run("new", "a-b", "--folder", odd.toString());

    var all = printed() + String.join("\n", said());
    assertTrue(all.contains("\\u000A::error \\u001B[31m"), all);
    assertFalse(all.contains("\u001b") || all.contains("\n::error") || all.contains("\u202e"), all);
  }

  @Test
  void saysWhereItCannotWrite() {
    var file = folder.resolve("no-such-folder").resolve("a.yaml");

    assertEquals(1, importInto(file, ARTICLES.resolve("plain.txt").toString()));

    assertTrue(said().getFirst().startsWith(file + " cannot be written"), () -> said().toString());
  }

  @Test
  void saysWhatItFoundWhatItLeftOutAndWhatToLookAt() {
    assertEquals(0, Seed.run("import", ARTICLES.resolve("plain.txt").toString()));

    assertEquals(
        List.of(
            "2020-part-2: “2020年に読んだ言語と音声の論文 — Part 2 —”, 2020, by 山田はなこ",
            "Titles of papers: \"1. Title\"",
            "  1. 自然言語処理 (line 10): papers 4, links 5",
            "  2. 音声と音楽 (line 52): papers 3, links 2",
            "Found: sections 2, papers 7, links 7 besides the papers' own.",
            "Left out: lines 3 to 8, the opening",
            "Left out: lines 76 to 82, the closing part",
            "Warning: plain.txt:38: the article gives no address for “コード”; add a url to the link"
                + " if you know it",
            "Warning: plain.txt:56: the article gives no address for “二度聞くと何が変わるか”; add a url"
                + " to the link if you know it",
            "Warning: plain.txt:70: the paper paper-ca2530feebcf has this title already; this one"
                + " gets the id paper-ca2530feebcf-2"),
        said());
  }

  @Test
  void printsNothingOfAnArticleThatItRefuses() throws Exception {
    var article = Files.writeString(folder.resolve("a.txt"), "論文 2019\n\n見る\n\n見る話。\n");

    assertEquals(1, Seed.run("import", article.toString()));

    assertEquals("", printed());
    assertEquals(
        List.of(
            "a.txt: no paper was found; a paper is a title such as \"1. Title\" or \"### Title\""
                + " with its address on the next line",
            "The article was not imported. Fix a.txt and import it again."),
        said());
  }

  @Test
  void refusesWhatWouldNotPassCheck() {
    var article = ARTICLES.resolve("bold.md").toString();

    assertEquals(1, Seed.run("import", article, "--id", "Not a slug"));

    assertEquals("", printed());
    assertTrue(
        said().getFirst().startsWith("bold.md: \"id\" is Not a slug; use small letters"),
        said()::toString);
  }

  @Test
  void saysThatThereIsNoArticle() {
    assertEquals(2, Seed.run("import", folder.resolve("no.txt").toString()));
    assertEquals("There is no file " + folder.resolve("no.txt"), said().getFirst());

    err.reset();
    assertEquals(2, Seed.run("import", folder.toString()));
    assertEquals(folder + " is a folder; name the file of the article", said().getFirst());

    err.reset();
    assertEquals(2, Seed.run("import"));
    assertTrue(said().getFirst().contains("ARTICLE"), said()::toString);
  }

  @Test
  void checksReviewsWithoutFault() {
    Reviews.write(folder, "a.yaml", Reviews.FILE);

    assertEquals(0, Seed.run("check", folder.toString(), "--strict"));

    assertEquals(
        "No fault in %s: articles 1, sections 2, papers 3.%n".formatted(folder), printed());
    assertEquals(List.of(), said());
  }

  @Test
  void tellsEveryFaultAndEndsWithOne() {
    Reviews.write(
        folder, "a.yaml", Reviews.FILE.replace("role:", "rule:").replace("ja: よく聞く, ", ""));
    Reviews.write(folder, "concepts.yaml", "concepts:\n  - {ja: [視覚], en: []}\n");

    assertEquals(1, Seed.run("check", folder.toString()));

    var faults =
        List.of(
            "a.yaml:7: \"rule\" is unknown here; known are name, role, links",
            "concepts.yaml:2: \"id\" is missing");
    assertEquals(faults, said().subList(0, 2));
    assertEquals("Faults: 2.", said().getLast());
    assertEquals("", printed());

    err.reset();
    assertEquals(1, Seed.run("check", folder.toString(), "--strict"));
    assertEquals(
        "a.yaml:41: \"review\" has no text under ja; translate it, or check without --strict",
        said().get(1));
  }

  @Test
  void tellsAWrongCallFromAFault() {
    assertEquals(2, Seed.run("check", folder.resolve("no").toString()));
    assertEquals("There is no folder " + folder.resolve("no"), said().getFirst());

    err.reset();
    var file = Reviews.write(folder, "a.yaml", Reviews.FILE);
    assertEquals(2, Seed.run("check", file.toString()));
    assertEquals(file + " is a file; name the folder that it is in", said().getFirst());

    err.reset();
    assertEquals(2, Seed.run("check"));
    assertTrue(said().getFirst().contains("REVIEWS"), said()::toString);
  }

  @Test
  void isHelped() {
    for (var arguments : List.of(new String[] {}, new String[] {"help"})) {
      out.reset();
      assertEquals(0, Seed.run(arguments));
      for (var command : List.of("import", "check", "publish", "help")) {
        assertTrue(
            printed().lines().anyMatch(line -> line.startsWith("  " + command + " ")), printed());
      }
    }
  }
}
