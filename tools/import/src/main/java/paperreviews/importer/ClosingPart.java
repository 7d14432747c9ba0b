package paperreviews.importer;

import java.util.Set;
import java.util.regex.Pattern;
import paperreviews.importer.Line.Kind;

/** Finds where the part begins that closes an article. */
final class ClosingPart {
  private static final Set<String> TITLES =
      Set.of(
          ("まとめ おわりに 終わりに 終りに 最後に さいごに あとがき 後書き 結び むすび 結論 総括 謝辞 おまけ conclusion"
                  + " conclusions closing closingremarks summary inclosing wrapup wrappingup"
                  + " acknowledgements acknowledgments")
              .split(" "));

  /** What a list of links is called, which may end a review as well. */
  private static final Set<String> REFERENCES =
      Set.of(
          ("参考 参考文献 参考資料 参考リンク 参考論文 参考記事 引用文献 文献 関連 関連文献 関連資料 関連リンク 関連論文 関連研究 関連記事"
                  + " references bibliography related relatedwork relatedpapers relatedlinks"
                  + " furtherreading seealso resources")
              .split(" "));

  private static final Pattern THANKS =
      Pattern.compile(
          "(?:最後|ここ)まで(?:読んで|お読み)(?:いただ|頂|くださ|下さ|くれ)|Thank(?:s| you) for reading"
              + "|(?:今[週月年回日]は)?(?:以上|ここまで)(?:です|でした)|That['’]s (?:all|it) for (?:this|today|now)");

  private ClosingPart() {}

  /** Whether a title is one of a closing part. */
  static boolean isTitle(String title) {
    return TITLES.contains(ArticleText.key(title));
  }

  /** Whether a title is one of a list of links. */
  static boolean isOfReferences(String title) {
    return REFERENCES.contains(ArticleText.key(title));
  }

  /** Whether a title is one of what closes a section: 画像のまとめ, Summary of Vision. */
  static boolean isTitleOf(Title section, String title) {
    return isTitle(ArticleText.key(title).replace(section.key(), "").replaceFirst("^の|of$", ""));
  }

  /** Where the closing part begins, behind the review of the last paper, or the end. */
  static int of(ArticleForm form) {
    var lines = form.lines();
    var last = form.papers().lastEntry().getValue();
    int text = form.nextText(last.apart().stream().reduce(last.fields().end(), Math::max) + 1);
    int deepest = deepestHeading(form);
    for (int at = text; at < lines.size(); at++) {
      var title = form.titles().get(at);
      if (title != null && title.isHeading() && title.style().level() <= deepest) {
        int level = title.style().level();
        boolean above =
            level < form.level()
                && (form.level() < ArticleForm.BELOW_HEADINGS || !title.hasNumber());
        boolean beside =
            level == form.level()
                && (!form.fits(title) || form.isAboveLinks(title))
                && !form.isRepeated(title)
                && !AddressLine.isLabel(title.text());
        if (above || beside || isTitle(title.text())) {
          return at;
        }
      } else if (at > text
          && begins(form, at, title == null ? lines.get(at).text() : title.text())) {
        return at;
      }
    }
    return lines.size();
  }

  /** How deep a heading may be that closes the article: no deeper than papers or sections are. */
  private static int deepestHeading(ArticleForm form) {
    int sections =
        form.titles().headMap(form.papers().lastKey()).values().stream()
            .filter(Title::isHeading)
            .mapToInt(title -> title.style().level())
            .max()
            .orElse(1);
    return form.level() < ArticleForm.BELOW_HEADINGS
        ? form.level()
        : sections > 1 ? sections : ArticleForm.BELOW_HEADINGS;
  }

  private static boolean begins(ArticleForm form, int at, String text) {
    var lines = form.lines();
    if (!lines.get(at).is(Kind.TEXT)
        || form.level() < ArticleForm.BELOW_HEADINGS && !lines.get(at - 1).is(Kind.BLANK)) {
      return false;
    }
    boolean sentence =
        THANKS.matcher(text).lookingAt() || text.startsWith("以上、") && text.endsWith("でした。");
    // A word that earlier reviews have, too, is part of the form of reviews.
    return sentence
        || isTitle(text)
            && lines.subList(form.papers().firstKey(), at).stream()
                .noneMatch(other -> isSame(other.text(), text));
  }

  private static boolean isSame(String line, String title) {
    return line.length() < 2 * title.length() + 10
        && ArticleText.key(line).equals(ArticleText.key(title));
  }
}
