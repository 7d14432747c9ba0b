package paperreviews.search.analysis;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text in which the spellings of a word are folded to one, and where its characters occurred in
 * the original.
 *
 * <p>Folded are:
 *
 * <ul>
 *   <li>what Unicode calls compatible: widths, ligatures, ㍍, decomposed letters; characters that
 *       cannot be seen are dropped
 *   <li>in katakana: ヴァ to バ, lines typed for a long vowel mark to it, a long vowel mark at the end
 *       of a word and a middle dot between letters to nothing
 *   <li>有り and 無し to kana
 *   <li>marks that repeat a character to the character, and old forms of kanji to today's
 *   <li>a numeral before a counter (2つ) to its kanji
 *   <li>Greek letters to their names, as LaTeX writes them, and indices (W_{i}) to what they look
 *       like; other underscores between words to spaces
 *   <li>C++ and C# to words
 * </ul>
 *
 * <p>Hiragana and katakana stay apart.
 */
public final class FoldedText {
  /** In shorter katakana words a last long vowel mark distinguishes words, as in キー and キ. */
  private static final int MIN_LENGTH_TO_SHORTEN = 4;

  /** What is typed or recognized for a long vowel mark. */
  private static final String LONG_VOWEL_LOOKALIKES = "－─━～〜–—―‐‑−一";

  /** What a single numeral before it is written as a kanji for. */
  private static final String COUNTERS = "つ個枚種段層次本回点人台件倍目度位番年";

  private static final String GREEK =
      "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma"
          + " sigma tau upsilon phi chi psi omega";

  /** What LaTeX calls another form of a letter. */
  private static final String VARIANT = "var";

  private static final String[] GREEK_LETTERS = GREEK.split(" ");

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

  /** A text without characters that cannot be seen. */
  public static String visible(String text) {
    var visible = new StringBuilder(text.length());
    text.codePoints()
        .filter(
            character ->
                !isInvisible(
                    character, visible.isEmpty() ? 0 : visible.charAt(visible.length() - 1)))
        .forEach(visible::appendCodePoint);
    return visible.toString();
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
      if (isLongVowel(original, start, normalized.last())) {
        normalized.add('ー', start);
        continue;
      }
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
          if (!isInvisible(cluster.codePointAt(at), normalized.last())) {
            normalized.add(cluster.charAt(at), start);
          } else if (Character.isHighSurrogate(cluster.charAt(at))) {
            at++;
          }
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

  private static boolean isLongVowel(char[] text, int at, char before) {
    return LONG_VOWEL_LOOKALIKES.indexOf(text[at]) >= 0
        && isKatakana(before)
        && at + 1 < text.length
        && (isKatakana(text[at + 1]) || 'ｦ' <= text[at + 1] && text[at + 1] <= 'ﾝ');
  }

  /** The characters that Unicode calls default ignorable, joiners of emojis aside. */
  private static boolean isInvisible(int character, char before) {
    return switch (character) {
      case 0x00ad, 0x034f, 0x061c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x3164, 0xfeff, 0xffa0 -> true;
      case 0x200c, 0x200d -> Character.isLetterOrDigit(before) || before == 0;
      default ->
          0x180b <= character && character <= 0x180f
              || 0x200b <= character && character <= 0x200f
              || 0x202a <= character && character <= 0x202e
              || 0x2060 <= character && character <= 0x206f
              || 0xfe00 <= character && character <= 0xfe0f
              || 0xfff0 <= character && character <= 0xfff8
              || 0xe0000 <= character && character <= 0xe0fff;
    };
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
        case '・' -> {
          if (!isKatakana(respelled.last()) || !isKatakanaLetter(next)) {
            respelled.add(character, start);
          }
        }
        case '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
            respelled.add(
                isNumeral(respelled.last(), next, at + 2 < length ? spelling[at + 2] : 0)
                    ? "一二三四五六七八九".charAt(character - '1')
                    : character,
                start);
        case '+' -> {
          if (next == '+' && respelled.endsInSingleLetter()) {
            respelled.add("plusplus", start);
            at++;
          } else {
            respelled.add(character, start);
          }
        }
        case '#', '♯' -> {
          if (!Character.isLetterOrDigit(next) && respelled.endsInSingleLetter()) {
            respelled.add("sharp", start);
          } else {
            respelled.add(character, start);
          }
        }
        case '_', '^' -> {
          int end = endOfIndex(spelling, at + 1, length);
          if (end < 0) {
            boolean isBetweenWords =
                character == '_'
                    && Character.isLetterOrDigit(respelled.last())
                    && Character.isLetterOrDigit(next);
            respelled.add(isBetweenWords ? ' ' : character, start);
          } else {
            if (!respelled.endsInSingleLetter()) {
              respelled.add(' ', start);
            }
            for (at++; at < end; at++) {
              if (spelling[at] != '{' && spelling[at] != '}') {
                respelled.add(spelling[at], normalized.starts[at]);
              }
            }
            at--;
          }
        }
        case '\\' -> {
          respelled.add(character, start);
          at += isVariantOfGreek(spelling, at + 1, length) ? VARIANT.length() : 0;
        }
        case 'ー' -> {
          if (isKatakana(next) || !respelled.endsInKatakana(MIN_LENGTH_TO_SHORTEN - 1)) {
            respelled.add(character, start);
          }
        }
        case '有' -> respelled.add(next == 'り' ? 'あ' : character, start);
        case '無' -> respelled.add(next == 'し' ? 'な' : character, start);
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
        default -> {
          int greek = Character.toLowerCase(character) - 'α';
          if (0 <= greek && greek < GREEK_LETTERS.length) {
            respelled.add(" " + GREEK_LETTERS[greek] + " ", start);
          } else {
            respelled.add(KanjiForms.today(character), start);
          }
        }
      }
    }
    return respelled.ending(normalized.starts[length]);
  }

  private static boolean isNumeral(char before, char next, char afterNext) {
    boolean isAlone =
        before < 0x80 ? !Character.isLetterOrDigit(before) && ".,-".indexOf(before) < 0 : true;
    return isAlone
        && (COUNTERS.indexOf(next) >= 0
            || before == '第' && (next == 'に' || !Character.isLetterOrDigit(next))
            || next == 'ヶ' && afterNext == '月');
  }

  /** Whether another form of a Greek letter is named there: varepsilon. */
  private static boolean isVariantOfGreek(char[] text, int start, int length) {
    return Arrays.stream(GREEK_LETTERS)
        .map(letter -> (VARIANT + letter).toCharArray())
        .anyMatch(
            name ->
                start + name.length <= length
                    && Arrays.equals(text, start, start + name.length, name, 0, name.length));
  }

  /**
   * Where an index ends that starts there: a letter or digit alone, or several in braces. Negative
   * if there is none.
   */
  private static int endOfIndex(char[] text, int start, int length) {
    boolean isInBraces = start < length && text[start] == '{';
    int at = isInBraces ? start + 1 : start;
    int first = at;
    while (at < length && text[at] < 0x3000 && Character.isLetterOrDigit(text[at])) {
      at++;
    }
    if (isInBraces) {
      return first < at && at < length && text[at] == '}' ? at + 1 : -1;
    }
    return at == first + 1 ? at : -1;
  }

  private boolean endsInSingleLetter() {
    return isLatinLetter(last())
        && (length == 1
            || !Character.isLetterOrDigit(characters[length - 2])
            || characters[length - 2] >= 0x3000);
  }

  private static boolean isLatinLetter(char character) {
    return 'a' <= character && character <= 'z' || 'A' <= character && character <= 'Z';
  }

  private void add(String text, int start) {
    for (int at = 0; at < text.length(); at++) {
      add(text.charAt(at), start);
    }
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
