package paperreviews.search.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import paperreviews.search.analysis.Analysis;
import paperreviews.search.analysis.EnglishWords;
import paperreviews.search.analysis.FoldedText;
import paperreviews.search.analysis.Token;
import paperreviews.search.query.QueryTerm.OtherText;
import paperreviews.search.query.QueryTerm.Rule;

/** The words that a word may be misspelt for, where nothing else is found for it. */
final class TypoExpansion {
  /** For how many words of a query something is guessed. */
  private static final int MAX_GUESSED = 10;

  /** In longer queries nothing is suspected: they say enough without a rare word. */
  private static final int MAX_SUSPECTED = 4;

  /** A rarer word is suspected to be a typo of one that is so many times as frequent. */
  private static final int SUSPICIOUS = 10;

  private static final Pattern INNER_CAPITAL = Pattern.compile("\\p{Ll}.*\\p{Lu}");

  private static final Pattern NO_CAPITAL = Pattern.compile("\\P{Lu}");

  private final KnownWords words;

  TypoExpansion(KnownWords words) {
    this.words = words;
  }

  /** EficientNet: EfficientNet. Returns the text with its typos fixed, if it has some. */
  Optional<String> addTo(List<List<QueryTerm>> groups, String text) {
    var asked = new HashSet<String>();
    for (var group : groups) {
      for (var term : group) {
        term.text().tokens(Analysis.CHARACTERS).forEach(token -> asked.add(token.term()));
      }
    }
    var corrections = new TreeMap<Integer, Correction>();
    boolean isBroken = false;
    for (var group : groups) {
      boolean isPart = isBroken;
      isBroken = group.getLast().text().text().endsWith("-");
      if (!isPart && !isBroken) {
        group.replaceAll(term -> withTypos(term, asked, text, corrections));
      }
    }
    return corrected(text, corrections);
  }

  private record Correction(int end, String replacement) {}

  /** The text with the corrections, which are keyed by their starts. */
  private static Optional<String> corrected(
      String text, NavigableMap<Integer, Correction> corrections) {
    var corrected = new StringBuilder(text);
    corrections
        .descendingMap()
        .forEach((start, each) -> corrected.replace(start, each.end(), each.replacement()));
    return corrections.isEmpty() ? Optional.empty() : Optional.of(corrected.toString());
  }

  private QueryTerm withTypos(
      QueryTerm term,
      Set<String> asked,
      String query,
      NavigableMap<Integer, Correction> corrections) {
    var tokens = term.text().tokens(Analysis.CHARACTERS);
    boolean isCompound = tokens.size() > 1 && tokens.stream().allMatch(Token::isLatinWord);
    if (term.quoted()
        || term.hasRule(Rule.PREFIX)
        || term.hasRule(Rule.READING)
        || !isCompound && areKnown(term)
        || words.occurs(term) && !isUnknownDerivation(term)
        || words.isName(term.text())) {
      return term;
    }
    var wholes = isCompound ? typosOfWhole(term, asked) : List.<String>of();
    var occurring = wholes.stream().filter(words.vocabulary()::has).toList();
    if (!occurring.isEmpty()) {
      return withWhole(term, occurring, query, corrections);
    }
    var corrected = withWords(term, asked, query, corrections);
    return corrected.equals(term) && !wholes.isEmpty()
        ? withWhole(term, wholes, query, corrections)
        : corrected;
  }

  /** The words and names that a compound may be misspelt for: eficient-net, VQ-VEA. */
  private List<String> typosOfWhole(QueryTerm term, Set<String> asked) {
    var tokens = term.text().tokens(Analysis.CHARACTERS);
    var joined = String.join("", tokens.stream().map(Token::term).toList());
    boolean areKnown = areKnown(term);
    return typos(joined, term.text().text(), asked).stream()
        .filter(typo -> words.vocabulary().has(typo) || words.concepts().keyed(typo).isPresent())
        .filter(typo -> !areKnown || words.similarWords().isSimilar(joined, List.of(typo)))
        .toList();
  }

  private static QueryTerm withWhole(
      QueryTerm term,
      List<String> typos,
      String query,
      NavigableMap<Integer, Correction> corrections) {
    int end = place(term, term.text().text().length(), query);
    corrections.put(term.start(), new Correction(end, typos.getFirst()));
    return term.with(ranked(typos));
  }

  private QueryTerm withWords(
      QueryTerm term,
      Set<String> asked,
      String query,
      NavigableMap<Integer, Correction> corrections) {
    var text = term.text().text();
    for (var token : term.text().tokens(Analysis.CHARACTERS).reversed()) {
      if (words.isKnown(term, token) || corrections.size() >= MAX_GUESSED) {
        continue;
      }
      var typos = typos(token.term(), text.substring(token.start(), token.end()), asked);
      if (typos.isEmpty()) {
        continue;
      }
      corrections.put(
          place(term, token.start(), query),
          new Correction(place(term, token.end(), query), typos.getFirst()));
      term =
          term.with(
              ranked(
                  typos.stream()
                      .map(
                          typo ->
                              text.substring(0, token.start()) + typo + text.substring(token.end()))
                      .toList()));
    }
    return term;
  }

  /** Where a place in a term is in the query, which may have the term broken: convolu- tionl. */
  private static int place(QueryTerm term, int end, String query) {
    int place = term.start();
    for (char letter : term.text().text().substring(0, end).toCharArray()) {
      place = query.indexOf(letter, place) + 1;
    }
    return place;
  }

  private boolean areKnown(QueryTerm term) {
    return term.text().tokens(Analysis.CHARACTERS).stream()
        .allMatch(token -> words.isKnown(term, token));
  }

  /** Whether a word is neither known nor a regular form of its stem: techical, of tech. */
  private boolean isUnknownDerivation(QueryTerm term) {
    var tokens = term.text().tokens(Analysis.CHARACTERS);
    return tokens.size() == 1
        && tokens.getFirst().isLatinWord()
        && term.variants().isEmpty()
        && !words.isKnown(term, tokens.getFirst())
        && !EnglishWords.isInflected(tokens.getFirst().term());
  }

  /**
   * The words that a word may be misspelt for, unless one of them is asked for, too.
   *
   * @param written the word as it is written
   */
  private List<String> typos(String word, String written, Set<String> asked) {
    var typos = words.similarWords().to(word, QueryExpansion.MAX_GUESSES);
    if (typos.stream().anyMatch(asked::contains) || words.similarWords().isSimilar(word, asked)) {
      return List.of();
    }
    return typos.stream().filter(typo -> keepsCapitals(typo, written)).toList();
  }

  /** ResNeXt is not misspelt for ResNet: a capital within a word is written on purpose. */
  private static boolean keepsCapitals(String typo, String word) {
    var written = FoldedText.of(word).text();
    if (!INNER_CAPITAL.matcher(written).find()) {
      return true;
    }
    int at = 0;
    for (var capital :
        NO_CAPITAL.matcher(written).replaceAll("").toLowerCase(Locale.ROOT).split("")) {
      at = typo.indexOf(capital, at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return true;
  }

  /** The nearest words count most. */
  private static List<OtherText> ranked(List<String> typos) {
    var ranked = new ArrayList<OtherText>();
    for (var typo : typos) {
      ranked.addAll(OtherText.all(List.of(typo), Rule.TYPO, OtherText.GUESS / (1 + ranked.size())));
    }
    return ranked;
  }

  /**
   * The text with words exchanged that are found, but hardly ever, or that are quoted and not
   * found, for near ones that are found.
   */
  Optional<String> suspected(SearchQuery query, String text) {
    if (query.terms().size() > MAX_SUSPECTED) {
      return Optional.empty();
    }
    var corrections = new TreeMap<Integer, Correction>();
    for (var term : query.terms()) {
      for (var token : term.text().tokens(Analysis.CHARACTERS)) {
        int papers = words.vocabulary().papersWith(token.term());
        if (papers == 0 && !term.quoted() || isUsual(term, token)) {
          continue; // What was guessed for it is a correction already.
        }
        words
            .similarWords()
            .nearest(token.term(), Math.max(1, papers * SUSPICIOUS))
            .ifPresent(
                near ->
                    corrections.put(
                        term.start() + token.start(),
                        new Correction(term.start() + token.end(), near)));
      }
    }
    return corrected(text, corrections);
  }

  private boolean isUsual(QueryTerm term, Token token) {
    return words.concepts().hasWord(token.term())
        || KnownWords.isAcronym(term, token)
        || EnglishWords.contains(token.term());
  }
}
