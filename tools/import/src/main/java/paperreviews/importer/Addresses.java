package paperreviews.importer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of the web, as they stand in texts. */
public final class Addresses {
  private static final Pattern BARE =
      Pattern.compile(
          "(?i)https?://[a-z0-9\\-._~:/?#@!$&'()*+,;=%]+"
              // Words of another script belong to it where one of its own marks stands before.
              + "(?:(?<=[/=_-])[^\\x00-\\x7F\\p{P}\\p{Z}\\p{S}\u200B\uFEFF][^\\x00-\\x20<>\"\\p{Z}\\p{Ps}\\p{Pe}、。，．]*)?");

  private static final Pattern MARKDOWN =
      Pattern.compile(
          "(?<!!)\\[(?<text>[^\\[\\]]*+(?:\\[[^\\[\\]]*+][^\\[\\]]*+){0,4})]"
              + "\\(\\s*<?(?<address>(?i:https?)://[^\\s()<>]*+(?:\\([^\\s()<>]*+\\)[^\\s()<>]*+){0,4})>?"
              + "(?:\\s+[\"'][^\"']*+[\"'])?\\s*\\)");

  private Addresses() {}

  /**
   * An address in a line.
   *
   * @param start where it begins, with the marks around it
   * @param end behind its last character
   * @param address the address itself
   * @param text the text of a Markdown link, absent where the address stands for itself
   */
  record Found(int start, int end, String address, Optional<String> text) {}

  /** What looks like an address in a line, in order. Not all of it need be one. */
  public static List<Found> in(String line) {
    var found = new ArrayList<Found>();
    var rest = new StringBuilder(line);
    var links = MARKDOWN.matcher(line);
    while (links.find()) {
      found.add(
          new Found(
              links.start(),
              links.end(),
              links.group("address"),
              Optional.of(ArticleText.strip(links.group("text")))));
      rest.replace(links.start(), links.end(), " ".repeat(links.end() - links.start()));
    }
    var bare = BARE.matcher(rest);
    while (bare.find()) {
      var address = withoutPunctuation(bare.group());
      found.add(
          new Found(bare.start(), bare.start() + address.length(), address, Optional.empty()));
    }
    found.sort(Comparator.comparingInt(Found::start));
    return found;
  }

  /** What ends a sentence or closes a bracket around an address is not part of it. */
  private static String withoutPunctuation(String address) {
    int end = address.length();
    long unopened =
        address.chars().filter(c -> c == ')').count()
            - address.chars().filter(c -> c == '(').count();
    while (end > 0) {
      char last = address.charAt(end - 1);
      if (last == ')' && unopened > 0) {
        unopened--;
      } else if (".,;:!?'*".indexOf(last) < 0) {
        break;
      }
      end--;
    }
    return address.substring(0, end);
  }
}
