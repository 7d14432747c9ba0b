package paperreviews.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.importer.ArticleReader.Given;
import paperreviews.importer.ImportedArticle.LeftOut;
import paperreviews.model.Author;
import paperreviews.model.Link;
import paperreviews.model.Link.Kind;

class ArticleReaderTest {
  /** A small article without fault: lines 5 to 33. */
  private static final String ARTICLE =
      """
      2019年の論文

      はじめに

      1. 見る

      見る話。

      1. Seeing

      https://arxiv.org/abs/1901.00010

      よく見える。

      2. Looking

      https://example.org/looking

      よく見る。

      2. 聞く

      聞く話。

      1. Listening

      https://openreview.net/forum?id=abc

      よく聞く。

      おわりに

      以上です。著者は筆者です。

      著者: 花子
      """;

  private static ImportedArticle read(String text) throws UnreadableArticleException {
    return Articles.read(text);
  }

  private static String with(String fragment, String replacement) {
    assertTrue(ARTICLE.contains(fragment), fragment);
    return ARTICLE.replace(fragment, replacement);
  }

  private static List<String> refusals(String text) {
    return assertThrows(UnreadableArticleException.class, () -> read(text)).reasons().stream()
        .map(reason -> reason.line() + ": " + reason.text())
        .toList();
  }

  private static List<String> warnings(String text) throws UnreadableArticleException {
    return read(text).warnings().stream()
        .map(warning -> warning.line() + ": " + warning.text())
        .toList();
  }

  @Test
  void readsAnArticleWordForWord() throws UnreadableArticleException {
    var article = read(ARTICLE);

    assertEquals("2019年の論文", article.title().ja());
    assertEquals(2019, article.year());
    assertEquals(Optional.of(new Author("花子", "", List.of())), article.author());
    assertEquals(
        List.of(
            "1 見る", "- 1 1901.00010 Seeing", "- 2 looking Looking", "2 聞く", "- 1 abc Listening"),
        Articles.outline(article));
    assertEquals("見る話。", article.sections().getFirst().introduction().ja());
    assertEquals("よく見る。", article.papers().get(1).review().ja());
    assertEquals(Optional.of("https://example.org/looking"), article.papers().get(1).url());
    assertEquals(
        List.of(new LeftOut(3, 3, "the opening"), new LeftOut(31, 35, "the closing part")),
        article.leftOut());
    assertEquals(List.of(), article.warnings());
  }

  @Test
  void readsNumbersAddressesListsAndArrowsInPlainText() throws UnreadableArticleException {
    var article = read(Articles.text("plain.txt"));

    assertEquals(
        List.of(
            "1 自然言語処理",
            "- 1 2001.00011 Small Words, Large Meaning",
            "- 2 2002.00022 3D Reading: Books as Volumes",
            "- 3 SyAbc123_x ATTENTION TO SILENCE",
            "- 4 paper-ca2530feebcf 辞書を引くニューラルネット",
            "2 音声と音楽",
            "- 1 2003.00033 Listening Twice",
            "- 2 2005.00055 A Metronome for Transformers",
            "- 3 paper-ca2530feebcf-2 辞書を引くニューラルネット"),
        Articles.outline(article));
    assertEquals("2020-part-2", article.id());
    assertEquals(
        """
        助詞だけを残した文から元の意味をどこまで戻せるかを調べた研究。
        次の三つの条件を比べている。
        1. 助詞を残す
        2. 助詞を消す
        3. 助詞を入れ替える

        入れ替えた場合が最も難しく、人間でも半分ほどしか当てられない。

        以前勉強会で使った解説資料→ https://speakerdeck.com/someone/small-words\
        """,
        article.papers().getFirst().review().ja());
    assertEquals(
        List.of(
            link(Kind.PAPER, "https://aclanthology.org/2020.acl-main.442"),
            link(Kind.PAGE, "https://example.com/blog/nlp-2019")),
        article.sections().getFirst().links());
    assertEquals(
        List.of(
            List.of(
                link(Kind.SLIDES, "以前勉強会で使った解説資料", "https://speakerdeck.com/someone/small-words")),
            List.of(link(Kind.CODE, "コード", "https://github.com/someone/3d-reading")),
            List.of(new Link(Kind.CODE, "コード", Optional.empty())),
            List.of(),
            List.of(
                link(
                    Kind.PAPER,
                    "Listening Thrice: Diminishing Returns",
                    "https://arxiv.org/abs/2004.00044"),
                new Link(Kind.POST, "二度聞くと何が変わるか", Optional.empty())),
            List.of(),
            List.of()),
        article.papers().stream().map(each -> each.links()).toList());
  }

  private static Link link(Kind kind, String address) {
    return link(kind, address, address);
  }

  private static Link link(Kind kind, String title, String address) {
    return new Link(kind, title, Optional.of(address));
  }

  @Test
  void readsHeadingsImagesAndLinksInMarkdown() throws UnreadableArticleException {
    var article = read(Articles.text("markdown.md"));

    assertEquals("2021年上半期の面白かった論文", article.title().ja());
    assertEquals(
        List.of(
            "1 画像を作る",
            "- 1 2101.00101 Painting by Numbers, Literally",
            "- 2 noise-77 Noise That Knows Where to Go",
            "- 3 2102.00202 Undo for GANs",
            "2 表と時系列",
            "- 1 spreadsheets-are-all-you-need Spreadsheets Are All You Need",
            "- 2 2103.00303 Yesterday's Weather as a Baseline"),
        Articles.outline(article));
    assertEquals("", article.sections().getLast().introduction().ja());
    assertEquals(
        """
        雑音の側に座標を持たせる。

        > 著者らは「雑音は迷わない」と述べている。

        **補足**

        座標は二次元で足りるらしい。\
        """,
        article.papers().get(1).review().ja());
    assertEquals(
        List.of(
            new LeftOut(3, 9, "the opening"),
            new LeftOut(21, 21, "an image"),
            new LeftOut(30, 30, "a rule"),
            new LeftOut(62, 66, "the closing part")),
        article.leftOut());
    assertEquals(
        Optional.of(
            new Author(
                "a_reader",
                "",
                List.of(link(Kind.PROFILE, "Twitter", "https://twitter.com/a_reader")))),
        article.author());
  }

  @Test
  void keepsTheNumbersOfAnArticleThatGoesOnFromAnother() throws UnreadableArticleException {
    assertEquals(
        List.of(
            "6 強化学習",
            "- 1 1801.00404 Learning to Lose Gracefully",
            "- 2 HkChess01 Chess Without Kings",
            "7 ロボット",
            "- 1 1802.00505 Grasping at Straws"),
        Articles.outline(read(Articles.text("chained.txt"))));
  }

  @Test
  void readsTheVenueBesideAnAddress() throws UnreadableArticleException {
    var paper = read(Articles.text("chained.txt")).papers().getLast();

    assertEquals("細いものをつかむ。ストローで試している。", paper.review().ja());
    assertEquals(Optional.of("ICRA 2018"), paper.venue());
  }

  @Test
  void keepsOtherRemarksThatAreBesideAnAddress() throws UnreadableArticleException {
    assertEquals(
        "(全文は有料)\n\nよく見る。",
        read(with("https://example.org/looking", "https://example.org/looking (全文は有料)"))
            .papers()
            .get(1)
            .review()
            .ja());
  }

  @Test
  void readsBoldTitles() throws UnreadableArticleException {
    var article = read(Articles.text("bold.md"));

    assertEquals("気になった論文たち(2017年)", article.title().ja());
    assertEquals(
        List.of(
            "1 圧縮",
            "- 1 1701.00606 Fewer Bits, Same Dreams",
            "- 2 1702.00707 Pruning the Pruner",
            "2 最適化",
            "- 1 1703.00808 Momentum Considered Helpful"),
        Articles.outline(article));
    assertTrue(article.papers().getLast().review().ja().endsWith("箇条書きではない段落。"));
  }

  @Test
  void numbersByTheirOrderWhatHasNoNumbers() throws UnreadableArticleException {
    assertEquals(
        List.of(
            "1 グラフ",
            "- 1 1901.00909 Edges First",
            "- 2 1902.01010 Graphs of Graphs",
            "2 因果",
            "- 1 1903.01111 Because and Effect"),
        Articles.outline(read(Articles.text("unnumbered.md"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "おわりに",
        "まとめ",
        "## まとめ",
        "**終わりに**",
        "3. おわりに",
        "さいごに",
        "謝辞",
        "最後まで読んでいただき、ありがとうございました。",
        "以上、気になった論文の紹介でした。",
        "Thanks for reading!"
      })
  void leavesOutTheClosingPart(String words) throws UnreadableArticleException {
    var article = read(with("おわりに", words));

    assertEquals("よく聞く。", article.papers().getLast().review().ja());
    assertEquals(new LeftOut(31, 35, "the closing part"), article.leftOut().getLast());
  }

  @Test
  void looksForTheClosingPartBehindTheLastPaperOnly() throws UnreadableArticleException {
    assertEquals(
        "よく見る。\n\nまとめ\n\n見る価値がある。",
        read(with("よく見る。", "よく見る。\n\nまとめ\n\n見る価値がある。")).papers().get(1).review().ja());
  }

  @Test
  void warnsWhereNoClosingPartIsFound() throws UnreadableArticleException {
    assertEquals(
        List.of(
            "0: the article does not say who wrote it; give --author if it should be shown",
            "25: no closing part such as まとめ was found; check whether this last review ends where it"
                + " should"),
        warnings(ARTICLE.substring(0, ARTICLE.indexOf("おわりに"))));
  }

  @ParameterizedTest
  @CsvSource({
    "全3本の論文です, ",
    "3本紹介します, ",
    "3つの論文, ",
    "論文3件, ",
    "約30本の論文, ",
    "30本立ての記事の1本目です, ",
    "2019年の論文, ",
    "2019 papers, ",
    "28本です, 28",
    "合計27の論文を紹介します, 27",
    "全３０本, 30",
    "面白かった論文30選, 30",
    "12 papers, 12",
  })
  void comparesTheArticlesOwnCounts(String words, Integer count) throws UnreadableArticleException {
    var expected =
        count == null
            ? List.of()
            : List.of("3: the article speaks of %d papers here; 3 were found".formatted(count));

    assertEquals(expected, warnings(with("はじめに", words)));
  }

  @Test
  void refusesAnArticleWithoutPapers() {
    assertEquals(
        List.of(
            "0: no paper was found; a paper is a title such as \"1. Title\" or \"### Title\" with"
                + " its address on the next line"),
        refusals("論文\n\n見る\n\n見る話。\n"));
  }

  @Test
  void refusesATitleThatLinksToADamagedAddress() {
    assertEquals(
        List.of(
            "3: “Seeing” links to h2.ttps://example.org/seeing, which is no web address;"
                + " write it with https://"),
        refusals(
            """
            # Papers

            ### [Seeing](h2.ttps://example.org/seeing)
            https://arxiv.org/abs/1901.00010

            A review.

            ### [Hearing](https://example.org/hearing)
            https://arxiv.org/abs/1901.00011

            Another review.
            """));
  }

  @Test
  void refusesAPaperWithoutAnAddress() {
    var reason =
        "looks like a paper's title, but has no address on the next line; write it there, change"
            + " the line if it is no title, or import with --without-addresses";

    assertEquals(
        List.of("31: “Hearing” " + reason),
        refusals(with("おわりに", "2. Hearing\n\nよく聞こえる。\n\nおわりに")));
    assertEquals(
        List.of(
            "9: “Seeing” " + reason,
            "20: “聞く” begins like a title, but number 2 is neither that of the next section nor of"
                + " the next paper"),
        refusals(with("https://arxiv.org/abs/1901.00010\n", "").replace("1. 見る", "## 1. 見る")));
    assertEquals(
        List.of("5: “Deeper” " + reason),
        refusals(
            """
            論文 2019
            ## 見る
            ### Seeing
            https://arxiv.org/abs/1901.00010
            ### Deeper
            もっと見る。
            ### Looking
            https://example.org/looking
            よく見る。
            """));
  }

  @Test
  void refusesWhatMayBeASectionOrAPaperWithoutAnAddress() {
    var how = ": write the address below what is a paper, and mark the section as a heading: ";

    assertEquals(
        List.of(
            "5: “見る” may be the title of section 1, and so may line 9" + how + "\"## 1. 見る\"",
            "9: “Seeing” may be the title of section 1, and so may line 5"
                + how
                + "\"## 1. Seeing\""),
        refusals(with("https://arxiv.org/abs/1901.00010\n", "")));
    assertEquals(
        List.of(
            "15: “Looking” may be the title of section 2, and so may line 20"
                + how
                + "\"## 2. Looking\"",
            "20: “聞く” may be the title of section 2, and so may line 15" + how + "\"## 2. 聞く\""),
        refusals(with("https://example.org/looking\n", "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arxiv.org/abs/1901.00011",
        "arXiv:1901.00011",
        "www.example.org/looking",
        "ftp://example.org/x"
      })
  void saysThatAnAddressIsNotWhole(String address) {
    assertEquals(
        List.of(
            "15: “Looking” has an address on line 17 that is not whole: %s; write it with https://"
                .formatted(address)),
        refusals(with("https://example.org/looking", address)));
  }

  @Test
  void refusesAPaperWithoutAReview() {
    assertEquals(
        List.of("15: “Looking” is a paper without a review below its address"),
        refusals(with("よく見る。\n", "")));
  }

  @Test
  void refusesASectionWithoutPapers() {
    assertEquals(
        List.of(
            "31: “触る” is a section without papers; a paper is a title with its address on the next"
                + " line"),
        refusals(with("おわりに", "3. 触る\n\n触る話。\n\nおわりに")));
    assertEquals(
        List.of(
            "6: “空” is a section without papers; a paper is a title with its address on the next"
                + " line"),
        refusals(
            """
            論文 2019
            ## 見る
            ### Seeing
            https://arxiv.org/abs/1901.00010
            よく見える。
            ## 空
            ## 聞く
            ### Listening
            https://example.org/listening
            よく聞く。
            """));
  }

  @Test
  void refusesPapersBeforeAnySection() {
    assertEquals(
        List.of(
            "5: “Seeing” comes before any section; write the section's title above it,"
                + " such as \"1. Title\""),
        refusals(with("1. 見る\n\n見る話。\n\n", "")));
  }

  @Test
  void refusesPapersThatBeginAgainWithoutASection() {
    assertEquals(
        List.of(
            "25: “Listening” begins the papers' numbers again, but has no section's title above it"),
        refusals(with("2. 聞く", "聞く")));
  }

  @Test
  void refusesAHeadingThatIsNeitherASectionsNorAPapers() {
    assertEquals(
        List.of(
            "5: “近く” is a heading neither of a section, like line 2, nor of a paper, like line 3"),
        refusals(
            """
            論文 2019
            ## 見る
            #### Seeing
            https://arxiv.org/abs/1901.00010
            ### 近く
            #### Looking
            https://example.org/looking
            よく見る。
            """));
  }

  @Test
  void refusesAPaperOfAnotherSection() {
    assertEquals(
        List.of("25: “Listening” has the number 3-1, but is in section 2 (line 21)"),
        refusals(
            with("1. Seeing", "1-1. Seeing")
                .replace("2. Looking", "1-2. Looking")
                .replace("1. Listening", "3-1. Listening")));
  }

  @Test
  void refusesATitleThatLostItsNumber() {
    assertEquals(
        List.of(
            "15: “Looking closely” looks like a paper's title, with an address below it, but is not"
                + " set as the others are: \"1. Title\"; set it like them, or put both on one"
                + " line"),
        refusals(
            with("2. Looking\n", "Looking closely\n")
                .replace("https://example.org/looking", "https://arxiv.org/abs/1901.00011")));
  }

  @Test
  void refusesAnEntryThatBelongsToNothing() {
    assertEquals(
        List.of(
            "15: “謎の見出し” begins like a title, but number 7 is neither that of the next section nor"
                + " of the next paper"),
        refusals(with("よく見える。\n", "よく見える。\n\n7. 謎の見出し\n")));
  }

  @Test
  void refusesControlCharactersAndOtherEncodings() {
    assertEquals(
        List.of(
            "13: it holds the control character U+0007; remove it",
            "19: it holds the control character U+202E; remove it"),
        refusals(with("よく見える", "よく\u0007見える").replace("よく見る", "よく\u202E見る")));
    assertEquals(
        List.of(new Remark(0, "it is not UTF-8 text; save it as UTF-8")),
        assertThrows(
                UnreadableArticleException.class,
                () ->
                    ArticleReader.read(
                        ARTICLE.getBytes(StandardCharsets.UTF_16), "a.txt", Given.NOTHING))
            .reasons());
  }

  @Test
  void warnsOfAnAddressThatIsNone() throws UnreadableArticleException {
    assertEquals(
        List.of(
            "15: https://example.org/100%x below is not an address; it stays in the text, but is no"
                + " link"),
        warnings(with("よく見る。", "よく見る(https://example.org/100%x)。")));
  }

  @Test
  void refusesWhatIsTooLargeForAnArticle() {
    assertEquals(
        List.of(
            "0: it has 2,000,001 bytes; an article has at most 2,000,000: split it into files of"
                + " their own"),
        refusals("x".repeat(2_000_001)));
    assertEquals(
        List.of(
            "0: it has 10,001 lines; an article has at most 10,000: split it into files of their"
                + " own"),
        refusals("\n".repeat(10_000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1. a\n", "2. a\n\n", "## a\n", "1. a\nhttps://x.org\n", "コード→\n", "- 1. a\n"})
  @Timeout(30)
  void takesNoLongTimeOverAnyArticle(String lines) {
    var text = lines.repeat(9_990 / (int) lines.chars().filter(c -> c == '\n').count());

    assertFalse(refusals(text).isEmpty());
    assertFalse(refusals(ARTICLE.replace("よく見える。", "よく見える。\n" + text)).isEmpty());
  }

  @Test
  void tellsASecondReviewOfAPaperByANumber() throws UnreadableArticleException {
    var twice =
        with("https://example.org/looking", "https://arxiv.org/pdf/1901.00010.pdf")
            .replace("https://openreview.net/forum?id=abc", "https://arxiv.org/abs/1901.00010");

    assertEquals(
        List.of("1901.00010", "1901.00010-2", "1901.00010-3"),
        read(twice).papers().stream().map(each -> each.id()).toList());
    assertEquals(
        List.of(
            "15: the paper 1901.00010 has this address (https://arxiv.org/pdf/1901.00010.pdf)"
                + " already; this one gets the id 1901.00010-2",
            "25: the paper 1901.00010 has this address (https://arxiv.org/abs/1901.00010) already;"
                + " this one gets the id 1901.00010-3"),
        warnings(twice));
  }

  @Test
  void warnsWhereNumbersJump() throws UnreadableArticleException {
    assertEquals(
        List.of(
            "15: the numbers of the papers jump from 1 to 3 here; check whether one is missing"),
        warnings(with("2. Looking", "3. Looking")));
  }

  @Test
  void numbersByTheirOrderWhatDoesNotCountUp() throws UnreadableArticleException {
    var text = with("1. 見る", "## 2. 見る").replace("2. 聞く", "## 1. 聞く");

    assertEquals(List.of(1, 2), read(text).sections().stream().map(each -> each.number()).toList());
    assertEquals(
        List.of(
            "5: the numbers of the sections from here on do not count up; they are numbered by"
                + " their order"),
        warnings(text));
  }

  @Test
  void takesWhatIsGivenBeforeWhatTheArticleSays() throws UnreadableArticleException {
    var article =
        ArticleReader.read(
            ARTICLE.getBytes(StandardCharsets.UTF_8),
            "a.txt",
            new Given(
                Optional.of("mine"),
                Optional.of(2020),
                Optional.of("Taro"),
                Optional.empty(),
                Optional.empty(),
                false));

    assertEquals("mine", article.id());
    assertEquals(2020, article.year());
    assertEquals(Optional.of("Taro"), article.author().map(Author::name));
    assertEquals("mine-section-1", article.sections().getFirst().id());
  }

  @ParameterizedTest
  @CsvSource({
    "2019年の論文, Notes on 2018.txt, notes-on-2018",
    "Papers of 2019 — Part 3 —, a.txt, 2019-part-3",
    "2019年の論文 PART２, a.txt, 2019-part-2",
    "Papers of 2019, 記事.txt, papers-of-2019",
    "論文の話, 記事.txt, article-2019",
  })
  void namesTheArticleByPartFileOrTitle(String title, String file, String id)
      throws UnreadableArticleException {
    var article =
        ArticleReader.read(
            with("2019年の論文", title).replace("はじめに", "2019年").getBytes(StandardCharsets.UTF_8),
            file,
            Given.NOTHING);

    assertEquals(id, article.id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--- | title: 2020年の記事 | date: 2020-03-02",
        "+++ | title = '2020年の記事' | date = 2020-03-02 # JST"
      })
  void readsFrontMatter(String fence, String title, String date) throws UnreadableArticleException {
    var article =
        read(
            String.join(
                "\n", fence, title, date, fence, ARTICLE.substring(ARTICLE.indexOf("1. 見る"))));

    assertEquals("2020年の記事", article.title().ja());
    assertEquals(Optional.of("2020-03-02"), article.date());
    assertEquals(new LeftOut(1, 4, "the front matter"), article.leftOut().getFirst());
  }

  @Test
  void readsShiftJisAndTheDecomposedKanaOfMacs() throws Exception {
    var text = with("よく見える。", "がぎぐげごを見る。");
    var expected = read(text);
    var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);

    assertEquals(
        expected,
        ArticleReader.read(
            text.getBytes(Charset.forName("windows-31j")), "an-article.txt", Given.NOTHING));
    assertEquals(expected, read(decomposed));
    assertTrue(decomposed.length() > text.length());
  }

  @ParameterizedTest
  @Timeout(30)
  @ValueSource(
      strings = {"![図](https://example.org/a.png)", "-", "*", "[", "<b>", "&amp;", "> ", "- ", "`"})
  void readsLongLines(String piece) throws UnreadableArticleException {
    var article = read(with("よく見える。", "よく見える。\n" + piece.repeat(1_500) + "x"));

    assertTrue(article.papers().getFirst().review().ja().startsWith("よく見える。"));
  }

  @Test
  void readsAnImageFor750Times() throws UnreadableArticleException {
    var images = "![](https://example.org/a.png)".repeat(750);

    assertEquals(
        "よく見える。", read(with("よく見える。", "よく見える。" + images)).papers().getFirst().review().ja());
    assertTrue(
        read(with("よく見える。", "よく見える。\n\n" + images))
            .leftOut()
            .contains(new LeftOut(15, 15, "an image")));
  }

  @Test
  void namesALinkByItsKeyWithoutSpaces() throws UnreadableArticleException {
    var text = with("よく見る。", "Demo : https://example.org/demo\n\nよく見る。");

    assertEquals(
        List.of(link(Kind.PAGE, "Demo", "https://example.org/demo")),
        read(text).papers().get(1).links());
  }

  @Test
  void warnsOfTheImageInATitle() throws UnreadableArticleException {
    var text = with("1. Seeing", "1. ![目](https://example.org/eye.png) Seeing");

    assertEquals("Seeing", read(text).papers().getFirst().title());
    assertEquals(List.of("9: the image in this line is left out"), warnings(text));
  }

  @Test
  void takesHeadingsWithoutAddressForPapersIfAsked() throws UnreadableArticleException {
    var article =
        ArticleReader.read(
            """
            # 2020年の論文

            ## 画像

            ### Small Nets for Big Cats

            *Alice Example, Bob Example*

            猫の画像の分類。

            ### Big Nets for Small Dogs

            https://arxiv.org/abs/2001.00002

            犬の画像の分類。

            ### まとめ

            以上。
            """
                .getBytes(StandardCharsets.UTF_8),
            "a.md",
            new Given(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true));

    assertEquals(
        List.of(
            "1 画像",
            "- 1 small-nets-for-big-cats Small Nets for Big Cats",
            "- 2 2001.00002 Big Nets for Small Dogs"),
        Articles.outline(article));
    assertEquals(Optional.empty(), article.papers().getFirst().url());
  }
}
