package paperreviews.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static paperreviews.search.Papers.ids;
import static paperreviews.search.Papers.search;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.model.Article;
import paperreviews.model.Bilingual;
import paperreviews.model.Catalogue;
import paperreviews.model.Keywords;
import paperreviews.model.Paper;
import paperreviews.model.Paper.SectionHeading;
import paperreviews.model.PaperSummary;
import paperreviews.search.index.PackedIndex;
import paperreviews.search.query.SearchRequest.Filters;

class SearchBibTexKeysTest {
  private static final Bilingual TITLE = new Bilingual("", "");
  private static final Paper MOMENTUM =
      paper(
          "moco",
          "Momentum Contrast for Unsupervised Learning",
          "ICML 2021",
          List.of("MoCo"),
          "Kaiming He",
          "Haoqi Fan");
  private static final Paper FLOWS =
      paper("flows", "On the Flows: A Study", "ICML 2019", List.of(), "Aaron van den Oörd");
  private static final Paper MARGIN =
      paper("margin", "Max-margin Losses", "ICML 2019", List.of(), "Munawar Hayat", "Kaiming He");
  private static final Paper OTHER =
      paper("other", "Losses by Momentum", "ICML 2019", List.of(), "Xin He", "Munawar Hayat");
  private static final SearchIndex INDEX =
      SearchIndex.open(
          PackedIndex.build(
              new Catalogue(
                  List.of(new Article("article", TITLE, 2019, Optional.empty())),
                  List.of(),
                  List.of(MOMENTUM, FLOWS, MARGIN, OTHER),
                  List.of())));

  private static Paper paper(
      String id, String title, String venue, List<String> keywords, String... authors) {
    return new Paper(
        new PaperSummary(
            id,
            title,
            Optional.empty(),
            List.of(authors),
            Optional.of(2019),
            Optional.of(venue),
            Optional.empty(),
            Optional.empty(),
            "section",
            1,
            new Keywords(List.of(), keywords)),
        new SectionHeading("section", "article", 1, TITLE),
        new Bilingual("", "We look for attention and rethinking in momentum."),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // Google Scholar
        "he2019momentum; moco",
        "he2019momentumcontrast; moco",
        "oord2019flows; flows",
        "vandenoord2019flows; flows",
        "hayat2019max; margin",
        "hayat2019maxmargin; margin",
        // The name of the method
        "he2020moco; moco",
        // Semantic Scholar
        "He2019MomentumCF; moco",
        "Oord2019OnTF; flows",
        "Hayat2019MaxMarginL; margin",
        "hayat2019maxmarginl; margin",
        // Zotero, and Better BibTeX
        "he_momentum_2019; moco",
        "oord_flows_2019-1; flows",
        "heMomentumContrastUnsupervised2019; moco",
        "oordFlowsStudy2019; flows",
        // Two digits of the year
        "he19momentum; moco",
        // A year more or less, or that of the venue
        "he2018momentum; moco",
        "he2021momentum; moco",
        // Cited
        "@he2019moco; moco",
        "[@he2019moco]; moco",
        "~\\cite{he2019moco}; moco",
        "\\citep[p. 3]{he2019moco}; moco",
        "@inproceedings{he2019moco,; moco",
        "[-@he2019moco]; moco",
        "cite:he2019moco; moco",
        "as in \\citet{he2019moco} we; moco",
        "\\cite{he2019moco, hayat2019max}; moco margin",
        "[@he2019moco, @hayat2019max]; moco margin",
      })
  void keyFindsThePaperThatItIsOf(String key, String papers) {
    assertEquals(List.of(papers.split(" ")), ids(INDEX.search(search(key))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Another year, another first author, another title
        "he2016momentum",
        "fan2019momentum",
        "he2019rethinking",
        "He2019MomentumXY",
        "vaswani2017attention",
        "vaswani_attention_2017",
        "vaswaniAttentionAllYou2017",
        "\\cite{vaswani2017attention}",
        "[@vaswani2017attention]",
      })
  void keyOfNoKnownPaperFindsNothing(String key) {
    assertEquals(List.of(), ids(INDEX.search(search(key))));
  }

  @Test
  void nameThatOnlyLooksLikeAKeyIsAWord() {
    var index =
        Papers.index(Papers.paper("a").en("A CVPR2019oral, tieredImageNet2018, base64code"));

    for (var name : List.of("CVPR2019oral", "tieredImageNet2018", "base64code")) {
      assertEquals(List.of("a"), ids(index.search(search(name))), name);
    }
  }

  @Test
  void citationOfAnotherKindOfKeyLooksForItsWords() {
    assertEquals(List.of("moco"), ids(INDEX.search(search("\\cite{moco}"))));
  }

  @Test
  void keySuggestsThePaperThatItIsOf() {
    assertEquals(
        List.of(Optional.of("moco")),
        INDEX.suggestions("he2019moco", Filters.NONE, 5).stream()
            .map(suggestion -> suggestion.paperId())
            .toList());
  }
}
