package paperreviews.importer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import paperreviews.importer.ImportedArticle.LeftOut;

/** What is to be said of an article. Lines are given by their indices and told from one. */
final class Findings {
  private final List<Remark> refusals = new ArrayList<>();
  private final List<Remark> warnings = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  /** Refuses a line; one reason is enough. */
  void refuse(int at, String reason) {
    if (refusals.stream().noneMatch(refusal -> refusal.line() == at + 1)) {
      refusals.add(new Remark(at + 1, reason));
    }
  }

  /** Refuses what a title is. */
  void refuse(Title title, String reason) {
    refuse(title.at(), title.quoted() + " " + reason);
  }

  /** Refuses what a line says. */
  void refuse(Line line, String reason) {
    refuse(line.at(), ArticleText.quoted(line.text()) + " " + reason);
  }

  /** Refuses the article as a whole. */
  void refuse(String reason) {
    refusals.add(new Remark(0, reason));
  }

  void warn(int at, String text) {
    warnings.add(new Remark(at + 1, text));
  }

  /** Warns of the article as a whole. */
  void warn(String text) {
    warnings.add(new Remark(0, text));
  }

  void leaveOut(int first, int last, String what) {
    leftOut.add(new LeftOut(first + 1, last + 1, what));
  }

  boolean isRefused() {
    return !refusals.isEmpty();
  }

  void stopIfRefused() throws UnreadableArticleException {
    if (isRefused()) {
      throw new UnreadableArticleException(inOrder(refusals));
    }
  }

  List<Remark> warnings() {
    return inOrder(warnings);
  }

  /** In the order of lines, without what is within another part. */
  List<LeftOut> leftOut() {
    return leftOut.stream()
        .distinct()
        .filter(part -> leftOut.stream().noneMatch(other -> !other.equals(part) && other.has(part)))
        .sorted(Comparator.comparingInt(LeftOut::first))
        .toList();
  }

  /** In the order of lines. */
  private static List<Remark> inOrder(List<Remark> remarks) {
    return remarks.stream().distinct().sorted(Comparator.comparingInt(Remark::line)).toList();
  }
}
