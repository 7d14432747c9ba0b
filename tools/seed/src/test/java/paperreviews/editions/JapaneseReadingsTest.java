package paperreviews.editions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import paperreviews.search.index.Readings.Word;

class JapaneseReadingsTest {
  private final JapaneseReadings readings = new JapaneseReadings();

  @Test
  void readsKanjiWordByWord() {
    assertEquals(
        List.of(new Word("物体", "ブッタイ", "buttai"), new Word("検知", "ケンチ", "kenchi")),
        readings.of("物体検知"));
  }

  @Test
  void readsWhatItDoesNotKnowAsItIsWritten() {
    assertEquals("スロファスト", readings.of("スロファスト").getFirst().kana());
  }

  @Test
  void readsOneTextAfterAnother() {
    assertEquals(readings.of("画像"), readings.of("画像"));
  }
}
