package paperreviews.importer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import paperreviews.model.Bilingual;
import paperreviews.model.Language;

/** Decides in which language the texts of an article are written. */
final class Languages {
  /** Fewer words may be a name or a title. */
  private static final int MIN_WORDS = 5;

  private static final Pattern NO_WORDS =
      Pattern.compile("(?s)```.*?```|`[^`\n]*`|https?://[!-~&&[^)]]+|(?m:^>[^\n]*)");

  private Languages() {}

  /** The language of a section: Japanese if a tenth of its letters are, but for code and links. */
  static Language of(List<String> texts) {
    var letters =
        NO_WORDS
            .matcher(String.join("\n", texts))
            .replaceAll("")
            .codePoints()
            .filter(Character::isLetter)
            .toArray();
    long japanese = Arrays.stream(letters).filter(ArticleText::isJapanese).count();
    return japanese * 10 >= letters.length && japanese > 0 ? Language.JA : Language.EN;
  }

  static Bilingual in(Language language, String text) {
    return language == Language.JA ? new Bilingual(text, "") : new Bilingual("", text);
  }

  /** A Japanese title is Japanese whatever it is above, but an English one may be above either. */
  static Bilingual ofTitle(Language language, String title) {
    return in(ArticleText.hasJapanese(title) ? Language.JA : language, title);
  }

  /** The two halves of a text whose paragraphs are first in one language, then in the other. */
  static Optional<Bilingual> split(String text) {
    var paragraphs = Arrays.asList(text.split("\n\n+"));
    var english = paragraphs.stream().map(Languages::isEnglish).toList();
    var japanese = paragraphs.stream().map(ArticleText::hasJapanese).toList();
    int change = english.lastIndexOf(english.getFirst()) + 1;
    for (int at = 0; at < paragraphs.size(); at++) {
      if (english.get(at).equals(japanese.get(at))
          || english.get(at) != (english.getFirst() == at < change)) {
        return Optional.empty();
      }
    }
    if (change == paragraphs.size()) {
      return Optional.empty();
    }
    var first = String.join("\n\n", new ArrayList<>(paragraphs.subList(0, change)));
    var second = String.join("\n\n", paragraphs.subList(change, paragraphs.size()));
    return Optional.of(
        english.getFirst() ? new Bilingual(second, first) : new Bilingual(first, second));
  }

  private static boolean isEnglish(String paragraph) {
    return !ArticleText.hasJapanese(paragraph)
        && !paragraph.startsWith(">")
        && paragraph.split("\\s+").length >= MIN_WORDS
        && ".!?".indexOf(paragraph.charAt(paragraph.length() - 1)) >= 0;
  }
}
