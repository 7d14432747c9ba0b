package paperreviews.search.analysis;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Spells English words as in the United States, and Latin and Greek plurals as singulars. */
final class SpellingFilter extends TokenFilter {
  private static final int MIN_LENGTH = 5;

  /** Optimise, optimised, optimisation, optimiser; analyse; colour; centre; labelled, modelling. */
  private static final Pattern ISE =
      Pattern.compile("(\\w{2,})is(e[sdr]?|ers|ing|ingly|able|ations?|ational)");

  private static final Pattern YSE = Pattern.compile("(\\w{2,}l)ys(e[sdr]?|ers|ing|able)");

  private static final Pattern OUR =
      Pattern.compile(
          "(col|behavi|neighb|fav|lab|hon|hum|flav|harb|rum|vap|arm|parl|endeav)our(.*)");

  private static final Pattern TRE =
      Pattern.compile("(cen|me|fi|lit|theat|kilome|millime)(?:tre|re)(s?|d)");

  private static final Pattern DOUBLED =
      Pattern.compile(
          "(label|model|signal|channel|travel|cancel|level|tunnel|fuel|total|equal)l(ed|ing|er|ers)");

  /** Words in which -ise belongs to the stem. */
  private static final Set<String> STEMS =
      Set.of(
          "superv",
          "rev",
          "adv",
          "dev",
          "prec",
          "conc",
          "exerc",
          "prom",
          "comprom",
          "surpr",
          "pra",
          "otherw",
          "likew",
          "clockw",
          "pairw",
          "pointw",
          "elementw",
          "layerw",
          "stepw",
          "channelw",
          "pixelw",
          "tokenw",
          "depthw",
          "piecew",
          "coordinatew",
          "groupw",
          "bru",
          "cru",
          "disgu",
          "franch",
          "expert",
          "enterpr",
          "compr",
          "prem",
          "parad",
          "merchand",
          "telev",
          "desp",
          "dem",
          "exc",
          "inc",
          "circumc",
          "improv",
          "treat",
          "turquo",
          "cha",
          "noi",
          "denoi",
          "porpo",
          "prov",
          "advert",
          "ra",
          "app",
          "arr",
          "mort",
          "ch",
          "imprec",
          "unsuperv",
          "po",
          "pl",
          "pr",
          "ant",
          "rep",
          "go",
          "anis",
          "v",
          "w",
          "r");

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
    var ise = ISE.matcher(word);
    if (ise.matches() && !STEMS.contains(ise.group(1))) {
      return ise.group(1) + "iz" + ise.group(2);
    }
    var yse = YSE.matcher(word);
    if (yse.matches()) {
      return yse.group(1) + "yz" + yse.group(2);
    }
    var our = OUR.matcher(word);
    if (our.matches()) {
      return our.group(1) + "or" + our.group(2);
    }
    var tre = TRE.matcher(word);
    if (tre.matches()) {
      return tre.group(1) + "ter" + tre.group(2);
    }
    var doubled = DOUBLED.matcher(word);
    return doubled.matches() ? doubled.group(1) + doubled.group(2) : word;
  }
}
