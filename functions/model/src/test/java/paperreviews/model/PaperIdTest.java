package paperreviews.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperIdTest {

  @ParameterizedTest
  @CsvSource({
    "https://arxiv.org/abs/1905.11946,                              1905.11946",
    "http://arxiv.org/abs/1905.11946,                               1905.11946",
    "arxiv.org/abs/1905.11946,                                      1905.11946",
    "https://www.arxiv.org/abs/1905.11946,                          1905.11946",
    "https://export.arxiv.org/abs/1905.11946,                       1905.11946",
    "HTTPS://ARXIV.ORG/ABS/1905.11946V2,                            1905.11946",
    "https://arxiv.org/abs/1905.11946v12,                           1905.11946",
    "https://arxiv.org/abs/1905.11946/,                             1905.11946",
    "https://arxiv.org/abs/1905.11946?context=cs.CV,                1905.11946",
    "https://arxiv.org/pdf/1905.11946,                              1905.11946",
    "https://arxiv.org/pdf/1905.11946.pdf,                          1905.11946",
    "https://arxiv.org/pdf/1905.11946v5.pdf#page=3,                 1905.11946",
    "https://arxiv.org/html/1905.11946v1,                           1905.11946",
    "https://arxiv.org/abs/0704.0001,                               0704.0001",
    "https://ar5iv.org/abs/1905.11946,                              1905.11946",
    "https://ar5iv.labs.arxiv.org/html/1905.11946,                  1905.11946",
    "https://www.alphaxiv.org/abs/1905.11946v2,                     1905.11946",
    "https://huggingface.co/papers/1905.11946,                      1905.11946",
    "https://dx.doi.org/10.48550/arXiv.1905.11946,                  1905.11946",
    "https://openreview.net/forum?id=rklTmyBKPH,                    rklTmyBKPH",
    "https://www.openreview.net/forum?id=rklTmyBKPH,                rklTmyBKPH",
    "openreview.net/pdf?id=rklTmyBKPH,                              rklTmyBKPH",
    "https://openreview.net/forum?id=r1_-x&noteId=B1gqwdR1cE,       r1_-x",
    "https://openreview.net/forum?noteId=B1gqwdR1cE&id=rklTmyBKPH,  rklTmyBKPH",
    "https://openreview.net/forum?id=rklTmyBKPH#discussion,         rklTmyBKPH",
  })
  void readsTheIdFromAnAddress(String address, String id) {
    assertEquals(Optional.of(id), PaperId.ofAddress(address));
    assertEquals(Optional.of(id), PaperId.ofReference(address));
  }

  @ParameterizedTest
  @CsvSource({
    "1905.11946,          1905.11946",
    "1905.11946v2,        1905.11946",
    "arXiv:1905.11946,    1905.11946",
    "arxiv: 1905.11946v1, 1905.11946",
    "ARXIV:0704.0001,     0704.0001",
  })
  void readsAnArxivNumberAloneAsAReferenceButNotAsAnAddress(String number, String id) {
    assertEquals(Optional.of(id), PaperId.ofReference(number));
    assertEquals(Optional.empty(), PaperId.ofAddress(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "EfficientNet",
        "1905.119",
        "905.11946",
        "1905.119465",
        "1905.11946 2019",
        "https://arxiv.org/abs/",
        "https://arxiv.org/list/cs.CV/1905",
        "https://example.org/abs/1905.11946",
        "https://notarxiv.org/abs/1905.11946",
        "https://arxiv.org.example/abs/1905.11946",
        "https://example.org/?u=https://arxiv.org/abs/1905.11946",
        "https://openreview.net/forum",
        "https://openreview.net/forum?id=",
        "https://openreview.net/forum?noteId=B1gqwdR1cE",
        "https://example.org/forum?id=rklTmyBKPH",
      })
  void findsNoIdInAnythingElse(String text) {
    assertEquals(Optional.empty(), PaperId.ofReference(text));
    assertEquals(Optional.empty(), PaperId.ofAddress(text));
  }

  @Property
  void readsTheNumberOfEveryArxivAddressWhateverItsVersion(
      @ForAll @IntRange(min = 0, max = 9999) int month,
      @ForAll @IntRange(min = 0, max = 99999) int number,
      @ForAll @IntRange(min = 1, max = 99) int version) {
    var id = "%04d.%05d".formatted(month, number);

    assertEquals(Optional.of(id), PaperId.ofAddress("https://arxiv.org/abs/" + id + "v" + version));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Analyzing and Improving the Image Quality of StyleGAN"
            + "|analyzing-and-improving-the-image-quality-of-stylegan",
        "GANs: N+1 ways -- a (short) survey!|gans-n-1-ways-a-short-survey",
        "  «Être»  |etre",
        "ＧＡＮ２|gan2",
        "ISTANBUL|istanbul",
        // An address of the API.
        "Batch|paper-batch",
        "Batch normalization|batch-normalization",
        "敵対的生成 GAN 入門|gan",
        "敵対的生成ネットワーク|''",
        "…|''",
      })
  void makesASlugOfATitle(String title, String slug) {
    assertEquals(slug, PaperId.ofTitle(title));
  }

  @Property
  void makesSlugsOfLowerCaseWordsOnlyAndOfASlugItself(@ForAll String title) {
    var slug = PaperId.ofTitle(title);

    assertTrue(slug.matches("(?:[a-z0-9]+(?:-[a-z0-9]+)*)?"), slug);
    assertEquals(slug, PaperId.ofTitle(slug));
  }
}
