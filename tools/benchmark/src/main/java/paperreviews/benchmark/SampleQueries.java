package paperreviews.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import paperreviews.model.Catalogue;
import paperreviews.model.Paper;

/** Queries that a catalogue might get, each with the paper that it was derived from. */
final class SampleQueries {
  private static final int SEED = 42;
  private static final int EXCERPT = 4;

  private SampleQueries() {}

  /**
   * Makes queries, of each kind as many: two words of a title, a Japanese keyword, an English
   * keyword, a word of a title with two letters exchanged, four characters of a Japanese review.
   */
  static List<String> of(Catalogue catalogue, int count) {
    var random = new Random(SEED);
    var queries = new ArrayList<String>();
    while (queries.size() < count) {
      var paper = catalogue.papers().get(random.nextInt(catalogue.papers().size()));
      var query = query(paper, queries.size() % 5, random);
      // A text without anything of the kind makes room for another.
      queries.add(query.isBlank() ? paper.summary().title() : query);
    }
    return queries;
  }

  private static String query(Paper paper, int kind, Random random) {
    var words = paper.summary().title().split("[^A-Za-z]+");
    var word = words[random.nextInt(words.length)];
    return switch (kind) {
      case 0 -> word + " " + words[random.nextInt(words.length)];
      case 1 -> first(paper.summary().keywords().ja());
      case 2 -> first(paper.summary().keywords().en());
      case 3 -> withTypo(word);
      default -> excerpt(paper.review().ja(), random);
    };
  }

  private static String first(List<String> keywords) {
    return keywords.isEmpty() ? "" : keywords.getFirst();
  }

  private static String withTypo(String word) {
    return word.length() < 4
        ? word
        : word.substring(0, 1) + word.charAt(2) + word.charAt(1) + word.substring(3);
  }

  private static String excerpt(String text, Random random) {
    if (text.length() < EXCERPT) {
      return text;
    }
    int start = random.nextInt(text.length() - EXCERPT + 1);
    return text.substring(start, start + EXCERPT);
  }
}
