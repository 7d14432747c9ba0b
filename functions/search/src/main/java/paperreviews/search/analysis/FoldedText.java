package paperreviews.search.analysis;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text in which the spellings of a word are folded to one, and where its characters stood in the
 * original.
 *
 * <p>Folded are what Unicode calls compatible (widths, ligatures, ㍍, decomposed letters), ヴァ and バ,
 * the marks that repeat a character, lines typed for a long vowel mark, and a long vowel mark at
 * the end of a katakana word. Hiragana and katakana stay apart.
 */
public final class FoldedText {
  /** In shorter katakana words a last long vowel mark tells words apart, as in キー and キ. */
  private static final int SHORTEST = 4;

  // Arrays, since a start folds many texts while all of this is still interpreted.

  private char[] characters;

  /** Where each character starts in the original, and at last the original's length. */
  private int[] starts;

  private int length;

  private FoldedText(int capacity) {
    characters = new char[capacity];
    starts = new int[capacity + 1];
  }

  /** Folds a text. */
  public static FoldedText of(String original) {
    return respelled(normalized(original));
  }

  /** The folded text. */
  public String text() {
    return new String(characters, 0, length);
  }

  /** Where what starts here starts in the original. */
  public int start(int offset) {
    return starts[offset];
  }

  /** Where what ends here ends in the original: no character of it is cut. */
  public int end(int offset) {
    int end = offset;
    while (starts[end] == starts[offset - 1]) {
      end++;
    }
    return starts[end];
  }

  private void add(char character, int start) {
    if (length == characters.length) {
      int capacity = 2 * length + 1;
      characters = Arrays.copyOf(characters, capacity);
      starts = Arrays.copyOf(starts, capacity + 1);
    }
    starts[length] = start;
    characters[length++] = character;
  }

  private FoldedText ending(int start) {
    starts[length] = start;
    return this;
  }

  /** NFKC, one character with its marks after another. */
  private static FoldedText normalized(String text) {
    var original = text.toCharArray();
    var normalized = new FoldedText(original.length);
    int end;
    for (int start = 0; start < original.length; start = end) {
      end = start + 1;
      boolean settled = isSettled(original[start]);
      if (!settled) {
        end = start + Character.charCount(text.codePointAt(start));
      }
      while (end < original.length && !isSettled(original[end]) && isMark(text.codePointAt(end))) {
        end += Character.charCount(text.codePointAt(end));
      }
      if (settled && end == start + 1) {
        normalized.add(original[start], start);
      } else {
        var cluster = normalizedCluster(text.substring(start, end));
        for (int at = 0; at < cluster.length(); at++) {
          normalized.add(cluster.charAt(at), start);
        }
      }
    }
    return normalized.ending(original.length);
  }

  /** Almost all characters: they are neither marks nor changed by NFKC, which is slow to start. */
  private static boolean isSettled(int character) {
    return character < 0xa0
        || 0x4e00 <= character && character <= 0x9fff
        || 0x3041 <= character && character <= 0x3096
        || 0x309d <= character && character <= 0x309e
        || 0x30a0 <= character && character <= 0x30fe
        || 0x3001 <= character && character <= 0x3029;
  }

  private static boolean isMark(int character) {
    return switch (character) {
      case '゛', '゜', 'ﾞ', 'ﾟ' -> true;
      default ->
          switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK,
                Character.COMBINING_SPACING_MARK,
                Character.ENCLOSING_MARK ->
                true;
            default -> false;
          };
    };
  }

  private static String normalizedCluster(String cluster) {
    char first = cluster.charAt(0);
    if (first == '™') {
      return cluster; // Else Google™ would be another word than Google.
    }
    if (cluster.length() == 1 && '！' <= first && first <= '～') {
      // Without the normalizer, which is slow to start: Japanese texts are full of brackets.
      return String.valueOf((char) (first - '！' + '!'));
    }
    var combining = cluster.replace('゛', '\u3099').replace('゜', '\u309a');
    var normalized = Normalizer.normalize(combining, Normalizer.Form.NFKC);
    // Items of lists are numbered ①BERT ②GPT, and their first words are not 1BERT and 2GPT.
    return '①' <= first && first <= '⓿' ? " " + normalized + " " : normalized;
  }

  private static FoldedText respelled(FoldedText normalized) {
    var spelling = normalized.characters;
    int length = normalized.length;
    var respelled = new FoldedText(length);
    for (int at = 0; at < length; at++) {
      char character = spelling[at];
      char next = at + 1 < length ? spelling[at + 1] : 0;
      int start = normalized.starts[at];
      switch (character) {
        case 'ヴ', 'ゔ' -> {
          int script = character - 'ヴ';
          int vowel = "ァィェォ".indexOf(next - script);
          boolean isBeforeY = "ャュョ".indexOf(next - script) >= 0;
          char folded = vowel >= 0 ? "バビベボ".charAt(vowel) : isBeforeY ? 'ビ' : 'ブ';
          respelled.add((char) (folded + script), start);
          at += vowel >= 0 ? 1 : 0;
        }
        case '−', '―', '‐' -> {
          boolean isInWord = isKatakanaLetter(respelled.last()) && isKatakanaLetter(next);
          respelled.add(isInWord ? 'ー' : character, start);
        }
        case 'ー' -> {
          if (isKatakana(next) || !respelled.endsInKatakana(SHORTEST - 1)) {
            respelled.add(character, start);
          }
        }
        case 'ゝ', 'ヽ' -> respelled.add(respelled.again(character, ""), start);
        case 'ゞ', 'ヾ' -> respelled.add(respelled.again(character, "\u3099"), start);
        case '々' -> {
          int end = at + 1;
          while (end < length && spelling[end] == '々') {
            end++;
          }
          int again = respelled.lastIdeographs(end - at);
          for (; at < end; at++) {
            again = respelled.addAgain(again, normalized.starts[at]);
          }
          at--;
        }
        default -> respelled.add(character, start);
      }
    }
    return respelled.ending(normalized.starts[length]);
  }

  private static boolean isKatakanaLetter(char character) {
    return 'ァ' <= character && character <= 'ヺ';
  }

  private static boolean isKatakana(char character) {
    return isKatakanaLetter(character) || character == 'ー';
  }

  private char last() {
    return length == 0 ? 0 : characters[length - 1];
  }

  private boolean endsInKatakana(int letters) {
    for (int at = length - letters; at < length; at++) {
      if (at < 0 || !isKatakana(characters[at])) {
        return false;
      }
    }
    return true;
  }

  /** The last kana, without a voiced sound mark or with one, or the mark that repeats no kana. */
  private char again(char mark, String voiced) {
    char kana = last();
    boolean isKana = mark <= 'ゞ' ? 'ぁ' <= kana && kana <= 'ゖ' : isKatakanaLetter(kana);
    if (!isKana) {
      return mark;
    }
    var unvoiced = Normalizer.normalize(String.valueOf(kana), Normalizer.Form.NFD).charAt(0);
    return Normalizer.normalize(unvoiced + voiced, Normalizer.Form.NFC).charAt(0);
  }

  /** Where as many kanji start as there are marks (部分々々), or else one, or -1 without kanji. */
  private int lastIdeographs(int marks) {
    int start = length;
    for (int count = 0; count < marks; count++) {
      int kanji = start == 0 ? 0 : Character.codePointBefore(characters, start);
      if (!Character.isIdeographic(kanji)) {
        return marks > 1 ? lastIdeographs(1) : -1;
      }
      start -= Character.charCount(kanji);
    }
    return start;
  }

  /** Adds the kanji that starts there once more, and says where the one after it starts. */
  private int addAgain(int kanji, int start) {
    if (kanji < 0) {
      add('々', start);
      return kanji;
    }
    int again = Character.codePointAt(characters, kanji, length);
    for (char character : Character.toChars(again)) {
      add(character, start);
    }
    return kanji + Character.charCount(again);
  }
}
