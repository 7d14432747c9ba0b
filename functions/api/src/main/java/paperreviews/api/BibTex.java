package paperreviews.api;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import paperreviews.model.PaperSummary;

/**
 * Papers as references for LaTeX (<a
 * href="https://info.arxiv.org/help/hypertex/bibstyles/index.html">fields of arXiv papers</a>).
 *
 * <p>Authors are not known, and the year only of papers with an arXiv number, which begins with it:
 * what is not known is left out.
 */
public final class BibTex {
  static final String MEDIA_TYPE = "application/x-bibtex";

  /** A number since 2007: two digits of the year, two of the month, and one that counts. */
  private static final Pattern ARXIV_NUMBER =
      Pattern.compile("(?<year>\\d{2})(?:0[1-9]|1[0-2])\\.\\d{4,5}");

  private BibTex() {}

  /** The answer that gives these papers, in this order. */
  public static Answer answer(List<PaperSummary> papers) {
    var entries = papers.stream().map(BibTex::entry).collect(joining("\n"));
    return new Answer.Text(MEDIA_TYPE + "; charset=utf-8", entries);
  }

  static String entry(PaperSummary paper) {
    var fields = new ArrayList<String>();
    // Without the inner braces, styles would put all but the first letter in lower case.
    fields.add("title = {{%s}}".formatted(text(paper.title())));
    paper.url().ifPresent(url -> fields.add("url = {%s}".formatted(address(url))));
    var number = ARXIV_NUMBER.matcher(paper.id());
    if (number.matches()) {
      fields.add("eprint = {%s}".formatted(paper.id()));
      fields.add("archivePrefix = {arXiv}");
      fields.add("year = {20%s}".formatted(number.group("year")));
    }
    return "@misc{%s,\n  %s\n}\n".formatted(key(paper.id()), String.join(",\n  ", fields));
  }

  /** An id has only such characters, but a key with others would end the entry. */
  private static String key(String id) {
    return id.replaceAll("[^A-Za-z0-9.:_-]", "-");
  }

  /** Takes their meaning from characters that have one for LaTeX; others stay, in Unicode. */
  private static String text(String title) {
    var escaped = new StringBuilder();
    title
        .codePoints()
        .forEach(
            character -> {
              switch (character) {
                case '&', '%', '$', '#', '_' -> escaped.append('\\').append((char) character);
                // BibTeX counts braces even behind a backslash.
                case '{' -> escaped.append("\\textbraceleft{}");
                case '}' -> escaped.append("\\textbraceright{}");
                case '\\' -> escaped.append("\\textbackslash{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                default ->
                    escaped.appendCodePoint(Character.isISOControl(character) ? ' ' : character);
              }
            });
    return escaped.toString();
  }

  /** Addresses are set verbatim, as by the package url; only what ends the field is encoded. */
  private static String address(String url) {
    var encoded = new StringBuilder();
    url.codePoints()
        .forEach(
            character -> {
              if (character <= ' ' || "{}\\\u007f".indexOf(character) >= 0) {
                encoded.append("%%%02X".formatted(character));
              } else {
                encoded.appendCodePoint(character);
              }
            });
    return encoded.toString();
  }
}
