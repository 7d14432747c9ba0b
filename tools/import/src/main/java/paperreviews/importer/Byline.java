package paperreviews.importer;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import paperreviews.model.Author;
import paperreviews.model.Link;
import paperreviews.seed.WebAddress;

/** Who wrote an article, from the lines around its reviews. */
final class Byline {
  private static final int LONGEST = 200;

  private static final Pattern SIGNED =
      Pattern.compile(
          "(?i)(?:著者|筆者|執筆者?|作者|文責|author|written by)"
              + ArticleText.SPACE
              + "*[:：]"
              + ArticleText.SPACE
              + "*(?<name>[^:：/]{1,80})");

  /** {@code Twitter : https://…}, and what the author says before it. */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:^|(?<=[\\s\u3000]))(?<label>[^\\s\u3000:：]{1,40})[\\s\u3000]*[:：][\\s\u3000]*[<(]?$");

  private static final Pattern HANDLE = Pattern.compile("/@?(?<name>[A-Za-z0-9_]{1,30})/?");

  private Byline() {}

  /**
   * An author.
   *
   * @param author the author
   * @param handle the index of the line whose address the name is taken from, if nothing else names
   *     the author
   */
  record Signed(Author author, Optional<Integer> handle) {}

  /** Reads the author from these lines, given with their indices. */
  static Optional<Signed> in(List<String> lines, List<Integer> indices) {
    String name = "";
    var ofHandle = Optional.<Integer>empty();
    var role = "";
    var links = new ArrayList<Link>();
    for (int at : indices) {
      var text = ArticleText.strip(lines.get(at));
      var signed = SIGNED.matcher(text);
      if (signed.matches() && Addresses.in(text).isEmpty()) {
        name = ArticleText.strip(signed.group("name"));
        ofHandle = Optional.empty();
      }
      int from = 0;
      for (var found : Addresses.in(text)) {
        if (WebAddress.isAddress(found.address())
            && FurtherLinks.kindOfAddress(found.address()).equals(Optional.of(Link.Kind.PROFILE))) {
          var before = text.substring(from, found.start());
          var label = LABEL.matcher(before);
          boolean labelled = label.find();
          var title =
              found
                  .text()
                  .filter(words -> !words.isEmpty())
                  .orElse(labelled ? label.group("label") : found.address());
          var link = new Link(Link.Kind.PROFILE, title, Optional.of(found.address()));
          if (links.stream().noneMatch(other -> other.url().equals(link.url()))) {
            links.add(link);
          }
          if (from == 0 && labelled && role.isEmpty()) {
            var words = ArticleText.strip(before.substring(0, label.start()));
            role = words.length() <= LONGEST ? words : "";
          }
          var handle = handle(found.address());
          if (name.isEmpty() && handle.isPresent()) {
            name = handle.get();
            ofHandle = Optional.of(at);
          }
        }
        from = found.end();
      }
    }
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(new Signed(new Author(name, role, links), ofHandle));
  }

  private static Optional<String> handle(String address) {
    var uri = URI.create(address);
    var path = HANDLE.matcher(Optional.ofNullable(uri.getPath()).orElse(""));
    return WebAddress.host(uri).orElse("").matches("(?:www\\.)?(?:twitter|x)\\.com")
            && path.matches()
        ? Optional.of(path.group("name"))
        : Optional.empty();
  }
}
