package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionIT {
  private final Api api = Api.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sections",
        "/sections/video",
        "/sections/image-recognition/bibtex",
        "/papers",
        "/papers?q=%E7%89%A9%E4%BD%93%E6%A4%9C%E7%9F%A5",
        "/papers/1905.11946",
        "/papers/1905.11946/related",
        "/feed",
        "/openapi.json",
      })
  void compressesWhatIsLongForWhoAcceptsIt(String path) throws Exception {
    var plain = api.get(path);
    var compressed = api.get(path, "accept-encoding", "gzip, deflate, br");

    assertEquals(Optional.of("gzip"), compressed.header("content-encoding"));
    assertEquals(plain.text(), compressed.text());
    assertEquals(Optional.empty(), plain.header("content-encoding"));
    assertEquals(plain.header("content-type"), compressed.header("content-type"));
    assertEquals(plain.header("vary"), compressed.header("vary"));
    assertTrue(
        length(compressed.header("content-length")) < length(plain.header("content-length")));
    // Other bytes need another strong tag.
    assertEquals(
        plain.header("etag").orElseThrow().replaceFirst("\"$", "-gzip\""),
        compressed.header("etag").orElseThrow());
  }

  private static int length(Optional<String> header) {
    return Integer.parseInt(header.orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/suggestions           | gzip",
        "/suggestions?q=GAN&limit=1 | gzip",
        "/papers/x              | gzip",
        "/papers                | identity",
        "/papers                | gzip;q=0, *",
        "/papers                | *;q=0",
      })
  void leavesAsItIsWhatIsShortOrNotAcceptedCompressed(String path, String accepted)
      throws Exception {
    var plain = api.get(path);
    var reply = api.get(path, "accept-encoding", accepted);

    assertEquals(Optional.empty(), reply.header("content-encoding"));
    assertEquals(plain.text(), reply.text());
    assertEquals(plain.header("etag"), reply.header("etag"));
  }

  @Test
  void answersHeadAsGet() throws Exception {
    var get = api.get("/papers", "accept-encoding", "gzip");
    var head = api.send("HEAD", "/papers", "accept-encoding", "gzip");

    assertEquals("", head.text());
    assertEquals(get.header("etag"), head.header("etag"));
    assertEquals(get.header("content-encoding"), head.header("content-encoding"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "identity"})
  void tellsAClientThatItHasTheAnswerInEitherForm(String accepted) throws Exception {
    var plain = api.get("/papers").header("etag").orElseThrow();
    var compressed = api.get("/papers", "accept-encoding", "gzip").header("etag").orElseThrow();

    for (var tag : new String[] {plain, compressed}) {
      var reply = api.get("/papers", "accept-encoding", accepted, "if-none-match", tag);

      assertEquals(304, reply.status());
      // Its cache finds by this tag what it may go on using.
      assertEquals(tag, reply.header("etag").orElseThrow());
      assertEquals(Optional.empty(), reply.header("content-encoding"));
    }
    var any = api.get("/papers", "accept-encoding", accepted, "if-none-match", "*");
    assertEquals(304, any.status());
    assertEquals(accepted.equals("gzip") ? compressed : plain, any.header("etag").orElseThrow());
  }
}
