package paperreviews.api;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import paperreviews.model.PaperSummary;

/**
 * Papers as BibTeX entries (<a
 * href="https://info.arxiv.org/help/hypertex/bibstyles/index.html">fields of arXiv papers</a>).
 * Fields that are not known are left out.
 */
public final class BibTex {
  /** A number since 2007: two digits each of the year and the month, and one that counts. */
  private static final Pattern ARXIV_NUMBER =
      Pattern.compile("(?<year>\\d{2})(?:0[1-9]|1[0-2])\\.\\d{4,5}");

  /** Words of a title that say too little for a key. */
  private static final Set<String> STOP_WORDS =
      Set.of("a", "an", "the", "on", "in", "of", "for", "from", "to", "with", "and", "is", "are");

  private BibTex() {}

  /**
   * Returns the answer with an entry for each of these papers, in this order. It is plain text,
   * which browsers show and every generated client reads.
   */
  public static Answer.Text answer(List<PaperSummary> papers) {
    return new Answer.Text("text/plain; charset=utf-8", entries(papers));
  }

  /** Returns the same answer with the media type of the parameter {@code format}. */
  public static Answer.Text answerToFormat(List<PaperSummary> papers) {
    return new Answer.Text("application/x-bibtex; charset=utf-8", entries(papers));
  }

  static String entries(List<PaperSummary> papers) {
    var keys = new HashSet<String>();
    return papers.stream()
        .map(paper -> entry(paper, uniqueKey(paper, keys)))
        .collect(joining("\n"));
  }

  private static String entry(PaperSummary paper, String key) {
    var fields = fields(paper).entrySet().stream();
    return fields
        .map(field -> "  %s = {%s}".formatted(field.getKey(), field.getValue()))
        .collect(joining(",\n", "@%s{%s,\n".formatted(type(paper), key), "\n}\n"));
  }

  private static String type(PaperSummary paper) {
    return paper
        .venue()
        .map(venue -> Venue.of(venue).isJournal() ? "article" : "inproceedings")
        .orElse("misc");
  }

  private static Map<String, String> fields(PaperSummary paper) {
    var fields = new LinkedHashMap<String, String>();
    if (!paper.authors().isEmpty()) {
      fields.put("author", paper.authors().stream().map(BibTex::author).collect(joining(" and ")));
    }
    // The inner braces keep styles from changing capitals to lower case.
    fields.put("title", "{%s}".formatted(LatexText.of(paper.title())));
    var venue = paper.venue().map(Venue::of);
    venue.ifPresent(
        known ->
            fields.put(known.isJournal() ? "journal" : "booktitle", LatexText.of(known.name())));
    venue
        .flatMap(Venue::year)
        .or(paper::year)
        .or(() -> arxivYear(paper.id()))
        .ifPresent(year -> fields.put("year", year.toString()));
    paper.doi().ifPresent(doi -> fields.put("doi", LatexText.ofUrl(doi)));
    if (isArxivNumber(paper.id())) {
      fields.put("eprint", paper.id());
      fields.put("archivePrefix", "arXiv");
      paper.category().ifPresent(category -> fields.put("primaryClass", LatexText.of(category)));
    }
    paper.url().ifPresent(url -> fields.put("url", LatexText.ofUrl(url)));
    return fields;
  }

  private static boolean isArxivNumber(String id) {
    return ARXIV_NUMBER.matcher(id).matches();
  }

  private static Optional<Integer> arxivYear(String id) {
    var number = ARXIV_NUMBER.matcher(id);
    return number.matches()
        ? Optional.of(2000 + Integer.parseInt(number.group("year")))
        : Optional.empty();
  }

  private static String author(String name) {
    return PersonName.of(name).bibTex();
  }

  /** Returns the key of a paper's entry, and adds it to the keys that are taken. */
  private static String uniqueKey(PaperSummary paper, Set<String> taken) {
    var key = key(paper);
    var unique = key;
    for (int n = 2; !taken.add(unique); n++) {
      unique = key + "-" + n;
    }
    return unique;
  }

  /**
   * Returns a key such as {@code tan2019efficientnet}, or the paper's id if its authors are not
   * known.
   */
  private static String key(PaperSummary paper) {
    var words = new ArrayList<String>();
    paper.authors().stream().findFirst().ifPresent(name -> words.add(PersonName.of(name).family()));
    if (words.isEmpty()) {
      // Ids have no other characters, but a key with others would end the entry.
      return paper.id().replaceAll("[^A-Za-z0-9.:_-]", "-");
    }
    paper.year().ifPresent(year -> words.add(year.toString()));
    words.add(firstWord(paper.title()));
    return words.stream().map(LatexText::ascii).collect(joining());
  }

  private static String firstWord(String title) {
    return List.of(title.split("[^\\p{L}\\p{N}]+")).stream()
        .filter(word -> !LatexText.ascii(word).isEmpty())
        .filter(word -> !STOP_WORDS.contains(LatexText.ascii(word)))
        .findFirst()
        .orElse("");
  }
}
