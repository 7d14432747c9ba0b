package paperreviews.search.query;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds references to papers in a text, wherever they are: numbers, addresses, BibTeX entries.
 * Their keys are {@link BibTexKey}.
 */
final class PaperReferences {
  /**
   * An arXiv number, as every site and format writes it: 1905.11946v3, abs-1905-11946,
   * 10.48550/arXiv.1905.11946, 1905.11946.pdf.
   */
  private static final Pattern ARXIV =
      Pattern.compile(
          "(?<![\\d.])(?:(?<=arxiv\\.)|(?<!\\d\\.))(\\d{2}(?:0[1-9]|1[0-2]))\\.(\\d{4,5})(?!\\d)"
              + "|(?<=abs-)(\\d{4})-(\\d{4,5})(?!\\d)",
          Pattern.CASE_INSENSITIVE);

  /**
   * A number that a bibcode of the Astrophysics Data System has, or that a line break is within.
   */
  private static final Pattern ARXIV_BROKEN =
      Pattern.compile(
          "(?:\\d{4}arxiv(\\d{4})|arxiv:\\s*(\\d{4})\\.\\s+)(\\d{5})(?!\\d)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ARXIV_AFTER_DOT =
      Pattern.compile(
          "arxiv\\.(\\d{2}(?:0[1-9]|1[0-2]))\\.(\\d{4,5})(?!\\d)", Pattern.CASE_INSENSITIVE);

  /** A number of before April 2007, such as hep-th/9901001. */
  private static final Pattern OLD_ARXIV =
      Pattern.compile("(?<![\\w-])([a-z]+(?:-[a-z]+)?)(?:\\.[A-Z]{2})?/(\\d{7})(?!\\d)");

  private static final Pattern OPEN_REVIEW =
      Pattern.compile(
          "openreview\\.net/[a-z_]+\\?(?:[^\\s#]*&)?(?:id|noteId)=([\\w-]+)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DOI = Pattern.compile("(?<![\\d.])10\\.\\d{4,9}/[^\\s\"<>{}、。，]+");

  /** Ids of OpenReview are of ten characters or so, with capitals or digits among them. */
  private static final Pattern OPEN_REVIEW_ID =
      Pattern.compile("(?<![\\w-])[\\w-]{9,12}(?![\\w-])");

  private static final Pattern SLUG =
      Pattern.compile("https?://\\S*/([a-z0-9]+(?:-[a-z0-9]+){2,})(?:[/?#]\\S*)?");

  /** An address, what it asks for, or its path. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https?://[^\\s/?#、。]+|git@[\\w.]+(?=:))(?:[^\\s、。]*[?&](?:q|query|search_query)=([^&#\\s、。]+)[^\\s、。]*"
              + "|[:/]([^\\s?#、。]*)[^\\s、。]*)");

  /** A part of a path that describes what it leads to, rather than numbering it. */
  private static final Pattern DESCRIPTIVE_PART =
      Pattern.compile("(?![0-9a-f]{16,}$)([\\w%+:-]*[a-zA-Z][\\w%+:-]*?)(?:\\.\\w{2,4})?");

  /** Where the path of a repository of code ends. */
  private static final Pattern WITHIN_REPOSITORY =
      Pattern.compile("/(?:blob|raw|issues|pulls?|wiki|releases)(?:/|$)");

  private static final Pattern ENCODED = Pattern.compile("(?:%[0-9a-fA-F]{2})+");

  private static final Pattern BIBTEX_TITLE =
      Pattern.compile(
          "@\\w+\\s*\\{.*?\\btitle\\s*=\\s*[{\"]+(.+?)[}\"]+\\s*(?:,|}|$)",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /** A citation in LaTeX, with its keys. */
  private static final Pattern CITATION =
      Pattern.compile(
          "~?\\\\\\w*cite\\w*\\*?(?:\\[[^\\]]*\\])*\\{([^}]*)\\}?", Pattern.CASE_INSENSITIVE);

  /** A dash, and what may be a reference after it; in citations, -@ only leaves out the author. */
  private static final Pattern EXCLUDED =
      Pattern.compile(
          "(?<![^\\s\\p{Z}、。，,（(「\\[])"
              + QueryParser.DASH
              + "(?!@)[\"“]?([^\\s\\p{Z}、。，\"“”]+)[\"”]?");

  private PaperReferences() {}

  /** The ids that certainly refer to papers, whether or not the papers are known. */
  static SequencedSet<String> ids(String original) {
    var text = narrow(decoded(original));
    var ids = new LinkedHashSet<String>();
    ARXIV_AFTER_DOT
        .matcher(text)
        .results()
        .forEach(match -> ids.add(match.group(1) + "." + match.group(2)));
    ARXIV
        .matcher(text)
        .results()
        .forEach(
            match ->
                ids.add(
                    match.group(1) != null
                        ? match.group(1) + "." + match.group(2)
                        : match.group(3) + "." + match.group(4)));
    ARXIV_BROKEN
        .matcher(text)
        .results()
        .forEach(
            match ->
                ids.add(
                    (match.group(1) != null ? match.group(1) : match.group(2))
                        + "."
                        + match.group(3)));
    OLD_ARXIV
        .matcher(text)
        .results()
        .forEach(match -> ids.add(match.group(1) + "/" + match.group(2)));
    OPEN_REVIEW.matcher(text).results().forEach(match -> ids.add(match.group(1)));
    DOI.matcher(text)
        .results()
        .forEach(match -> ids.add(match.group().replaceFirst("[.,;:)\\]]+$", "")));
    return ids;
  }

  /** A text with letters, digits and punctuation of full width in their usual width. */
  private static String narrow(String text) {
    return text.chars()
        .map(character -> '！' <= character && character <= '～' ? character - '！' + '!' : character)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** What refers to papers if there are papers with these ids. */
  static SequencedSet<String> possibleIds(String text) {
    var ids = new LinkedHashSet<String>();
    OPEN_REVIEW_ID.matcher(text).results().forEach(match -> ids.add(match.group()));
    return ids;
  }

  /** The title of a paper as an address has it: its words with hyphens between them. */
  static Optional<String> slug(String text) {
    var slug = SLUG.matcher(text);
    return slug.find() ? Optional.of(slug.group(1)) : Optional.empty();
  }

  /** A text without what makes its keys citations. */
  static String withoutCitations(String text) {
    return CITATION
        .matcher(text)
        .replaceAll(citation -> " " + Matcher.quoteReplacement(citation.group(1)) + " ");
  }

  /**
   * A text without the references that a dash excludes.
   *
   * @param isReference whether a text refers to a paper; it is asked for each that may
   */
  static String withoutExcluded(String text, Predicate<String> isReference) {
    return EXCLUDED
        .matcher(text)
        .replaceAll(
            excluded ->
                isReference.test(excluded.group(1))
                    ? " "
                    : Matcher.quoteReplacement(excluded.group()));
  }

  /**
   * A text with the words that its addresses end in, or that they ask for: facebookresearch/moco
   * says moco.
   */
  static String withoutAddresses(String text) {
    return ADDRESS
        .matcher(text)
        .replaceAll(
            address ->
                Matcher.quoteReplacement(
                    Optional.ofNullable(address.group(1))
                        .or(() -> lastDescriptive(WITHIN_REPOSITORY.split(address.group(2), 2)[0]))
                        .map(part -> decoded(part).replaceAll("[-_+]", " "))
                        .orElseGet(address::group)));
  }

  private static Optional<String> lastDescriptive(String path) {
    return List.of(path.split("/")).reversed().stream()
        .map(DESCRIPTIVE_PART::matcher)
        .filter(Matcher::matches)
        .findFirst()
        .map(part -> part.group(1));
  }

  /** A text without the encoding of addresses: %2F is a slash. */
  static String decoded(String text) {
    return ENCODED
        .matcher(text)
        .replaceAll(
            encoded ->
                Matcher.quoteReplacement(
                    new String(
                        HexFormat.of().parseHex(encoded.group().replace("%", "")),
                        StandardCharsets.UTF_8)));
  }

  /** The title in a BibTeX entry. */
  static Optional<String> bibTexTitle(String text) {
    var title = BIBTEX_TITLE.matcher(text);
    return title.find() ? Optional.of(title.group(1).replaceAll("[{}\\\\]", "")) : Optional.empty();
  }
}
