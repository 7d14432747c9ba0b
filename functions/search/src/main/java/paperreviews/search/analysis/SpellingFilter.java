package paperreviews.search.analysis;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Spells English words as in the United States, and Latin and Greek plurals as singulars. */
public final class SpellingFilter extends TokenFilter {
  private static final int MIN_LENGTH = 5;

  /**
   * How words are spelt otherwise.
   *
   * @param letters what all such words have
   * @param pattern all that is before and after what is replaced
   */
  private record Rule(String letters, Pattern pattern, String replacement) {
    static Rule of(String letters, String pattern, String replacement) {
      return new Rule(letters, Pattern.compile(pattern), replacement);
    }
  }

  /** Optimise, optimised, optimisation, optimiser; analyse; colour; centre; labelled, modelling. */
  private static final List<Rule> RULES =
      List.of(
          Rule.of("is", "(\\w{2,})is(e[sdr]?|ers|ing|ingly|able|ations?|ational)", "iz"),
          Rule.of("lys", "(\\w{2,}l)ys(e[sdr]?|ers|ing|able)", "yz"),
          Rule.of(
              "our",
              "(col|behavi|neighb|fav|lab|hon|hum|flav|harb|rum|vap|arm|parl|endeav)our(.*)",
              "or"),
          Rule.of("re", "(cen|me|fi|lit|theat|kilome|millime)(?:tre|re)(s?|d)", "ter"),
          Rule.of(
              "ll",
              "(label|model|signal|channel|travel|cancel|level|tunnel|fuel|total|equal)l"
                  + "(ed|ing|er|ers)",
              ""));

  /** What stems end in to which -ise belongs: of pairwise and semisupervised, not of realise. */
  private static final Pattern STEM =
      Pattern.compile(
          ".*(?:w|pr|superv|rev|adv|dev|telev|improv|prov|prec|conc|exc|inc|circumc|exerc|prom|prem"
              + "|pra|bru|cru|disgu|franch|merchand|parad|desp|expert|advert|treat|turquo|cha|noi|porpo|rep"
              + "|app|anis)|(?:dem|ra|arr|mort|ch|po|pl|ant|go|v|r)");

  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("matrices", "matrix"),
          Map.entry("vertices", "vertex"),
          Map.entry("indices", "index"),
          Map.entry("vortices", "vortex"),
          Map.entry("appendices", "appendix"),
          Map.entry("simplices", "simplex"),
          Map.entry("hypotheses", "hypothesis"),
          Map.entry("syntheses", "synthesis"),
          Map.entry("criteria", "criterion"),
          Map.entry("phenomena", "phenomenon"),
          Map.entry("maxima", "maximum"),
          Map.entry("minima", "minimum"),
          Map.entry("optima", "optimum"),
          Map.entry("spectra", "spectrum"),
          Map.entry("grey", "gray"),
          Map.entry("artefact", "artifact"),
          Map.entry("artefacts", "artifacts"),
          Map.entry("programme", "program"),
          Map.entry("programmes", "programs"),
          Map.entry("catalogue", "catalog"),
          Map.entry("catalogues", "catalogs"),
          Map.entry("defence", "defense"),
          Map.entry("defences", "defenses"),
          Map.entry("licence", "license"),
          Map.entry("practise", "practice"),
          Map.entry("judgement", "judgment"),
          Map.entry("ageing", "aging"),
          Map.entry("sceptical", "skeptical"),
          Map.entry("tyre", "tire"));

  /** Words with the form that the index has of each: {@code criteria}, {@code criterion}. */
  public static Map<String, String> irregular() {
    return IRREGULAR;
  }

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  SpellingFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (term.length() >= MIN_LENGTH - 1 && term.charAt(0) <= 'z') {
      var word = term.toString();
      var spelt = american(word);
      if (!spelt.equals(word)) {
        term.setEmpty().append(spelt);
      }
    }
    return true;
  }

  static String american(String word) {
    var irregular = IRREGULAR.get(word);
    if (irregular != null) {
      return irregular;
    }
    for (var rule : RULES) {
      // Most words have none of these letters, and to match a pattern takes far longer.
      if (word.contains(rule.letters())) {
        var matcher = rule.pattern().matcher(word);
        if (matcher.matches() && !STEM.matcher(matcher.group(1)).matches()) {
          return matcher.group(1) + rule.replacement() + matcher.group(2);
        }
      }
    }
    return word;
  }
}
