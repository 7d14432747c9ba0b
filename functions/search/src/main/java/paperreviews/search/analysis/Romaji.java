package paperreviews.search.analysis;

import java.text.Normalizer;
import java.util.Locale;

/** Japanese in Latin letters. */
public final class Romaji {
  /** Spellings of Hepburn and of input methods, and those of Nihon-shiki. */
  private static final String[][] SPELLINGS = {
    {"tch", "tty"}, {"shi", "si"}, {"sh", "sy"}, {"chi", "ti"}, {"ch", "ty"}, {"cy", "ty"},
    {"tyi", "ti"}, {"tsu", "tu"}, {"dzu", "zu"}, {"du", "zu"}, {"ji", "zi"}, {"jy", "zy"},
    {"j", "zy"}, {"fu", "hu"}, {"m(?=[bmp])", "n"}, {"n+", "n"}, {"o[ou]+", "o"}, {"u+", "u"},
    {"a+", "a"}, {"e+", "e"}, {"i+", "i"}
  };

  private Romaji() {}

  /**
   * The key of a reading, the same in Hepburn and Nihon-shiki, and whether or not long vowels are
   * written: gazou, gazō and gazo; shashin and syasin.
   */
  public static String key(String romaji) {
    var key =
        Normalizer.normalize(romaji.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("[^a-z]", "");
    for (var spelling : SPELLINGS) {
      key = key.replaceAll(spelling[0], spelling[1]);
    }
    return key;
  }
}
