package paperreviews.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paperreviews.model.Keywords;
import paperreviews.model.PaperSummary;

class BibTexTest {

  private static PaperSummary paper(
      String id, String title, String url, List<String> authors, Integer year, String venue) {
    return new PaperSummary(
        id,
        title,
        Optional.of(url),
        authors,
        Optional.ofNullable(year),
        Optional.ofNullable(venue),
        Optional.empty(),
        Optional.empty(),
        "section",
        1,
        Keywords.NONE);
  }

  private static PaperSummary titled(String title) {
    return paper("x", title, "https://a.example", List.of(), null, null);
  }

  private static PaperSummary by(String author, String title) {
    return paper("x", title, "https://a.example", List.of(author), 2019, null);
  }

  private static BibTeXDatabase parse(String text) {
    try {
      return new BibTeXParser().parse(new StringReader(text));
    } catch (ParseException | TokenMgrException invalid) {
      throw new AssertionError(text, invalid);
    }
  }

  private static BibTeXEntry entry(PaperSummary paper) {
    var entries = parse(BibTex.entries(List.of(paper))).getEntries();
    assertEquals(1, entries.size());
    return entries.values().iterator().next();
  }

  private static String field(PaperSummary paper, String name) {
    return entry(paper).getField(new Key(name)).toUserString();
  }

  /** What LaTeX prints. */
  private static String printed(String latex) {
    try {
      return new LaTeXPrinter().print(new LaTeXParser().parse(new StringReader(latex)));
    } catch (ParseException | TokenMgrException invalid) {
      throw new AssertionError(latex, invalid);
    }
  }

  @Test
  void readerCitesAConferencePaperByItsAuthorsAndVenue() {
    var paper =
        new PaperSummary(
            "1911.09070",
            "EfficientDet: Scalable and Efficient Object Detection",
            Optional.of("https://arxiv.org/abs/1911.09070"),
            List.of("Mingxing Tan", "Ruoming Pang", "Quoc V. Le"),
            Optional.of(2019),
            Optional.of("CVPR 2020"),
            Optional.of("10.1109/CVPR42600.2020.01079"),
            Optional.of("cs.CV"),
            "section",
            1,
            Keywords.NONE);

    assertEquals(
        """
        @inproceedings{tan2019efficientdet,
          author = {Tan, Mingxing and Pang, Ruoming and Le, Quoc V.},
          title = {{EfficientDet: Scalable and Efficient Object Detection}},
          booktitle = {CVPR},
          year = {2020},
          doi = {10.1109/CVPR42600.2020.01079},
          eprint = {1911.09070},
          archivePrefix = {arXiv},
          primaryClass = {cs.CV},
          url = {https://arxiv.org/abs/1911.09070}
        }
        """,
        BibTex.entries(List.of(paper)));
    assertEquals("tan2019efficientdet", entry(paper).getKey().getValue());
  }

  @Test
  void readerCitesAnArxivPaperOfWhichOnlyTheNumberIsKnown() {
    assertEquals(
        """
        @misc{1905.11946,
          title = {{EfficientNet}},
          year = {2019},
          eprint = {1905.11946},
          archivePrefix = {arXiv},
          url = {https://arxiv.org/abs/1905.11946}
        }
        """,
        BibTex.entries(
            List.of(
                paper(
                    "1905.11946",
                    "EfficientNet",
                    "https://arxiv.org/abs/1905.11946",
                    List.of(),
                    null,
                    null))));
  }

  @ParameterizedTest
  @CsvSource({"BJlOcR4KwS", "a-paper-of-1905", "1913.00001", "1900.00001", "19051.1946"})
  void entryHasNoYearThatNothingTells(String id) {
    assertEquals(
        "@misc{%s,\n  title = {{T}},\n  url = {https://a.example}\n}\n".formatted(id),
        BibTex.entries(List.of(paper(id, "T", "https://a.example", List.of(), null, null))));
  }

  @ParameterizedTest
  @CsvSource({
    "ICML 2019, inproceedings, booktitle, ICML, 2019",
    "CVPR Workshops 2020, inproceedings, booktitle, CVPR Workshops, 2020",
    "JAIR 2021, article, journal, JAIR, 2021",
    "IEEE Transactions on Image Processing (2020), article, journal, IEEE Transactions on Image Processing, 2020",
    "Nature, article, journal, Nature, 2018",
  })
  void entryHasTheTypeOfItsVenue(
      String venue, String type, String field, String name, String year) {
    var paper = paper("x", "T", "https://a.example", List.of("A B"), 2018, venue);

    assertEquals(type, entry(paper).getType().getValue());
    assertEquals(name, field(paper, field));
    assertEquals(year, field(paper, "year"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Quoc V. Le            | Le, Quoc V.",
        "Wiebe Van Ranst       | Van Ranst, Wiebe",
        "Laurens van der Maaten | van der Maaten, Laurens",
        "Martin Luther King Jr. | King, Jr., Martin Luther",
        "He, Kaiming           | He, Kaiming",
        "OpenAI                | {OpenAI}",
        "Toon Goedemé          | Goedem{\\'e}, Toon",
        "Łukasz Kaiser         | Kaiser, {\\L}ukasz",
        "Raphaël Lopez Kaufman | Kaufman, Rapha{\\\"e}l Lopez",
        "Jürgen Schmidhuber    | Schmidhuber, J{\\\"u}rgen",
        "Tomáš Mikolov         | Mikolov, Tom{\\'a}{\\v s}",
        "佐藤 健                | 健, 佐藤",
      })
  void entryHasNamesAsBibTexWantsThem(String name, String author) {
    assertEquals(author, field(by(name, "T"), "author"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ekin D. Cubuk | RandAugment: Practical automated data augmentation | cubuk2019randaugment",
        "Kaiming He    | Momentum Contrast for Unsupervised Learning         | he2019momentum",
        "Yin Cui       | Class-Balanced Loss                                 | cui2019class",
        "Dami Choi     | On Empirical Comparisons of Optimizers              | choi2019empirical",
        "Toon Goedemé  | The α of things                                     | goedeme2019things",
        "Wiebe Van Ranst | 2.5D Dogs                                         | vanranst20192",
      })
  void entryHasAConventionalKey(String author, String title, String key) {
    assertEquals(key, entry(by(author, title)).getKey().getValue());
  }

  @Test
  void keysAreUniqueWithinAnAnswer() {
    var papers =
        List.of(by("A Tan", "Net one"), by("B Tan", "Net two"), by("C Tan", "The Net of three"));

    assertEquals(
        List.of("tan2019net", "tan2019net-2", "tan2019net-3"),
        parse(BibTex.entries(papers)).getEntries().keySet().stream().map(Key::getValue).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "R&D: 100% of $5 #1 a_b | {R\\&D: 100\\% of \\$5 \\#1 a\\_b}",
        "~x^2                   | {\\textasciitilde{}x\\textasciicircum{}2}",
        "\\alpha                | {\\textbackslash{}alpha}",
        "{a}                    | {\\textbraceleft{}a\\textbraceright{}}",
        "物体検知 𩸽 — “q”        | {物体検知 𩸽 — “q”}",
        "\"@misc{x,\"           | {\"@misc\\textbraceleft{}x,\"}",
      })
  void entryHasTheTitleAsLatexPrintsIt(String title, String latex) {
    assertEquals(latex, field(titled(title), "title"));
  }

  @Test
  void latexPrintsAccentsAsTheyWere() {
    assertEquals("Goedemé, Toon", printed(field(by("Toon Goedemé", "T"), "author")));
  }

  @Test
  void entryHasAnAddressThatDoesNotEndIt() {
    assertEquals(
        "https://a.example/?q=50%25&a_b=%7D%7B%5C%20%0A#z",
        field(
            paper("x", "T", "https://a.example/?q=50%25&a_b=}{\\ \n#z", List.of(), null, null),
            "url"));
  }

  @Property
  void staysOneEntryWhateverTheTextsAre(
      @ForAll String id, @ForAll String title, @ForAll String url, @ForAll List<String> authors) {
    var paper =
        paper(id.isEmpty() ? "x" : id, title, url, authors.stream().limit(3).toList(), 2019, null);

    var text = BibTex.entries(List.of(paper));

    int depth = 0;
    for (int at = 0; at < text.length(); at++) {
      depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
      assertEquals(at >= text.length() - 2 || at < text.indexOf('{'), depth == 0, text);
    }
    assertTrue(text.substring(0, text.indexOf(',')).matches("@misc\\{[A-Za-z0-9.:_-]+"), text);
  }
}
