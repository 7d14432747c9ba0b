package paperreviews.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import paperreviews.model.Link;
import paperreviews.seed.WebAddress;

/** Finds the papers of an article, which are titles with an address below them. */
final class PaperFinder {
  private static final Pattern CLOSING =
      Pattern.compile(
          "(?i)(?:(?:お|終)わりに|終りに|おわり|終わり|まとめ(?:と.{1,20}|にかえて|に代えて)?|全体のまとめ|さいごに|最後に|最後まで.{0,30}|むすび|結び|結びに|結論"
              + "|あとがき|後書き|後記|編集後記|謝辞|総括|おまけ|感想|所感|(?:関連|過去の?|その他の?|他の)記事|参考(?:文献|資料|記事)?|宣伝|お知らせ|著者について|筆者について"
              + "|conclusions?|summary|closing|wrap[ -]?up|acknowledge?ments?|thanks.{0,30}|thank you.{0,30}|references?|about (?:me|the author))[。.!！:：]?");

  private static final Pattern FAREWELL =
      Pattern.compile(
          "(?i)(?:以上(?:、|が|で).*(?:です|でした|ました|ます)[。！!]*|.*(?:(?:お読み|読んで|ご覧)いただき|お付き合い|おつきあい).*ありがと.*|ここまで.*ありがと.*"
              + "|最後まで.*ありがと.*|ありがとうございました[。！!]*|thanks? (?:you )?for reading.*|(?:私の)?twitter ?[,:：、].*|.*フォロー(?:して|お願い|よろしく).*)");

  private final Layout layout;

  private PaperFinder(Layout layout) {
    this.layout = layout;
  }

  /** The papers in order; also finds where the closing part begins. */
  static List<FoundPaper> in(Layout layout) {
    return new PaperFinder(layout).papers();
  }

  private List<FoundPaper> papers() {
    var found = new ArrayList<FoundPaper>();
    for (var title : layout.headlines().values()) {
      int below = layout.belowTitle(title.at());
      var address =
          below < layout.lines().size()
              ? AddressLine.of(below, layout.lines().get(below))
              : Optional.<AddressLine>empty();
      var ofTitle =
          title
              .address()
              .filter(WebAddress::isAddress)
              .filter(
                  url ->
                      title.isMarked()
                          || FurtherLinks.kindOfAddress(url).equals(Optional.of(Link.Kind.PAPER)));
      if (ofTitle.isPresent() || address.isPresent()) {
        // Under a linked title, an address of its own is the same one, or a further link.
        boolean same =
            ofTitle.isEmpty()
                || address.map(line -> line.addresses().contains(ofTitle.get())).orElse(false);
        found.add(new FoundPaper(title, same ? address.orElse(null) : null, ofTitle));
      }
    }
    layout.closeAt(closing(found));
    for (var paper : found) {
      if (paper.title().at() >= layout.closing()) {
        layout.warn(
            paper.title().at(),
            "“%s” has an address below it like a paper, but stands in the closing part; it is left out"
                .formatted(paper.title().title()));
      }
    }
    found.removeIf(paper -> paper.title().at() >= layout.closing());
    if (found.isEmpty()) {
      layout.refuseWhole(
          "no paper was found; a paper is a title such as \"1. Title\" or \"### Title\" with its"
              + " address on the next line");
    }
    return found;
  }

  /** Where the article says goodbye: behind its last paper. */
  private int closing(List<FoundPaper> papers) {
    int last =
        papers.stream()
            .filter(paper -> isOfPaper(paper.url()))
            .mapToInt(FoundPaper::end)
            .max()
            .orElseGet(() -> papers.stream().mapToInt(FoundPaper::end).max().orElse(-1));
    if (last < 0) {
      return layout.lines().size();
    }
    int review = layout.nextText(last + 1, layout.lines().size());
    for (int at = review + 1; at < layout.lines().size(); at++) {
      if (CLOSING.matcher(layout.words(at)).matches()) {
        return at;
      }
    }
    for (int at = review + 1; at < layout.lines().size(); at++) {
      boolean ends =
          layout.isRule(at)
              && layout.nextText(at + 1, layout.lines().size()) < layout.lines().size();
      if ((ends || FAREWELL.matcher(ArticleText.strip(layout.line(at))).matches())
          && layout.titlesBetween(at, layout.lines().size()).stream()
              .noneMatch(Headline::hasNumber)) {
        layout.warn(at, "the closing part seems to begin here; it is left out");
        return at;
      }
    }
    return layout.lines().size();
  }

  /** Whether an address may be one of a paper, and not of a blog or of a person. */
  private static boolean isOfPaper(String address) {
    return FurtherLinks.kindOfAddress(address)
        .map(kind -> kind == Link.Kind.PAPER || kind == Link.Kind.CODE)
        .orElse(true);
  }
}
