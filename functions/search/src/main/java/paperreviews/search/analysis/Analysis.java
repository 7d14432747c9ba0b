package paperreviews.search.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.KeepWordFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * One of the two analyses of a text. Neither needs a dictionary. Each has a field of its own in the
 * index: single characters among bigrams would break phrases.
 */
public enum Analysis {
  /** Single Han and kana characters, katakana and Latin words as they are written. */
  CHARACTERS {
    @Override
    TokenStream last(TokenStream tokens) {
      return tokens;
    }
  },
  /** Pairs of neighbouring Han and kana characters, Latin words by their stems. */
  BIGRAMS {
    @Override
    TokenStream last(TokenStream tokens) {
      tokens = new CJKBigramFilter(tokens);
      tokens = new EnglishPossessiveFilter(tokens);
      tokens = new StopFilter(tokens, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
      return new InflectionFilter(tokens);
    }
  };

  private final String field = name().toLowerCase(Locale.ROOT);

  @SuppressWarnings("ImmutableEnumChecker") // Lucene's analyzers can be shared, but do not say so.
  private final Analyzer analyzer = new ChainAnalyzer();

  /** The field of the index that this chain cuts: all the words of a paper. */
  public String field() {
    return field;
  }

  /** What this chain does after the steps that both share. */
  abstract TokenStream last(TokenStream tokens);

  /** The analyzer, for an index writer. */
  public Analyzer analyzer() {
    return analyzer;
  }

  /** The tokens of a text. */
  public List<Token> tokens(String text) {
    return tokens(analyzer.tokenStream("", text));
  }

  /** The tokens of a text that have one of these terms, at their places among all its tokens. */
  public List<Token> tokens(String text, CharArraySet terms) {
    return tokens(new KeepWordFilter(analyzer.tokenStream("", text), terms));
  }

  private static List<Token> tokens(TokenStream stream) {
    var tokens = new ArrayList<Token>();
    try (stream) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      var increment = stream.addAttribute(PositionIncrementAttribute.class);
      int position = -1;
      stream.reset();
      while (stream.incrementToken()) {
        position += increment.getPositionIncrement();
        tokens.add(new Token(term.toString(), position, offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return tokens;
  }

  private final class ChainAnalyzer extends Analyzer {
    /** Between two values of a field, so that no phrase reaches from one into the next. */
    private static final int GAP = 100;

    @Override
    protected Reader initReader(String field, Reader reader) {
      return new FoldingCharFilter(reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      var tokenizer = new StandardTokenizer();
      var tokens =
          new OriginalOffsetFilter(last(new SpellingFilter(new LowerCaseFilter(tokenizer))));
      return new TokenStreamComponents(
          reader -> {
            tokenizer.setReader(reader);
            tokens.setFolding((FoldingCharFilter) reader);
          },
          tokens);
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return GAP;
    }
  }
}
