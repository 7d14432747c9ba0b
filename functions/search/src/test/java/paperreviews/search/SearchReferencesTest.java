package paperreviews.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static paperreviews.search.Papers.ids;
import static paperreviews.search.Papers.index;
import static paperreviews.search.Papers.paper;
import static paperreviews.search.Papers.search;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchReferencesTest {
  private static final SearchIndex INDEX =
      index(
          paper("mentions")
              .titled("1905.11946 rklTmyBKPH self-normalizing-flows 1905.11946")
              .keywords(List.of(), List.of("1905.11946", "rklTmyBKPH")),
          paper("1905.11946").titled("EfficientNet"),
          paper("rklTmyBKPH").titled("Fast Task Inference"),
          paper("self-normalizing-flows").titled("Flows"),
          paper("reader")
              .linkedTo("MnasNet: Platform-Aware Search", "https://arxiv.org/abs/1807.11626v3")
              .linkedTo("Mish", "https://example.org/1908.08681"));

  @ParameterizedTest
  @CsvSource({
    "1905.11946,                                   1905.11946",
    "' 1905.11946v2 ',                             1905.11946",
    "arXiv:1905.11946,                             1905.11946",
    "https://arxiv.org/abs/1905.11946,             1905.11946",
    "https://arxiv.org/abs/1905.11946v3,           1905.11946",
    "https://arxiv.org/pdf/1905.11946v5.pdf,       1905.11946",
    "HTTPS://ARXIV.ORG/ABS/1905.11946,             1905.11946",
    "rklTmyBKPH,                                   rklTmyBKPH",
    "RKLTMYBKPH,                                   rklTmyBKPH",
    "https://openreview.net/forum?id=rklTmyBKPH,   rklTmyBKPH",
    "openreview.net/pdf?id=rkltmybkph,             rklTmyBKPH",
    "arXiv:1905.11946v3 [cs.LG] 28 May 2019,       1905.11946",
    "1905.11946v5.pdf,                             1905.11946",
    "10.48550/arXiv.1905.11946v3,                  1905.11946",
    "2019arXiv190511946T,                          1905.11946",
    "https://ui.adsabs.harvard.edu/abs/2019arXiv190511946T/abstract, 1905.11946",
    "'arXiv:1905.\n11946',                         1905.11946",
    "https://ar5iv.labs.arxiv.org/html/1905.11946v5, 1905.11946",
    "https://www.alphaxiv.org/abs/1905.11946v3,    1905.11946",
    "https://huggingface.co/papers/1905.11946,     1905.11946",
    "DBLP:journals/corr/abs-1905-11946,            1905.11946",
    "論文: https://arxiv.org/abs/1905.11946v2。,    1905.11946",
    "see (rklTmyBKPH) for more,                    rklTmyBKPH",
    "'@misc{x, title={Y}, eprint={1905.11946}}',   1905.11946",
    "https://paperswithcode.com/paper/fast-task-inference, rklTmyBKPH",
    "'@article{x, title={{Fast} task inference}, year={2020}}', rklTmyBKPH",
  })
  void findsThePaperThatIsReferredToAndOnlyIt(String query, String id) {
    var result = INDEX.search(search(query));

    assertEquals(List.of(id), ids(result));
    assertEquals(Optional.of(id), result.query().paperId());
  }

  @ParameterizedTest
  @CsvSource({
    "self-normalizing-flows,                       self-normalizing-flows",
    "Self-Normalizing-Flows,                       self-normalizing-flows",
  })
  void findsThePaperWithThisIdBeforeAnyThatMentionsIt(String query, String id) {
    var result = INDEX.search(search(query));

    assertEquals(List.of(id, "mentions"), ids(result));
    assertEquals(Optional.of(id), result.query().paperId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1807.11626",
        "https://arxiv.org/pdf/1807.11626.pdf",
        "MnasNet",
        "platform aware",
        "\"Platform-Aware Search\"",
        "mish",
      })
  void findsAPaperByItsFurtherReading(String query) {
    var result = INDEX.search(search(query));

    assertEquals(List.of("reader"), ids(result));
    assertEquals(Optional.empty(), result.query().paperId());
  }

  @Test
  void findsOnlyThePaperWhoseTitleStandsInAReference() {
    var index =
        index(
            paper("cited").titled("Flows: Deep Networks that Flow"),
            paper("other").titled("Deep Networks, Flows and Networks that Flow"));

    assertEquals(
        List.of("cited"),
        ids(index.search(search("A. Author. Flows: Deep networks that flow. In ICML, 2020."))));
    assertEquals(2, index.search(search("Flows: Deep networks that flow")).total());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1905.99999",
        "https://arxiv.org/abs/1905.99999",
        "https://openreview.net/forum?id=nothing"
      })
  void findsNothingForAPaperThatIsNotThere(String query) {
    var result = INDEX.search(search(query));

    assertEquals(List.of(), ids(result));
    assertEquals(Optional.empty(), result.query().paperId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1905.11946",
        "−1905.11946",
        "‒arXiv:1905.11946v2",
        "-https://arxiv.org/abs/1905.11946",
        "－10.48550/arXiv.1905.11946",
        "-\"1905.11946\"",
      })
  void leavesOutOnlyThePaperThatAnExcludedReferenceIsTo(String excluded) {
    var index =
        index(
            paper("1905.11946").titled("EfficientNet").en("Scaling"),
            paper("mentions").en("Scaling, unlike 1905.11946"),
            paper("rklTmyBKPH").titled("Fast Task Inference").en("Scaling"));

    for (var asked :
        List.of("scaling " + excluded, excluded + " scaling", "（scaling） " + excluded)) {
      var result = index.search(search(asked));

      assertEquals(
          List.of("mentions", "rklTmyBKPH"), ids(result).stream().sorted().toList(), asked);
      assertEquals(List.of("1905.11946"), result.query().excluded());
      assertEquals(Optional.empty(), result.query().paperId());
    }
    assertEquals(2, index.search(search(excluded)).total());
    assertEquals(
        List.of("mentions"), ids(index.search(search("scaling " + excluded + " -rklTmyBKPH"))));
  }

  @Test
  void leavesOutNothingForAnExcludedReferenceToAPaperThatIsNotThere() {
    assertEquals(List.of("1905.11946"), ids(INDEX.search(search("EfficientNet -1905.99999"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@article{x, title={Fast Inference}, year={2020}}",
        "@misc{x2020task,\n title = {{Task} inference with flows}}",
        "@inproceedings{he2016deep, title=\"Deep Flows\", year=2016}",
      })
  void findsNothingForABibTexEntryOfAPaperThatIsNotThere(String entry) {
    assertEquals(List.of(), ids(INDEX.search(search(entry))));
  }

  @Test
  void tellsIdsApartThatShareAPart() {
    var index = index(paper("abc-def"), paper("abc"), paper("abc-def-ghi"));

    assertEquals("abc", ids(index.search(search("abc"))).getFirst());
    assertEquals("abc-def", ids(index.search(search("abc-def"))).getFirst());
  }
}
