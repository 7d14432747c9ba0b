package paperreviews.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import paperreviews.model.Author;
import paperreviews.model.Link;
import paperreviews.seed.ReviewFiles;

/** Who wrote an article, from the lines around its reviews. */
final class Byline {
  private static final Pattern SIGNED =
      Pattern.compile(
          "(?i)(?:著者|筆者|執筆者?|作者|文責|author|written by)\\s*[:：]\\s*(?<name>[^:：/]{1,80})");

  /** {@code Twitter : https://…}, and what the author says before it. */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:^|(?<=[\\s\u3000]))(?<label>[^\\s\u3000:：]{1,40})[\\s\u3000]*[:：][\\s\u3000]*[<(]?$");

  private static final Pattern HANDLE =
      Pattern.compile(
          "(?i)https?://(?:www\\.)?(?:twitter|x)\\.com/@?(?<name>[A-Za-z0-9_]{1,30})/?");

  private Byline() {}

  /**
   * An author.
   *
   * @param author the author
   * @param handle the line whose address the name is taken from, if nothing else names the author
   */
  record Signed(Author author, Optional<Integer> handle) {}

  /** Reads the author from these lines. */
  static Optional<Signed> in(List<Line> lines) {
    String name = "";
    var ofHandle = Optional.<Integer>empty();
    var role = "";
    var links = new ArrayList<Link>();
    for (var line : lines) {
      var text = line.text();
      var signed = SIGNED.matcher(ArticleText.strip(text));
      if (signed.matches() && line.content().links().isEmpty()) {
        name = ArticleText.strip(signed.group("name"));
        ofHandle = Optional.empty();
      }
      int from = 0;
      for (var span : line.content().links()) {
        if (Links.kindOfAddress(span.address()).equals(Optional.of(Link.Kind.PROFILE))) {
          var before = text.substring(from, span.start());
          var label = LABEL.matcher(before);
          boolean labelled = label.find();
          var words = line.content().words(span);
          var title = !words.isEmpty() ? words : labelled ? label.group("label") : span.address();
          if (links.stream().noneMatch(other -> other.url().equals(Optional.of(span.address())))) {
            links.add(new Link(Link.Kind.PROFILE, title, Optional.of(span.address())));
          }
          if (from == 0 && labelled && role.isEmpty()) {
            var said = ArticleText.strip(before.substring(0, label.start()));
            role = said.length() <= ReviewFiles.MAX_TITLE_LENGTH ? said : "";
          }
          var handle = HANDLE.matcher(span.address());
          if (name.isEmpty() && handle.matches()) {
            name = handle.group("name");
            ofHandle = Optional.of(line.at());
          }
        }
        from = span.end();
      }
    }
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(new Signed(new Author(name, role, links), ofHandle));
  }
}
