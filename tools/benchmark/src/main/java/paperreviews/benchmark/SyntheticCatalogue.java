package paperreviews.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import paperreviews.model.Article;
import paperreviews.model.Author;
import paperreviews.model.Bilingual;
import paperreviews.model.Catalogue;
import paperreviews.model.Keywords;
import paperreviews.model.Paper;
import paperreviews.model.Paper.Neighbour;
import paperreviews.model.Paper.SectionHeading;
import paperreviews.model.PaperSummary;
import paperreviews.model.Section;

/**
 * A catalogue of any size that looks like a real one: reviews as long as those of the model, words
 * as frequent as Zipf's law (with Mandelbrot's shift) has them, in both languages. The same size
 * always gives the same catalogue.
 */
final class SyntheticCatalogue {
  private static final int SEED = 2019;
  private static final int PAPERS_A_SECTION = 20;
  private static final int SECTIONS_AN_ARTICLE = 5;
  private static final int ENGLISH_WORDS = 40_000;
  private static final int JAPANESE_WORDS = 40_000;
  private static final int WORDS_A_SENTENCE = 14;

  private static final List<String> PARTICLES =
      List.of("の", "を", "に", "は", "が", "と", "で", "する", "した", "から", "より", "ために", "である");

  private static final List<String> SYLLABLES =
      List.of(
          "ba", "con", "de", "er", "fi", "gra", "hy", "in", "ket", "lo", "mul", "net", "or", "pre",
          "qua", "ri", "sta", "ten", "ul", "ver", "wa", "xi", "yo", "ze", "tion", "al", "ing",
          "ment");

  private static final String KATAKANA = "アイウエオカキクケコサシスセソタチテトナニネノハヒフヘホマミムメモラリルレロワン";

  private final Random random = new Random(SEED);
  private final Catalogue model;
  private final List<String> english;
  private final List<String> japanese;
  private final Zipf englishRanks = new Zipf(ENGLISH_WORDS);
  private final Zipf japaneseRanks = new Zipf(JAPANESE_WORDS);

  private SyntheticCatalogue(Catalogue model) {
    this.model = model;
    english = englishWords();
    japanese = japaneseWords();
  }

  /**
   * Makes a catalogue.
   *
   * @param size the number of papers, from 1
   * @param model a real catalogue, for the lengths of texts and the commonest words
   */
  static Catalogue of(int size, Catalogue model) {
    return new SyntheticCatalogue(model).catalogue(size);
  }

  private Catalogue catalogue(int size) {
    var articles = new ArrayList<Article>();
    var sections = new ArrayList<Section>();
    var summaries = new ArrayList<PaperSummary>();
    for (int n = 0; n < size; n++) {
      if (n % (PAPERS_A_SECTION * SECTIONS_AN_ARTICLE) == 0) {
        articles.add(article(articles.size()));
      }
      if (n % PAPERS_A_SECTION == 0) {
        int count = Math.min(PAPERS_A_SECTION, size - n);
        sections.add(section(sections.size(), articles.getLast().id(), count));
      }
      summaries.add(summary(n, sections.getLast().id()));
    }
    var papers = new ArrayList<Paper>();
    for (int n = 0; n < size; n++) {
      var section = sections.get(n / PAPERS_A_SECTION);
      papers.add(
          new Paper(
              summaries.get(n),
              new SectionHeading(
                  section.id(), section.articleId(), section.number(), section.title()),
              review(),
              List.of(),
              neighbour(summaries, n - 1),
              neighbour(summaries, n + 1)));
    }
    return new Catalogue(articles, sections, papers, model.concepts());
  }

  private Article article(int n) {
    return new Article(
        "article-" + n,
        new Bilingual(japaneseText(20), englishText(40)),
        2000 + n % 27,
        Optional.of(new Author("Author " + n, "", List.of())));
  }

  private Section section(int n, String articleId, int papers) {
    var modelled = model.sections().get(n % model.sections().size()).introduction();
    return new Section(
        "section-" + n,
        articleId,
        n % SECTIONS_AN_ARTICLE + 1,
        new Bilingual(japaneseText(12), englishText(30)),
        like(modelled),
        List.of(),
        papers);
  }

  private PaperSummary summary(int n, String sectionId) {
    var id = "%04d.%05d".formatted(2000 + n / 100_000, n % 100_000);
    var modelled = any(model.papers()).summary();
    return PaperSummary.of(
        id,
        englishText(modelled.title().length()),
        "https://papers.example/" + id,
        sectionId,
        n % PAPERS_A_SECTION + 1,
        new Keywords(
            Stream.generate(this::japaneseWord)
                .limit(modelled.keywords().ja().size())
                .distinct()
                .toList(),
            Stream.generate(() -> englishWord() + " " + englishWord())
                .limit(modelled.keywords().en().size())
                .distinct()
                .toList()));
  }

  private Bilingual review() {
    return like(any(model.papers()).review());
  }

  /** Texts as long as these. */
  private Bilingual like(Bilingual texts) {
    return new Bilingual(japaneseText(texts.ja().length()), englishText(texts.en().length()));
  }

  private static Optional<Neighbour> neighbour(List<PaperSummary> summaries, int n) {
    if (n < 0 || n >= summaries.size()) {
      return Optional.empty();
    }
    return Optional.of(new Neighbour(summaries.get(n).id(), summaries.get(n).title()));
  }

  private String englishText(int length) {
    var text = new StringBuilder();
    for (int words = 1; text.length() < length; words++) {
      text.append(englishWord()).append(words % WORDS_A_SENTENCE == 0 ? ". " : " ");
    }
    return text.toString().strip();
  }

  private String japaneseText(int length) {
    var text = new StringBuilder();
    for (int words = 1; text.length() < length; words++) {
      text.append(japaneseWord()).append(words % WORDS_A_SENTENCE == 0 ? "する。" : any(PARTICLES));
    }
    return text.toString();
  }

  private String englishWord() {
    return english.get(englishRanks.next(random));
  }

  private String japaneseWord() {
    return japanese.get(japaneseRanks.next(random));
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** The model's words, the commonest first, and then as many made-up ones as it takes. */
  private List<String> englishWords() {
    var counts = new HashMap<String, Integer>();
    for (var paper : model.papers()) {
      for (var word : (paper.summary().title() + " " + paper.review().en()).split("[^A-Za-z]+")) {
        if (!word.isEmpty()) {
          counts.merge(word.toLowerCase(java.util.Locale.ROOT), 1, Integer::sum);
        }
      }
    }
    Set<String> words = new LinkedHashSet<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> words.add(entry.getKey()));
    while (words.size() < ENGLISH_WORDS) {
      words.add(
          String.join(
              "", Stream.generate(() -> any(SYLLABLES)).limit(2 + random.nextInt(3)).toList()));
    }
    return words.stream().limit(ENGLISH_WORDS).toList();
  }

  /** The model's keywords, and then made-up words of the model's Han characters or of katakana. */
  private List<String> japaneseWords() {
    Set<String> words = new LinkedHashSet<>();
    model.papers().stream()
        .flatMap(paper -> paper.summary().keywords().ja().stream())
        .sorted(Comparator.comparingInt(String::length).thenComparing(word -> word))
        .forEach(words::add);
    int[] han =
        model.papers().stream()
            .flatMapToInt(paper -> paper.review().ja().codePoints())
            .filter(Character::isIdeographic)
            .distinct()
            .sorted()
            .toArray();
    while (words.size() < JAPANESE_WORDS) {
      var word = new StringBuilder();
      if (han.length > 0 && random.nextInt(3) > 0) {
        for (int left = 2 + random.nextInt(2); left > 0; left--) {
          word.appendCodePoint(han[random.nextInt(han.length)]);
        }
      } else {
        for (int left = 3 + random.nextInt(4); left > 0; left--) {
          word.append(KATAKANA.charAt(random.nextInt(KATAKANA.length())));
        }
      }
      words.add(word.toString());
    }
    return words.stream().limit(JAPANESE_WORDS).toList();
  }

  /** Ranks from 0, as frequent as 1 / (rank + 2.7). */
  private static final class Zipf {
    private final double[] cumulated;

    Zipf(int ranks) {
      cumulated = new double[ranks];
      double sum = 0;
      for (int rank = 0; rank < ranks; rank++) {
        sum += 1 / (rank + 2.7);
        cumulated[rank] = sum;
      }
    }

    int next(Random random) {
      double at = random.nextDouble() * cumulated[cumulated.length - 1];
      int found = Arrays.binarySearch(cumulated, at);
      return Math.min(found < 0 ? -found - 1 : found, cumulated.length - 1);
    }
  }
}
