package paperreviews.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import paperreviews.search.analysis.Analysis;
import paperreviews.search.analysis.AnalyzedText;
import paperreviews.search.analysis.EnglishWords;
import paperreviews.search.analysis.Token;
import paperreviews.search.query.QueryTerm.OtherText;
import paperreviews.search.query.QueryTerm.Rule;

/**
 * Other spellings of the terms of a query, if they occur: of words that are written as one or as
 * several, of names with and without a version, and katakana for hiragana.
 */
final class SpellingExpansion {
  /** Longer words are not split. */
  private static final int MAX_SPLIT_LENGTH = 40;

  private static final int MAX_SPLIT_PARTS = 4;

  /** Words in more papers than this are never split. */
  private static final int MAX_SPLIT_PAPERS = 10;

  /** Kana of which some are not katakana yet. */
  private static final Pattern HIRAGANA = Pattern.compile("^(?=.*[ぁ-ゖ])[ぁ-ゖァ-ヺー]{2,}$");

  /** The number of a version, but not of layers: StyleGAN2, YOLOv3, not ResNet50. */
  private static final Pattern VERSION = Pattern.compile("(?<=[a-z]{3})v?\\d$");

  /** The size of a model: EfficientNetB7, EfficientDet-D0. */
  private static final Pattern SIZE = Pattern.compile("(?<=[a-z]{3})[bd]\\d$");

  /** What is before the name in a name of code: torch.optim. */
  private static final Pattern PACKAGE = Pattern.compile("^(?:[a-z]\\w+\\.)+(?=\\p{IsLatin})");

  private static final Pattern ALPHANUMERIC = Pattern.compile("[\\p{IsLatin}\\p{N}]+");

  private final KnownWords words;

  SpellingExpansion(KnownWords words) {
    this.words = words;
  }

  /** A name without its version: VQ-VAE for VQ-VAE 2. */
  static String withoutVersion(String name) {
    return VERSION.matcher(name).replaceFirst("");
  }

  /** Convolu- tional: convolutional. */
  List<List<QueryTerm>> joinBroken(List<List<QueryTerm>> groups) {
    var joined = new ArrayList<List<QueryTerm>>();
    for (var group : groups) {
      var whole =
          joined.isEmpty() || !isWord(group)
              ? Optional.<AnalyzedText>empty()
              : whole(joined.getLast(), group);
      if (whole.isPresent()) {
        int start = joined.removeLast().getFirst().start();
        joined.add(new ArrayList<>(List.of(new QueryTerm(whole.get(), false, start, List.of()))));
      } else {
        joined.add(new ArrayList<>(group));
      }
    }
    return joined;
  }

  private Optional<AnalyzedText> whole(List<QueryTerm> before, List<QueryTerm> after) {
    if (before.size() != 1 || before.getFirst().quoted()) {
      return Optional.empty();
    }
    var start = before.getFirst().text().text();
    var end = after.getFirst().text().text();
    if (!start.endsWith("-") || !Character.isLowerCase(end.charAt(0))) {
      return Optional.empty();
    }
    var lower = end.toLowerCase(Locale.ROOT);
    boolean isPart = !words.vocabulary().has(lower) && !EnglishWords.contains(lower);
    var joined = start.substring(0, start.length() - 1) + end;
    boolean isWhole = isPart || EnglishWords.contains(joined.toLowerCase(Locale.ROOT));
    return AnalyzedText.of(joined).filter(whole -> isWhole || words.occurs(whole));
  }

  /** Adds spellings to each term. */
  void addTo(List<List<QueryTerm>> groups) {
    addJoined(groups);
    groups.forEach(group -> group.replaceAll(this::withSpellings));
  }

  /** Few shot: fewshot. */
  private void addJoined(List<List<QueryTerm>> groups) {
    for (int at = 0; at + 1 < groups.size(); at++) {
      if (isWord(groups.get(at)) && isWord(groups.get(at + 1))) {
        var joined = lower(groups.get(at)) + lower(groups.get(at + 1));
        if (words.vocabulary().has(joined)) {
          var spelling = OtherText.spellings(List.of(joined));
          groups.get(at).replaceAll(term -> term.with(spelling));
          groups.get(at + 1).replaceAll(term -> term.with(spelling));
        }
      }
    }
  }

  private static boolean isWord(List<QueryTerm> group) {
    return group.size() == 1
        && !group.getFirst().quoted()
        && group.getFirst().text().tokens(Analysis.CHARACTERS).size() == 1
        && ALPHANUMERIC.matcher(lower(group)).matches();
  }

  private static String lower(List<QueryTerm> group) {
    return group.getFirst().text().tokens(Analysis.CHARACTERS).getFirst().term();
  }

  /** Fewshot: few shot. Few-shot: fewshot. ますく: マスク. Torch.optim.RAdam: RAdam. */
  QueryTerm withSpellings(QueryTerm term) {
    var name = PACKAGE.matcher(term.text().text()).replaceFirst("");
    if (!term.quoted() && !name.equals(term.text().text()) && !words.occurs(term)) {
      return AnalyzedText.of(name)
          .filter(text -> !FunctionWords.isOne(text)) // No space before a sentence.
          .map(text -> withSpellings(new QueryTerm(text, false, term.start(), List.of())))
          .map(part -> term.with(OtherText.spellings(List.of(name))).with(part.variants()))
          .orElse(term);
    }
    var tokens = term.text().tokens(Analysis.CHARACTERS);
    if (tokens.stream().allMatch(token -> ALPHANUMERIC.matcher(token.term()).matches())) {
      return term.with(OtherText.spellings(spellings(term, tokens)));
    }
    var word = term.text().text();
    return HIRAGANA.matcher(word).find() && !term.quoted()
        ? term.with(
            OtherText.all(List.of(katakana(word)), Rule.READING, 1).stream()
                .filter(read -> words.isFindable(read.text()))
                .toList())
        : term;
  }

  private List<String> spellings(QueryTerm term, List<Token> tokens) {
    var joined = String.join("", tokens.stream().map(Token::term).toList());
    var spellings = new ArrayList<String>();
    if (tokens.size() > 1 && !term.quoted() && words.vocabulary().has(joined)) {
      spellings.add(joined);
    }
    if (tokens.size() == 1 || !term.quoted()) {
      spellings.addAll(split(joined));
    }
    if (!term.quoted()) {
      spellings.addAll(words.vocabulary().versions(joined));
      var last = tokens.getLast().term();
      // Where a paper has B7, that paper is meant by EfficientNet-B7.
      if (tokens.size() == 1
          || Character.isDigit(last.charAt(0))
          || !words.vocabulary().has(last)) {
        unversioned(joined).ifPresent(spellings::add);
      }
    }
    return spellings;
  }

  /** EfficientNetV2, where there is none: EfficientNet. */
  private Optional<String> unversioned(String name) {
    var vocabulary = words.vocabulary();
    return vocabulary.has(name)
        ? Optional.empty()
        : Stream.of(VERSION, SIZE)
            .map(end -> end.matcher(name).replaceFirst(""))
            .filter(base -> !base.equals(name) && vocabulary.has(base))
            .filter(base -> !EnglishWords.contains(base))
            .findFirst();
  }

  private static String katakana(String hiragana) {
    return hiragana
        .chars()
        .map(kana -> 'ぁ' <= kana && kana <= 'ゖ' ? kana - 'ぁ' + 'ァ' : kana)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private List<String> split(String word) {
    var vocabulary = words.vocabulary();
    return word.length() > MAX_SPLIT_LENGTH || vocabulary.papersWith(word) > MAX_SPLIT_PAPERS
        ? List.of()
        : vocabulary.splits(word, vocabulary.has(word) ? 2 : MAX_SPLIT_PARTS).stream()
            .filter(split -> AnalyzedText.of(split).filter(words::occurs).isPresent())
            .toList();
  }
}
