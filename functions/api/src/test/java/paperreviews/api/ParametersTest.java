package paperreviews.api;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.api.Problem.ParameterError;

class ParametersTest {

  private static Parameters read(String query) {
    return Parameters.read(query, Set.of("q", "limit"));
  }

  private static List<ParameterError> errors(Parameters parameters) {
    return assertThrows(ProblemException.class, parameters::check).problem().errors();
  }

  private static List<String> invalidNames(Parameters parameters) {
    return errors(parameters).stream().map(ParameterError::parameter).toList();
  }

  @Test
  void decodesNamesAndValues() {
    var parameters = read("%71=deep+learning%2C%E5%AD%A6%E7%BF%92&limit=5");

    assertEquals(Optional.of("deep learning,学習"), parameters.text("q", 256));
    assertEquals(5, parameters.number("limit", 1, 50).orElse(20));
    assertDoesNotThrow(parameters::check);
  }

  @Test
  void splitsAtTheFirstEqualsSignOnly() {
    assertEquals(Optional.of("a=b=c"), read("q=a=b=c").text("q", 256));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&", "&&", "q", "q=", "q=+", "q=%20%E3%80%80", "&q=&"})
  void takesAnEmptyTextAsAbsent(String query) {
    var parameters = read(query);

    assertEquals(Optional.empty(), parameters.text("q", 256));
    assertEquals(20, parameters.number("limit", 1, 50).orElse(20));
    assertDoesNotThrow(parameters::check);
  }

  @Test
  void keepsSpacesAroundAText() {
    assertEquals(Optional.of(" GAN "), read("q=+GAN+").text("q", 256));
  }

  @Test
  void countsCharactersAndNotUtf16Units() {
    var parameters = read("q=" + "𠮷".repeat(4));

    assertEquals(Optional.of("𠮷".repeat(4)), parameters.text("q", 4));
    assertDoesNotThrow(parameters::check);

    assertEquals(Optional.empty(), parameters.text("q", 3));
    assertEquals(
        List.of(new ParameterError("q", "It is longer than 3 characters. Shorten it.")),
        errors(parameters));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "50, 50", "007, 7", "000050, 50"})
  void readsNumbersUpToBothBounds(String value, int number) {
    var parameters = read("limit=" + value);

    assertEquals(number, parameters.number("limit", 1, 50).orElse(20));
    assertDoesNotThrow(parameters::check);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "51",
        "-1",
        "%2B1",
        "1.5",
        "1e1",
        "0x1",
        "ten",
        "+1",
        "１０",
        "٣",
        "9999999999"
      })
  void refusesAnythingButAWholeNumberBetweenTheBounds(String value) {
    var parameters = read("limit=" + value);

    assertEquals(20, parameters.number("limit", 1, 50).orElse(20));
    assertEquals(
        List.of(new ParameterError("limit", "Give a whole number from 1 to 50.")),
        errors(parameters));
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=GAN&q=GAN", "q=GAN&q=VAE", "q=&q=GAN", "q&q", "q=GAN&%71=GAN"})
  void refusesAParameterThatIsGivenTwice(String query) {
    var parameters = read(query);
    parameters.text("q", 256);

    assertEquals(
        List.of(new ParameterError("q", "It is given more than once. Give it once.")),
        errors(parameters));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"q=a,b,c", "q=a&q=b&q=c", "q=a,b&q=c", "q=a%2Cb&q=b,c", "q=a&limit=1&q=b,c"})
  void takesAListWithCommasOrOneByOne(String query) {
    assertEquals(List.of("a", "b", "c"), read(query).list("q", 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "q", "q=", "q=a,,b", "q=a&q=", "q=a,&q=b", "q=a,b,c,d,e", "q=a,a,a&q=a,a"})
  void refusesAnEmptyListAndOneThatIsTooLong(String query) {
    var parameters = read(query);

    assertEquals(List.of(), parameters.list("q", 4));
    assertEquals(
        List.of(new ParameterError("q", "Give 1 to 4 of them, separated by commas.")),
        errors(parameters));
  }

  @Test
  void takesACommaForPartOfAValue() {
    assertEquals(Optional.of("GAN,VAE"), read("q=GAN,VAE").text("q", 256));
  }

  @Test
  void refusesAnUnknownParameterAndNamesTheKnownOnes() {
    assertEquals(
        List.of(new ParameterError("Q", "It is unknown. Known here: limit, q.")),
        errors(read("Q=GAN")));
    assertEquals(
        List.of(new ParameterError("q", "It is unknown: this address takes no parameters.")),
        errors(Parameters.read("q=GAN", Set.of())));
  }

  @ParameterizedTest
  @CsvSource({"=GAN, ''", "%E5%AD%A6=1, 学", "%FF=1, %FF", "%=1, %"})
  void namesAnUnknownParameterAsFarAsItCanBeRead(String query, String name) {
    assertEquals(List.of(name), invalidNames(read(query)));
  }

  @Test
  void shortensALongUnknownName() {
    assertEquals(List.of("n".repeat(100) + "…"), invalidNames(read("n".repeat(100_000) + "=GAN")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=%FF", "q=%", "q=\ud842"})
  void refusesAValueThatIsNotPercentEncodedUtf8(String query) {
    assertEquals(
        List.of(new ParameterError("q", "It is not valid percent-encoded UTF-8 (RFC 3986).")),
        errors(read(query)));
  }

  @Test
  void clientIsToldEveryErrorAtOnce() {
    var parameters = read("page=2&q=%FF&limit=0");
    parameters.number("limit", 1, 50).orElse(20);
    parameters.error("cursor", "It was not made for this search.");

    assertEquals(List.of("page", "q", "limit", "cursor"), invalidNames(parameters));
  }

  @Test
  void namesAFaultOnce() {
    var parameters = read("q=a&q=b&q=c");
    parameters.text("q", 256);
    parameters.text("q", 256);

    assertEquals(List.of("q"), invalidNames(parameters));
  }

  @Property
  void refusesAnyQueryOrReadsItWithinItsBounds(@ForAll("queries") String query) {
    try {
      var parameters = read(query);
      var text = parameters.text("q", 8).orElse("?");
      int number = parameters.number("limit", 1, 50).orElse(20);
      parameters.check();

      assertTrue(PercentEncoding.isWellFormed(text), text);
      assertTrue(text.codePointCount(0, text.length()) <= 8, text);
      assertTrue(number >= 1 && number <= 50, Integer.toString(number));
    } catch (ProblemException problem) {
      assertEquals(400, problem.problem().status());
      assertTrue(!problem.problem().errors().isEmpty());
    }
  }

  @Provide
  Arbitrary<String> queries() {
    var made =
        Arbitraries.of(
                "q", "limit", "=", "&", "%", "%41", "%FF", "+", "9", "a", "学", "𠮷", "\ud842")
            .list()
            .ofMaxSize(20)
            .map(pieces -> String.join("", pieces));
    return Arbitraries.oneOf(made, Arbitraries.strings().ofMaxLength(40));
  }
}
