package paperreviews.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import paperreviews.model.PaperId;
import paperreviews.search.analysis.AnalyzedText;

/**
 * Reads queries. Every text is a query: what makes no sense as an operator is a word, or nothing.
 *
 * <pre>
 * query    = reference | { space } , [ clause , { space , clause } ] , { space } ;
 * clause   = group | excluded ;
 * group    = term , { space , "OR" , space , term } ;    (* a paper has one of the terms *)
 * excluded = minus , term ;                              (* a paper does not have the term *)
 * term     = word | phrase ;
 * phrase   = quote , { any character but a quote } , quote ;
 * word     = character , { character } ;                 (* neither space nor quote *)
 * quote    = '"' | "“" | "”" | "„" | "＂" ;    (* without a partner: a space *)
 * minus    = "-" | "－" ;
 * reference = an address or a number that {@link PaperId#ofReference} knows ;
 * </pre>
 */
public final class QueryParser {
  private static final Pattern PIECE =
      Pattern.compile("([-－]?)[\"“”„＂]([^\"“”„＂]*)[\"“”„＂]|([^\\s\\p{Z}\"“”„＂]+)");

  private static final Pattern SINGLE_WORD = Pattern.compile("\\S+");

  private QueryParser() {}

  /** Reads a query. */
  public static SearchQuery parse(String text) {
    var pasted = PaperId.ofReference(text.strip());
    var query = pasted.orElse(text);
    var groups = new ArrayList<List<QueryTerm>>();
    var excluded = new ArrayList<AnalyzedText>();
    boolean or = false;
    var pieces = PIECE.matcher(query);
    while (pieces.find()) {
      boolean quoted = pieces.group(2) != null;
      var piece = quoted ? pieces.group(2).strip() : pieces.group(3);
      if (!quoted && piece.equals("OR")) {
        or = !groups.isEmpty();
        continue;
      }
      boolean minus =
          quoted ? !pieces.group(1).isEmpty() : piece.length() > 1 && isMinus(piece.charAt(0));
      var term = AnalyzedText.of(minus && !quoted ? piece.substring(1) : piece);
      if (term.isEmpty()) {
        continue;
      }
      if (minus) {
        excluded.add(term.get());
      } else {
        if (!or) {
          groups.add(new ArrayList<>());
        }
        groups.getLast().add(new QueryTerm(term.get(), quoted, List.of()));
      }
      or = false;
    }
    boolean unfinished =
        !query.isEmpty() && Character.isLetterOrDigit(query.codePointBefore(query.length()));
    return new SearchQuery(groups, excluded, pasted.or(() -> singleWord(text)), unfinished);
  }

  private static boolean isMinus(char character) {
    return character == '-' || character == '－';
  }

  private static Optional<String> singleWord(String text) {
    return Optional.of(text.strip()).filter(word -> SINGLE_WORD.matcher(word).matches());
  }
}
