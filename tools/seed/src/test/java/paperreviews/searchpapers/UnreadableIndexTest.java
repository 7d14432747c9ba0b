package paperreviews.searchpapers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.DeflaterInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import paperreviews.editions.Editions;
import paperreviews.model.Edition;
import paperreviews.store.Key;
import paperreviews.store.Table;
import paperreviews.store.UnreadableEditionException;
import paperreviews.testing.Database;
import paperreviews.testing.Reviews;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class UnreadableIndexTest {
  @RegisterExtension private static final Database DATABASE = new Database();

  private String name;
  private Edition edition;

  @BeforeEach
  void publish() throws Exception {
    publish(0, 3, 2);
  }

  private void publish(int words, int... papers) throws Exception {
    name = DATABASE.newTable();
    edition =
        new Editions(DATABASE.client(), name, new PrintStream(OutputStream.nullOutputStream()))
            .publish(Reviews.wordy(words, papers));
  }

  private void assertUnreadable(String reason) {
    var table = new Table(DATABASE.client(), name);
    var failure =
        assertThrows(UnreadableEditionException.class, () -> IndexReader.read(table, edition));
    assertEquals(
        "The search index of edition %s cannot be read: %s.".formatted(edition.id(), reason),
        failure.getMessage());
  }

  private void change(
      Map<String, AttributeValue> key, String field, UnaryOperator<AttributeValue> change) {
    Map<String, AttributeValue> item = new HashMap<>(DATABASE.everything(name).get(key));
    item.compute(field, (_, value) -> change.apply(value));
    DATABASE.put(name, item);
  }

  private void changeBytes(Map<String, AttributeValue> key, UnaryOperator<byte[]> change) {
    change(
        key,
        "bytes",
        value ->
            AttributeValue.fromB(SdkBytes.fromByteArray(change.apply(value.b().asByteArray()))));
  }

  private Map<String, AttributeValue> manifest() {
    return Key.indexManifest(edition.buildId()).attributes();
  }

  private Map<String, AttributeValue> onlyChunk() {
    return DATABASE.chunks(name).getFirst();
  }

  @Test
  void lacksItsManifest() {
    DATABASE.delete(name, manifest());

    assertUnreadable("its manifest is missing");
  }

  @Test
  void lacksItsOnlyChunk() {
    DATABASE.delete(name, onlyChunk());

    assertUnreadable("chunk 1 is missing");
  }

  @Test
  void lacksOneOfItsChunks() throws Exception {
    publish(300, 130);
    var second =
        DATABASE.chunks(name).stream()
            .filter(key -> key.get("pk").s().endsWith("#000002"))
            .findFirst()
            .orElseThrow();
    DATABASE.delete(name, second);

    assertUnreadable("chunk 2 is missing");
  }

  @Test
  void hasADamagedChunk() {
    changeBytes(
        onlyChunk(),
        bytes -> {
          // In the middle, it would depend on the bytes whether the length comes out wrong as well.
          bytes[bytes.length - 1] ^= 1;
          return bytes;
        });

    assertUnreadable("chunk 1 is damaged");
  }

  @Test
  void hasAChunkOfOtherBytes() {
    var checksum = DATABASE.everything(name).get(manifest()).get("checksum").s();
    changeBytes(
        onlyChunk(),
        bytes -> {
          try {
            var content = new InflaterInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
            content[content.length / 2] ^= 1;
            return new DeflaterInputStream(new ByteArrayInputStream(content)).readAllBytes();
          } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
          }
        });

    assertUnreadable("its bytes do not have the checksum " + checksum);
  }

  @Test
  void hasAShortenedChunk() {
    changeBytes(onlyChunk(), bytes -> Arrays.copyOf(bytes, bytes.length - 1));

    assertUnreadable("chunk 1 has the wrong length");
  }

  @Test
  void hasAManifestOfAnotherLength() {
    change(manifest(), "length", _ -> AttributeValue.fromN("1"));

    assertUnreadable("chunk 1 has the wrong length");
  }

  @Test
  void hasAManifestOfAnotherIndex() {
    change(manifest(), "checksum", _ -> AttributeValue.fromS("0".repeat(8)));

    assertUnreadable("its bytes do not have the checksum " + "0".repeat(8));
  }
}
