package paperreviews.importer;

import java.util.regex.Pattern;

/** Tells texts that may be titles from labels and sentences. */
final class TitleText {
  /** A heading within a review is short: 関連研究, Related work. */
  private static final int MAX_LABEL_WORDS = 2;

  private static final int MAX_LABEL_LETTERS = 6;

  private static final String SENTENCE_ENDS = "。．.!?！？」』)）:：→⇒…";

  /**
   * Big Nets for Small Dogs: three words or more, of which only short ones are in small letters.
   */
  private static final Pattern TITLE_CASE =
      Pattern.compile("\\p{Lu}\\S*(?: (?:[\\p{Lu}\\d]\\S*|\\p{Ll}{1,4})){2,30}(?<![.!?:,;。])");

  private TitleText() {}

  /** Whether a text is in the case of titles, such as Big Nets for Small Dogs. */
  static boolean isTitleCase(String text) {
    return TITLE_CASE.matcher(text).matches();
  }

  /** Whether a text begins in the case of titles. */
  static boolean beginsInTitleCase(String text) {
    return TITLE_CASE.matcher(text).lookingAt();
  }

  static boolean isLabel(String text) {
    return ArticleText.hasJapanese(text)
        ? ArticleText.key(text).length() <= MAX_LABEL_LETTERS
        : text.split("\\s+").length <= MAX_LABEL_WORDS;
  }

  static boolean endsSentence(String text) {
    return SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
