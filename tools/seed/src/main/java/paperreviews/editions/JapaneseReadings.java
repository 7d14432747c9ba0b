package paperreviews.editions;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer.Mode;
import org.apache.lucene.analysis.ja.dict.ToStringUtil;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import paperreviews.search.index.Readings;

/**
 * Reads Japanese with the dictionary of Kuromoji. What it does not know is read as it is written.
 */
public final class JapaneseReadings implements Readings {
  private final JapaneseTokenizer tokenizer = new JapaneseTokenizer(null, true, Mode.NORMAL);

  @Override
  public synchronized List<Word> of(String text) {
    var words = new ArrayList<Word>();
    try {
      var term = tokenizer.addAttribute(CharTermAttribute.class);
      var reading = tokenizer.addAttribute(ReadingAttribute.class);
      tokenizer.setReader(new StringReader(text));
      tokenizer.reset();
      while (tokenizer.incrementToken()) {
        var word = term.toString();
        var kana = Optional.ofNullable(reading.getReading()).orElse(word);
        words.add(new Word(word, kana, ToStringUtil.getRomanization(kana)));
      }
      tokenizer.end();
      tokenizer.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return words;
  }
}
