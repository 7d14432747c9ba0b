package paperreviews.seed;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import paperreviews.model.Bilingual;
import paperreviews.model.Catalogue;
import paperreviews.model.Link;
import paperreviews.model.Paper;
import paperreviews.model.PaperId;
import paperreviews.model.Section;
import paperreviews.testing.Reviews;

/** The reviews of the first article of 2019 are whole, whatever is added beside them. */
class ReviewsOf2019Part1Test {
  private static final Catalogue CATALOGUE = read();

  private static Catalogue read() {
    try {
      var all = ReviewFiles.read(Reviews.REAL);
      return new Catalogue(
          all.articles().stream().filter(article -> article.id().equals("2019-part-1")).toList(),
          all.sections().stream().filter(each -> each.articleId().equals("2019-part-1")).toList(),
          all.papers().stream()
              .filter(paper -> paper.section().articleId().equals("2019-part-1"))
              .toList(),
          all.concepts());
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
  void haveAllPapersInTheArticlesOrder() {
    assertEquals(
        """
        1905.11946 EfficientNet: Rethinking Model Scaling for Convolutional Neural Network
        1911.09070 EfficientDet: Scalable and Efficient Object Detection
        1912.03458 Dynamic Convolution: Attention over Convolution Kernels
        1904.05049 Drop an Octave: Reducing Spatial Redundancy in Convolutional Neural Networks with Octave Convolution
        BJlOcR4KwS Channel Equilibrium Networks
        1906.05909 Stand-Alone Self-Attention in Vision Models
        1911.09665 Adversarial Examples Improve Image Recognition
        1909.02466 FreeAnchor: Learning to Match Anchors for Visual Object Detection
        1911.06091 EdgeNet — Balancing Accuracy and Performance for Edge-based Convolutional Neural Network Object Detectors
        1904.08653 Fooling automated surveillance cameras: adversarial patches to attack person detection
        1812.03982 SlowFast Networks for Video Recognition
        1910.06961 Tiny Video Networks
        1904.07846 Temporal Cycle-Consistency Learning
        1911.05722 Momentum Contrast for Unsupervised Visual Representation Learning
        1910.10699 Contrastive Representation Distillation
        1907.13625 On Mutual Information Maximization for Representation Learning
        1903.00450 Multi-Object Representation Learning with Iterative Variational Inference
        1911.06987 Faster AutoAugment: Learning Augmentation Strategies using Backpropagation
        1909.13719 RandAugment: Practical automated data augmentation with a reduced search space
        1909.09148 Data Augmentation Revisited: Rethinking the Distribution Gap between Clean and Augmented Data
        1905.10887 Classification Accuracy Score for Conditional Generative Models
        1911.00068 Confident Learning: Estimating Uncertainty in Dataset Labels
        1910.05446 On Empirical Comparisons of Optimizers for Deep Learning
        1908.03265 On the Variance of the Adaptive Learning Rate and Beyond
        1905.02249 MixMatch: A Holistic Approach to Semi-Supervised Learning
        1901.05555 Class-Balanced Loss Based on Effective Number of Samples
        1902.01889 Analyzing and Improving Representations with the Soft Nearest Neighbor Loss
        1901.07711 Max-margin Class Imbalanced Learning with Gaussian Affinity
        """
            .lines()
            .toList(),
        CATALOGUE.papers().stream()
            .map(paper -> paper.id() + " " + paper.summary().title())
            .toList());
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
      assertEquals(address, paper.summary().url());
      assertEquals(Optional.of(paper.id()), PaperId.ofAddress(paper.summary().url()));
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
  void haveAsManyKeywordsInOneLanguageAsInTheOther() {
    for (var paper : CATALOGUE.papers()) {
      var keywords = paper.summary().keywords();
      assertEquals(keywords.ja().size(), keywords.en().size(), paper.id());
      assertNotEquals(0, keywords.en().size(), paper.id());
    }
  }

  @Test
  void haveTheFurtherLinksOfTheArticle() {
    assertEquals(
        List.of(
            new Link(
                Link.Kind.PAPER,
                "Making an Invisibility Cloak: Real World Adversarial Attacks on Object Detectors",
                Optional.of("https://arxiv.org/abs/1910.14667"))),
        paper("1904.08653").links());
    assertEquals(
        List.of(
            new Link(
                Link.Kind.PAPER,
                "A Systematic Study of the Class Imbalance Problem in Convolutional Neural"
                    + " Networks",
                Optional.of("https://arxiv.org/abs/1710.05381"))),
        section("training-methods").links());
    assertEquals(
        List.of("1904.05049", "1812.03982"),
        CATALOGUE.papers().stream()
            .filter(paper -> paper.links().stream().anyMatch(ReviewsOf2019Part1Test::isSlides))
            .map(Paper::id)
            .toList());
  }

  private static boolean isSlides(Link link) {
    return link.kind() == Link.Kind.SLIDES && link.url().isPresent();
  }

  @Test
  void namePostsThatTheArticleGivesNoAddressOf() {
    assertEquals(
        List.of("1911.09665", "1910.05446", "1902.01889"),
        CATALOGUE.papers().stream()
            .filter(
                paper ->
                    paper.links().stream()
                        .anyMatch(link -> link.kind() == Link.Kind.POST && link.url().isEmpty()))
            .map(Paper::id)
            .toList());
  }

  @Test
  void haveNoTitleAllInCapitals() {
    for (var paper : CATALOGUE.papers()) {
      var title = paper.summary().title();
      assertNotEquals(title.toUpperCase(Locale.ROOT), title);
    }
  }
}
