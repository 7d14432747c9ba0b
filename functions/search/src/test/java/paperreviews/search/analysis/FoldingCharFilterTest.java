package paperreviews.search.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FoldingCharFilterTest {

  @Test
  void givesTheFoldedTextInPiecesOfAnySize() throws IOException {
    try (var filter = new FoldingCharFilter(new StringReader("ﾃﾞｰﾀと㍍"))) {
      var buffer = new char[5];

      assertEquals('デ', filter.read());
      assertEquals(3, filter.read(buffer, 1, 3));
      assertEquals("ータと", new String(buffer, 1, 3));
      assertEquals("メートル", filter.readAllAsString());
      assertEquals(-1, filter.read());
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesTheEndOfTheTextWhereItWas(Analysis chain) throws IOException {
    for (var text : new String[] {"ﾃﾞｰﾀ。", "㍍", "サーバー", ""}) {
      try (var stream = chain.analyzer().tokenStream("", text)) {
        var offset = stream.addAttribute(OffsetAttribute.class);
        stream.reset();
        while (stream.incrementToken()) {
          // To the end.
        }
        stream.end();
        assertEquals(text.length(), offset.endOffset());
      }
    }
  }
}
