package paperreviews.importer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import paperreviews.seed.WebAddress;

/**
 * A line that gives the address of a paper and says nothing else.
 *
 * @param at the line's index
 * @param addresses the paper's address, and others that stand beside it
 * @param words what else there is, such as the words of a link; or empty
 * @param wanted whether the words belong to the article's text, as a remark in brackets does
 */
record AddressLine(int at, List<String> addresses, String words, boolean wanted) {
  private static final Pattern LEAD =
      Pattern.compile("(?:[-*+•◦▪–]" + ArticleText.SPACE + "+|[・•>])?" + ArticleText.SPACE + "*");

  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)[\\[【(（]?(?:元|原)?(?:論文|paper|arxiv|open ?review|pdf|url|link|リンク|出典|source)"
              + "(?:の?(?:リンク|url|pdf|アドレス|はこちら))?[\\]】)）]?");

  private static final Pattern REMARK =
      Pattern.compile("[(（\\[［【][^()（）\\[\\]［］【】]{1,80}[)）\\]］】]");

  private static final Pattern BETWEEN =
      Pattern.compile("(?:[<>(),、，/／|｜・:：→⇒➡=。;-]|" + ArticleText.SPACE + ")*");

  /** What people write in place of a whole address. */
  private static final Pattern UNFINISHED =
      Pattern.compile(
          "(?i)(?:www\\.|(?:[a-z]+\\.)?arxiv\\.org/|(?:www\\.)?openreview\\.net/|(?:dx\\.)?doi\\.org/)\\S+"
              + "|arxiv\\s*[:：]?\\s*\\d{4}\\.\\d{4,5}(?:v\\d+)?|[a-z][a-z0-9+.-]*://\\S*");

  /** The addresses that a line consists of, if it does. */
  static Optional<AddressLine> of(int at, String line) {
    var found = Addresses.in(line);
    if (found.isEmpty()
        || !found.stream().map(Addresses.Found::address).allMatch(WebAddress::isAddress)) {
      return Optional.empty();
    }
    var rest = new StringBuilder(line);
    for (var each : found.reversed()) {
      rest.replace(each.start(), each.end(), " ");
    }
    var words = ArticleText.strip(LEAD.matcher(rest).replaceFirst(""));
    var label = LABEL.matcher(words);
    if (label.lookingAt()) {
      words = words.substring(label.end());
    }
    boolean remark = false;
    var remarks = REMARK.matcher(words);
    if (remarks.find()) {
      words = words.substring(0, remarks.start()) + words.substring(remarks.end());
      remark = true;
    }
    if (!BETWEEN.matcher(words).matches()) {
      return Optional.empty();
    }
    var linked =
        String.join(
            ", ",
            found.stream()
                .flatMap(each -> each.text().stream())
                .filter(text -> !text.isEmpty() && !WebAddress.isAddress(text))
                .toList());
    return Optional.of(
        new AddressLine(
            at,
            found.stream().map(Addresses.Found::address).toList(),
            label.lookingAt() && linked.isEmpty() ? label.group() : linked,
            remark || found.size() > 1));
  }

  /** Whether a line looks like an address that lacks something. */
  static boolean isUnfinished(String line) {
    var text = LEAD.matcher(line).replaceFirst("");
    var label = LABEL.matcher(text);
    return UNFINISHED.matcher(ArticleText.strip(text)).matches()
        || label.lookingAt()
            && UNFINISHED
                .matcher(
                    ArticleText.strip(text.substring(label.end()).replaceFirst("^[\\s:：→]*", "")))
                .matches();
  }
}
