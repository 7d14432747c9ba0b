package paperreviews.seed;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import paperreviews.model.Bilingual;
import paperreviews.model.Catalogue;
import paperreviews.model.Concept;
import paperreviews.model.Keywords;
import paperreviews.model.Link;
import paperreviews.model.Paper;
import paperreviews.model.PaperId;
import paperreviews.model.Section;
import paperreviews.testing.Reviews;

/** The reviews of the first article of 2019 stay complete, whatever is added beside them. */
class ReviewsOf2019Part1Test {
  private static final Catalogue CATALOGUE = read();

  private static final Pattern BRITISH =
      Pattern.compile(
          """
          \\b(?:
            \\w{3,}is(?:e|es|ed|ing|er|ers|ation|ations)
          | \\w{3,}ys(?:e|ed|ing|er|ers)
          | \\w{3,}our(?:s|ed|ing|al|able|less)?
          | (?:cancel|channel|label|level|model|signal|travel)l(?:ed|ing|er|ers)
          | (?:cent|fib|met|lit)res?
          | (?:de|of)fences? | licence | practised
          | (?:to|back|for|up|down|after)wards
          | whilst | amongst | learnt | grey | artefacts? | judgement | programmes?
          )\\b
          """,
          Pattern.CASE_INSENSITIVE | Pattern.COMMENTS);

  /** Words that merely end like British ones. */
  private static final Set<String> ALSO_AMERICAN =
      Set.of(
          "advise",
          "arise",
          "arises",
          "comprise",
          "comprises",
          "compromise",
          "concise",
          "contour",
          "contours",
          "elementwise",
          "exercise",
          "expertise",
          "likewise",
          "noise",
          "otherwise",
          "pairwise",
          "precise",
          "promise",
          "promising",
          "raise",
          "raised",
          "raises",
          "raising",
          "revise",
          "revised",
          "supervise",
          "supervised",
          "surprise",
          "surprising",
          "unsupervised");

  private static final Pattern REVIEWER =
      Pattern.compile("評者|筆者|\\breviewers?\\b", Pattern.CASE_INSENSITIVE);

  private static Catalogue read() {
    try {
      var all = ReviewFiles.read(Reviews.REAL);
      return new Catalogue(
          all.articles().stream().filter(article -> article.id().equals("2019-part-1")).toList(),
          all.sections().stream().filter(each -> each.articleId().equals("2019-part-1")).toList(),
          all.papers().stream()
              .filter(paper -> paper.section().articleId().equals("2019-part-1"))
              .toList(),
          // The real dictionary may gain a name for two keywords that differ on purpose today.
          ReviewFiles.read(Reviews.FIXED).concepts());
    } catch (FaultyReviewsException faults) {
      throw new AssertionError(faults);
    }
  }

  private static Paper paper(String id) {
    return CATALOGUE.papers().stream().filter(each -> each.id().equals(id)).findFirst().get();
  }

  private static Section section(String id) {
    return CATALOGUE.sections().stream().filter(each -> each.id().equals(id)).findFirst().get();
  }

  @Test
  void haveFiveSectionsOfTheirPapers() {
    assertEquals(
        List.of(
            "1 image-recognition 10",
            "2 video 3",
            "3 representation-learning 4",
            "4 data-augmentation 4",
            "5 training-methods 7"),
        CATALOGUE.sections().stream()
            .map(each -> each.number() + " " + each.id() + " " + each.paperCount())
            .toList());
    for (var section : CATALOGUE.sections()) {
      assertEquals(
          IntStream.rangeClosed(1, section.paperCount()).boxed().toList(),
          CATALOGUE.papers().stream()
              .filter(paper -> paper.summary().sectionId().equals(section.id()))
              .map(paper -> paper.summary().number())
              .toList());
    }
  }

  @Test
  void haveAllPapersInTheArticlesOrderWithOfficialTitlesAuthorsAndVenues() throws IOException {
    try (var lines = Files.lines(Path.of("src/test/resources/papers-of-2019-part-1.tsv"))) {
      var known = lines.skip(1).map(line -> List.of(line.split("\t", -1))).toList();

      assertEquals(28, known.size());
      assertEquals(known.size(), CATALOGUE.papers().size());
      for (int n = 0; n < known.size(); n++) {
        assertEquals(known.get(n), facts(CATALOGUE.papers().get(n), known.get(n)));
      }
    }
  }

  /** The facts of a paper that are known; reviewers may add those that are not. */
  private static List<String> facts(Paper paper, List<String> known) {
    var summary = paper.summary();
    var facts =
        List.of(
            paper.id(),
            summary.title(),
            String.join("; ", summary.authors()),
            summary.year().map(year -> year.toString()).orElse(""),
            summary.venue().orElse(""),
            summary.doi().orElse(""),
            summary.category().orElse(""),
            paper.links().stream()
                .filter(link -> link.kind() == Link.Kind.CODE)
                .findFirst()
                .flatMap(Link::url)
                .orElse(""));
    return IntStream.range(0, facts.size())
        .mapToObj(n -> known.get(n).isEmpty() ? "" : facts.get(n))
        .toList();
  }

  @Test
  void haveTheAddressesOfTheirPapers() {
    assertEquals(28, CATALOGUE.papers().size());
    for (var paper : CATALOGUE.papers()) {
      var address =
          switch (paper.id()) {
            case "BJlOcR4KwS" -> "https://openreview.net/forum?id=BJlOcR4KwS";
            case "1904.07846" -> "https://arxiv.org/pdf/1904.07846.pdf";
            default -> "https://arxiv.org/abs/" + paper.id();
          };
      assertEquals(Optional.of(address), paper.summary().url());
      assertEquals(Optional.of(paper.id()), PaperId.ofAddress(address));
    }
  }

  @Test
  void areCompleteInBothLanguages() {
    var texts =
        Stream.of(
                CATALOGUE.articles().stream().map(article -> article.title()),
                CATALOGUE.sections().stream().map(Section::title),
                CATALOGUE.sections().stream().map(Section::introduction),
                CATALOGUE.papers().stream().map(Paper::review))
            .flatMap(each -> each)
            .toList();

    assertEquals(1 + 5 + 5 + 28, texts.size());
    assertAll(texts.stream().map(text -> () -> assertIsTranslated(text)));
  }

  private static void assertIsTranslated(Bilingual text) {
    assertFalse(text.ja().isBlank(), text::toString);
    assertFalse(text.en().isBlank(), text::toString);
    assertFalse(text.en().codePoints().anyMatch(ReviewsOf2019Part1Test::isJapanese), text::en);
    assertTrue(text.ja().codePoints().anyMatch(ReviewsOf2019Part1Test::isJapanese), text::ja);
  }

  private static boolean isJapanese(int codePoint) {
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA -> true;
      default -> false;
    };
  }

  @Test
  void haveEachKeywordInBothLanguagesAndAlwaysTranslateItAlike() {
    var english = new TreeMap<String, String>();
    var japanese = new TreeMap<String, String>();
    for (var paper : CATALOGUE.papers()) {
      var keywords = paper.summary().keywords();
      assertEquals(keywords.ja().size(), keywords.en().size(), paper.id());
      assertNotEquals(0, keywords.en().size(), paper.id());
      for (int n = 0; n < keywords.en().size(); n++) {
        var ja = keywords.ja().get(n);
        var en = keywords.en().get(n);
        assertEquals(en, Objects.requireNonNullElse(english.put(ja, en), en), ja);
        assertEquals(ja, Objects.requireNonNullElse(japanese.put(en, ja), ja), en);
      }
    }
  }

  @Test
  void spellTheKeywordsOfOneConceptAlike() {
    assertEquals(List.of(), spelledInSeveralWays(Keywords::ja, Concept::ja));
    assertEquals(List.of(), spelledInSeveralWays(Keywords::en, Concept::en));
  }

  /** The keywords that name one concept, where they do so in more than one way. */
  private static List<Set<String>> spelledInSeveralWays(
      Function<Keywords, List<String>> keywords, Function<Concept, List<String>> names) {
    var used =
        CATALOGUE.papers().stream()
            .flatMap(paper -> keywords.apply(paper.summary().keywords()).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    var byConcept =
        CATALOGUE.concepts().stream()
            .map(names)
            .map(
                each -> {
                  var ofConcept = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
                  ofConcept.addAll(each);
                  return used.stream().filter(ofConcept::contains).collect(Collectors.toSet());
                });
    var byLowerCase =
        used.stream()
            .collect(
                Collectors.groupingBy(each -> each.toLowerCase(Locale.ROOT), Collectors.toSet()))
            .values()
            .stream();
    return Stream.concat(byConcept, byLowerCase).filter(each -> each.size() > 1).toList();
  }

  @Test
  void areInAmericanEnglish() {
    var british =
        proseAndKeywords(Bilingual::en, Keywords::en)
            .flatMap(text -> BRITISH.matcher(text).results().map(MatchResult::group))
            .filter(word -> !ALSO_AMERICAN.contains(word.toLowerCase(Locale.ROOT)))
            .toList();

    assertEquals(List.of(), british);
  }

  @Test
  void neverSpeakOfTheirReviewer() {
    var speaking =
        Stream.concat(
                proseAndKeywords(Bilingual::ja, Keywords::ja),
                proseAndKeywords(Bilingual::en, Keywords::en))
            .filter(text -> REVIEWER.matcher(text).find())
            .toList();

    assertEquals(List.of(), speaking);
  }

  private static Stream<String> proseAndKeywords(
      Function<Bilingual, String> language, Function<Keywords, List<String>> keywords) {
    return Stream.of(
            CATALOGUE.articles().stream().map(article -> language.apply(article.title())),
            CATALOGUE.sections().stream().map(section -> language.apply(section.title())),
            CATALOGUE.sections().stream().map(section -> language.apply(section.introduction())),
            CATALOGUE.papers().stream().map(paper -> language.apply(paper.review())),
            CATALOGUE.papers().stream()
                .flatMap(paper -> keywords.apply(paper.summary().keywords()).stream()))
        .flatMap(each -> each);
  }

  @Test
  void haveTheFurtherLinksOfTheArticle() {
    assertTrue(
        paper("1904.08653")
            .links()
            .contains(
                new Link(
                    Link.Kind.PAPER,
                    "Making an Invisibility Cloak: Real World Adversarial Attacks on Object"
                        + " Detectors",
                    Optional.of("https://arxiv.org/abs/1910.14667"))));
    assertTrue(
        section("training-methods")
            .links()
            .contains(
                new Link(
                    Link.Kind.PAPER,
                    "A Systematic Study of the Class Imbalance Problem in Convolutional Neural"
                        + " Networks",
                    Optional.of("https://arxiv.org/abs/1710.05381"))));
    for (var id : List.of("1904.05049", "1812.03982")) {
      assertTrue(
          paper(id).links().stream()
              .anyMatch(link -> link.kind() == Link.Kind.SLIDES && link.url().isPresent()),
          id);
    }
  }

  /** The article gives no address of them. */
  @Test
  void nameThePostsOfTheArticle() {
    for (var id : List.of("1911.09665", "1910.05446", "1902.01889")) {
      assertTrue(paper(id).links().stream().anyMatch(link -> link.kind() == Link.Kind.POST), id);
    }
  }

  @Test
  void haveNoTitleAllInCapitals() {
    for (var paper : CATALOGUE.papers()) {
      var title = paper.summary().title();
      assertNotEquals(title.toUpperCase(Locale.ROOT), title);
    }
  }
}
