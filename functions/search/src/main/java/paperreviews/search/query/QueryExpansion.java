package paperreviews.search.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.lucene.search.IndexSearcher;
import paperreviews.search.analysis.Analysis;
import paperreviews.search.analysis.AnalyzedText;
import paperreviews.search.analysis.FoldedText;
import paperreviews.search.analysis.NameKey;
import paperreviews.search.analysis.Token;
import paperreviews.search.index.ConceptMatcher;
import paperreviews.search.index.Concepts;
import paperreviews.search.index.ReadWords;
import paperreviews.search.index.Vocabulary;
import paperreviews.search.query.QueryTerm.OtherName;
import paperreviews.search.query.QueryTerm.OtherText;
import paperreviews.search.query.QueryTerm.Rule;

/**
 * Adds to each term of a query what matches in its place, in this order:
 *
 * <ol>
 *   <li>a word that was broken at the end of a line is joined: convolu- tional
 *   <li>the end of a question is dropped: EfficientNetって何
 *   <li>other spellings, if they occur: few shot, few-shot and fewshot; katakana for hiragana
 *   <li>where none of these occurs, what the last word is the beginning of: effic
 *   <li>what is read so, of a word that is written in kana or Latin letters: buttai, 物体
 *   <li>and where there is nothing so far, the words that it may be misspelt for
 *   <li>other names of the concept, and names of its kinds: object detection, 物体検知
 * </ol>
 *
 * <p>Where no paper has all terms, they are {@linkplain #segments taken apart} and expanded again.
 */
final class QueryExpansion {
  /** Beside other words a concept's other names must not drown them. */
  private static final float BESIDE_OTHERS = 0.25f;

  /** Alone they are what is asked for. */
  private static final float ALONE = 0.6f;

  /** A name within a word that no paper has is the best that is known of it. */
  private static final float WITHIN = 1.5f;

  /** What a kind of the concept counts beside the concept. */
  private static final float NARROWER = 0.5f;

  /** What a word counts that was guessed, where nothing else is found for it. */
  private static final float GUESS = 0.9f;

  /** Where there is a choice of words, no concept's name goes on. */
  private static final String IN_NO_NAME = "\t";

  /** How many words a concept's name is looked for in. */
  private static final int MAX_NAME_WORDS = 6;

  /** How many words a word may go on to, or be misspelt for. */
  private static final int MAX_GUESSES = 8;

  /** Shorter words begin too many. */
  private static final int MIN_BEGINNING = 2;

  private static final int MAX_SHORT = 3;

  /** For how many words of a query something is guessed. */
  private static final int MAX_GUESSED = 10;

  /** In longer queries nothing is suspected: they say enough without a rare word. */
  private static final int MAX_SUSPECTED = 4;

  /** Longer words are not split. */
  private static final int MAX_SPLIT_LENGTH = 40;

  private static final int MAX_SPLIT_PARTS = 4;

  /** Words in more papers than this are never split. */
  private static final int MAX_SPLIT_PAPERS = 10;

  /** A rarer word is suspected to be a typo of one that is so many times as frequent. */
  private static final int SUSPICIOUS = 10;

  /** Kana of which some are not katakana yet. */
  private static final Pattern HIRAGANA = Pattern.compile("^(?=.*[ぁ-ゖ])[ぁ-ゖァ-ヺー]{2,}$");

  private static final Pattern KANA_OR_LATIN =
      Pattern.compile("[ぁ-ゖァ-ヺー]+|[a-zA-ZāīūēōâîûêôĀĪŪĒŌÂÎÛÊÔ]+");

  /** The number of a version, but not of layers: StyleGAN2, YOLOv3, not ResNet50. */
  private static final Pattern VERSION = Pattern.compile("(?<=[a-z]{3})v?\\d$");

  private static final Pattern ALPHANUMERIC = Pattern.compile("[\\p{IsLatin}\\p{N}]+");

  /** What a text without spaces is made of. */
  private static final Pattern RUN =
      Pattern.compile(
          "\\p{IsHan}+|[\\p{IsKatakana}ー]+|[\\p{IsLatin}\\p{N}]+(?:[-+#.'_][\\p{IsLatin}\\p{N}]+)*");

  /** A part of a text that letters or numbers are joined to. */
  private static final Pattern WITHIN_RUN =
      Pattern.compile(
          "(?<=[\\p{IsLatin}\\p{N}][-+#.'_]?)\\p{IsLatin}.*|.*\\p{IsLatin}(?=[-+#.'_]?[\\p{IsLatin}\\p{N}])");

  private final IndexSearcher searcher;
  private final Vocabulary vocabulary;
  private final SimilarWords similarWords;
  private final Concepts concepts;
  private final ReadWords readWords;

  QueryExpansion(
      IndexSearcher searcher,
      Vocabulary vocabulary,
      SimilarWords similarWords,
      Concepts concepts,
      ReadWords readWords) {
    this.readWords = readWords;
    this.searcher = searcher;
    this.vocabulary = vocabulary;
    this.similarWords = similarWords;
    this.concepts = concepts;
  }

  /**
   * An expanded query.
   *
   * @param query the query with the variants of its terms
   * @param corrected the text with its typos fixed, if any were
   * @param suspected the text with words exchanged that may be typos, though they were found
   */
  record Expanded(SearchQuery query, Optional<String> corrected, Optional<String> suspected) {}

  Expanded expand(SearchQuery query, String text) {
    var groups = joinBroken(query.groups());
    groups.forEach(group -> group.replaceAll(term -> asName(withoutQuestion(term))));
    addSpellings(groups);
    addBeginnings(query, groups);
    addReadings(groups);
    var corrected = addTypos(groups, text);
    addConcepts(groups);
    var excluded = query.excluded().stream().map(this::withNames).toList();
    return new Expanded(
        new SearchQuery(groups, excluded, query.unfinished()), corrected, suspected(query, text));
  }

  /** Convolu- tional: convolutional. */
  private List<List<QueryTerm>> joinBroken(List<List<QueryTerm>> groups) {
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
    boolean isPart = !vocabulary.has(lower) && !EnglishWords.contains(lower);
    return AnalyzedText.of(start.substring(0, start.length() - 1) + end)
        .filter(whole -> isPart || occurs(whole));
  }

  /** EfficientNetって何: EfficientNet. */
  private static QueryTerm withoutQuestion(QueryTerm term) {
    if (term.quoted()) {
      return term;
    }
    var topic = FunctionWords.withoutQuestion(term.text().text());
    return topic.equals(term.text().text())
        ? term
        : AnalyzedText.of(topic)
            .map(text -> new QueryTerm(text, false, term.start(), term.variants()))
            .orElse(term);
  }

  /** 教師あり学習, but not in 半教師あり学習: a name is no part of another word. */
  private QueryTerm asName(QueryTerm term) {
    var name = term.text().text();
    boolean isLatin = term.text().tokens(Analysis.CHARACTERS).getFirst().isLatinWord();
    if (!isLatin && !Character.isIdeographic(name.codePointAt(0)) || !isName(term)) {
      return term;
    }
    var longer =
        isLatin
            ? ConceptMatcher.LATIN_PREFIXES.stream()
                .filter(vocabulary::has)
                .map(prefix -> prefix + "-" + name)
            : ConceptMatcher.JAPANESE_PREFIXES.stream().map(prefix -> prefix + name);
    var others =
        longer.flatMap(word -> AnalyzedText.of(word).stream()).filter(this::occurs).toList();
    return new QueryTerm(term.text(), term.quoted(), term.start(), term.variants(), others);
  }

  private void addSpellings(List<List<QueryTerm>> groups) {
    addJoined(groups);
    groups.forEach(group -> group.replaceAll(this::withSpellings));
  }

  /** Few shot: fewshot. */
  private void addJoined(List<List<QueryTerm>> groups) {
    for (int at = 0; at + 1 < groups.size(); at++) {
      if (isWord(groups.get(at)) && isWord(groups.get(at + 1))) {
        var joined = lower(groups.get(at)) + lower(groups.get(at + 1));
        if (vocabulary.has(joined)) {
          add(groups, at, spellings(List.of(joined)));
          add(groups, at + 1, spellings(List.of(joined)));
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

  /** Fewshot: few shot. Few-shot: fewshot. ますく: マスク. */
  private QueryTerm withSpellings(QueryTerm term) {
    var tokens = term.text().tokens(Analysis.CHARACTERS);
    if (tokens.stream().allMatch(token -> ALPHANUMERIC.matcher(token.term()).matches())) {
      var joined = String.join("", tokens.stream().map(Token::term).toList());
      var spellings = new ArrayList<String>();
      if (tokens.size() > 1 && !term.quoted() && vocabulary.has(joined)) {
        spellings.add(joined);
      }
      if (tokens.size() == 1 || !term.quoted()) {
        spellings.addAll(split(joined));
      }
      if (!term.quoted()) {
        spellings.addAll(vocabulary.versions(joined));
        unversioned(joined).ifPresent(spellings::add);
      }
      return term.with(spellings(spellings));
    }
    var word = term.text().text();
    return HIRAGANA.matcher(word).find() && !term.quoted()
        ? term.with(
            texts(List.of(katakana(word)), Rule.READING, 1).stream()
                .filter(
                    read ->
                        occurs(read.text()) || concepts.keyed(NameKey.of(read.text())).isPresent())
                .toList())
        : term;
  }

  /** EfficientNetV2, where there is none: EfficientNet. */
  private Optional<String> unversioned(String name) {
    var base = VERSION.matcher(name).replaceFirst("");
    return base.equals(name)
            || vocabulary.has(name)
            || !vocabulary.has(base)
            || EnglishWords.contains(base)
        ? Optional.empty()
        : Optional.of(base);
  }

  private static String katakana(String hiragana) {
    return hiragana
        .chars()
        .map(kana -> 'ぁ' <= kana && kana <= 'ゖ' ? kana - 'ぁ' + 'ァ' : kana)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private List<String> split(String word) {
    return word.length() > MAX_SPLIT_LENGTH || vocabulary.papersWith(word) > MAX_SPLIT_PAPERS
        ? List.of()
        : vocabulary.splits(word, vocabulary.has(word) ? 2 : MAX_SPLIT_PARTS).stream()
            .filter(split -> AnalyzedText.of(split).filter(this::occurs).isPresent())
            .toList();
  }

  /** Effic: EfficientNet. */
  private void addBeginnings(SearchQuery query, List<List<QueryTerm>> groups) {
    if (!query.unfinished() || groups.isEmpty()) {
      return;
    }
    var group = groups.getLast();
    var term = group.getLast();
    var tokens = term.text().tokens(Analysis.CHARACTERS);
    if (term.quoted()
        || tokens.size() != 1
        || tokens.getFirst().end() - tokens.getFirst().start() < MIN_BEGINNING
        || isFinished(term, tokens.getFirst())
        || occurs(term)) {
      return;
    }
    var longer = vocabulary.startingWith(tokens.getFirst().term(), MAX_GUESSES);
    group.set(group.size() - 1, term.with(texts(longer, Rule.PREFIX, GUESS)));
  }

  /** A short English word may as well be unfinished: net. */
  private boolean isFinished(QueryTerm term, Token token) {
    return token.term().length() > MAX_SHORT
        ? isKnown(term, token)
        : isName(term) || isAcronym(term, token);
  }

  /** Buttai: 物体. */
  private void addReadings(List<List<QueryTerm>> groups) {
    for (int from = 0; from < groups.size(); ) {
      int next = from + 1;
      int end = from;
      while (end < groups.size() && end < from + MAX_NAME_WORDS && isUnknown(groups.get(end))) {
        end++;
      }
      for (int to = end; to > from; to--) {
        var read = read(groups.subList(from, to));
        if (!read.isEmpty()) {
          groups.subList(from, to).forEach(group -> group.replaceAll(term -> term.with(read)));
          next = to;
          break;
        }
      }
      from = next;
    }
  }

  private boolean isUnknown(List<QueryTerm> group) {
    var term = group.getFirst();
    return group.size() == 1
        && !term.quoted()
        && KANA_OR_LATIN.matcher(term.text().text()).matches()
        && term.variants().isEmpty()
        && !isName(term)
        && !occurs(term)
        && term.text().tokens(Analysis.CHARACTERS).stream()
            .noneMatch(token -> token.isLatinWord() && isKnown(term, token));
  }

  private List<OtherText> read(List<List<QueryTerm>> words) {
    var reading =
        String.join("", words.stream().map(word -> word.getFirst().text().text()).toList());
    return texts(readWords.of(reading), Rule.READING, GUESS).stream()
        .filter(read -> occurs(read.text()))
        .toList();
  }

  /** EficientNet: EfficientNet. Gives the text with typos fixed. */
  private Optional<String> addTypos(List<List<QueryTerm>> groups, String text) {
    var words = new HashSet<String>();
    for (var group : groups) {
      for (var term : group) {
        term.text().tokens(Analysis.CHARACTERS).forEach(token -> words.add(token.term()));
      }
    }
    var corrections = new TreeMap<Integer, Correction>();
    for (var group : groups) {
      group.replaceAll(term -> withTypos(term, words, corrections));
    }
    var corrected = new StringBuilder(text);
    corrections
        .descendingMap()
        .forEach((start, each) -> corrected.replace(start, each.end(), each.replacement()));
    return corrections.isEmpty() ? Optional.empty() : Optional.of(corrected.toString());
  }

  private record Correction(int end, String replacement) {}

  private QueryTerm withTypos(
      QueryTerm term, Set<String> words, NavigableMap<Integer, Correction> corrections) {
    if (term.quoted()
        || term.hasRule(Rule.PREFIX)
        || term.hasRule(Rule.READING)
        || occurs(term) && !isUnknownDerivation(term)
        || isName(term)) {
      return term;
    }
    var tokens = term.text().tokens(Analysis.CHARACTERS);
    var text = term.text().text();
    boolean isCompound =
        tokens.size() > 1 && tokens.stream().allMatch(token -> token.isLatinWord());
    if (isCompound) {
      var joined = String.join("", tokens.stream().map(Token::term).toList());
      var typos = new ArrayList<>(typos(joined, words));
      var known = term;
      if (tokens.stream().allMatch(token -> isKnown(known, token))) {
        typos.removeIf(typo -> !similarWords.isSimilar(joined, List.of(typo)));
      }
      if (!typos.isEmpty()) {
        corrections.put(
            term.start(), new Correction(term.start() + text.length(), typos.getFirst()));
        return term.with(ranked(typos));
      }
    }
    for (var token : tokens.reversed()) {
      if (isKnown(term, token) || corrections.size() >= MAX_GUESSED) {
        continue;
      }
      var typos = typos(token.term(), words);
      if (typos.isEmpty()) {
        continue;
      }
      int start = term.start() + token.start();
      corrections.put(start, new Correction(term.start() + token.end(), typos.getFirst()));
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

  /** Whether a word is neither known nor a regular form of its stem: techical, of tech. */
  private boolean isUnknownDerivation(QueryTerm term) {
    var tokens = term.text().tokens(Analysis.CHARACTERS);
    return tokens.size() == 1
        && tokens.getFirst().isLatinWord()
        && term.variants().isEmpty()
        && !isKnown(term, tokens.getFirst())
        && !EnglishWords.isInflected(tokens.getFirst().term());
  }

  /** The words that a word may be misspelt for, unless one of them is in the query, too. */
  private List<String> typos(String word, Set<String> words) {
    var typos = similarWords.to(word, MAX_GUESSES);
    return typos.stream().anyMatch(words::contains) || similarWords.isSimilar(word, words)
        ? List.of()
        : typos;
  }

  /** The nearest words count most. */
  private static List<OtherText> ranked(List<String> typos) {
    var ranked = new ArrayList<OtherText>();
    for (var typo : typos) {
      ranked.addAll(texts(List.of(typo), Rule.TYPO, GUESS / (1 + ranked.size())));
    }
    return ranked;
  }

  private boolean isName(QueryTerm term) {
    return concepts.keyed(NameKey.of(term.text())).isPresent();
  }

  /** Whether a word is right as it is written: found, English, a part of a name, or an acronym. */
  private boolean isKnown(QueryTerm term, Token token) {
    return vocabulary.has(token.term())
        || concepts.hasWord(token.term())
        || isAcronym(term, token)
        || token.isLatinWord()
            && EnglishWords.contains(token.term())
            && !similarWords.isMisdoubled(token.term());
  }

  /** Whether half of the letters are capitals, and several. */
  private static boolean isAcronym(QueryTerm term, Token token) {
    var word = term.text().text().substring(token.start(), token.end());
    long letters = word.chars().filter(Character::isLetter).count();
    long capitals = word.chars().filter(Character::isUpperCase).count();
    return capitals > 1 && 2 * capitals >= letters;
  }

  /** Object detection: 物体検知. */
  private void addConcepts(List<List<QueryTerm>> groups) {
    long topics =
        groups.stream()
            .filter(group -> !group.stream().allMatch(term -> FunctionWords.isOne(term.text())))
            .count();
    var keys = groups.stream().map(QueryExpansion::conceptKey).toList();
    for (int from = 0; from < groups.size(); ) {
      int next = from + 1;
      for (int to = Math.min(groups.size(), from + MAX_NAME_WORDS); to > from; to--) {
        var concept = concept(String.join("", keys.subList(from, to)));
        if (concept.isPresent()) {
          float weight = to - from >= topics ? ALONE : BESIDE_OTHERS;
          for (int at = from; at < to; at++) {
            add(groups, at, names(concept.get(), weight));
          }
          next = to;
          break;
        }
      }
      from = next;
    }
    for (var group : groups) {
      if (group.size() > 1) {
        group.replaceAll(term -> withNames(term, BESIDE_OTHERS));
      }
    }
  }

  /** The concept that has a name with this key, or without its version: VQ-VAE 2. */
  private Optional<String> concept(String key) {
    return concepts.keyed(key).or(() -> concepts.keyed(VERSION.matcher(key).replaceFirst("")));
  }

  private static String conceptKey(List<QueryTerm> group) {
    return group.size() > 1 ? IN_NO_NAME : NameKey.of(group.getFirst().corrected());
  }

  private QueryTerm withNames(QueryTerm term, float weight) {
    var keys = new ArrayList<String>();
    keys.add(NameKey.of(term.corrected()));
    term.spellings().forEach(spelling -> keys.add(NameKey.of(spelling)));
    return keys.stream()
        .flatMap(key -> concepts.keyed(key).stream())
        .findFirst()
        .map(concept -> term.with(names(concept, weight)))
        .orElse(term);
  }

  /** An excluded term with its spellings and names. */
  private QueryTerm withNames(QueryTerm term) {
    var spelt = withSpellings(asName(term));
    return concepts
        .keyed(NameKey.of(term.text()))
        .map(concept -> spelt.with(List.of(new OtherName(concept, BESIDE_OTHERS))))
        .orElse(spelt);
  }

  private List<OtherName> names(Optional<String> concept, float weight) {
    return concept.map(id -> names(id, weight)).orElse(List.of());
  }

  private List<OtherName> names(String concept, float weight) {
    var names = new ArrayList<OtherName>();
    if (concepts.occurs(concept)) {
      names.add(new OtherName(concept, weight));
    }
    concepts.narrower(concept).stream()
        .filter(concepts::occurs)
        .forEach(kind -> names.add(new OtherName(kind, weight * NARROWER)));
    return names;
  }

  /**
   * What the words of a query are made of. A name is not found by its words: speech recognition is
   * no kind of recognition.
   */
  List<List<QueryTerm>> segments(SearchQuery query) {
    var groups = query.groups();
    var keys = groups.stream().map(QueryExpansion::conceptKey).toList();
    var significant = query.significantGroups();
    var segments = new ArrayList<List<QueryTerm>>();
    for (int from = 0, to; from < groups.size(); from = to) {
      to = endOfName(keys, from);
      var group = groups.get(from);
      if (to > from + 1) {
        var names = names(concepts.keyed(String.join("", keys.subList(from, to))), WITHIN);
        AnalyzedText.of(String.join(" ", texts(groups.subList(from, to))))
            .map(name -> asName(new QueryTerm(name, true, group.getFirst().start(), List.of())))
            .map(name -> name.with(names))
            .ifPresent(name -> segments.add(List.of(name)));
      } else if (group.size() > 1 && significant.contains(group)) {
        segments.add(group);
      } else if (significant.contains(group)) {
        segments(group.getFirst()).forEach(segment -> segments.add(List.of(segment)));
      }
    }
    return segments;
  }

  private static List<String> texts(List<List<QueryTerm>> groups) {
    return groups.stream().map(group -> group.getFirst().corrected().text()).toList();
  }

  private int endOfName(List<String> keys, int from) {
    int to = Math.min(keys.size(), from + MAX_NAME_WORDS);
    while (to > from + 1 && concepts.keyed(String.join("", keys.subList(from, to))).isEmpty()) {
      to--;
    }
    return to;
  }

  /** Whether a query is the name of a concept that no paper has, nor a kind of it. */
  boolean isAbsentName(SearchQuery query) {
    return isAbsentName(query.groups().stream().map(QueryExpansion::conceptKey).toList());
  }

  private boolean isAbsentName(List<String> keys) {
    return concepts
        .keyed(String.join("", keys))
        .filter(concept -> names(concept, 1).isEmpty())
        .isPresent();
  }

  /**
   * A term taken apart into names of concepts and runs of kanji, katakana and Latin letters, each
   * with its spellings and names; what is left, particles and endings, says little. Alone if there
   * is nothing to take apart.
   */
  private List<QueryTerm> segments(QueryTerm term) {
    if (term.quoted() || isName(term)) {
      // A name that no paper has is not found by its parts: 超解像 is no kind of 解像度.
      return List.of(term.asPhrase());
    }
    var text = FoldedText.of(term.corrected().text()).text();
    var segments = new ArrayList<QueryTerm>();
    int from = 0;
    for (var match : concepts.matches(text)) {
      if (WITHIN_RUN
          .matcher(text)
          .region(match.start(), match.end())
          .useTransparentBounds(true)
          .matches()) {
        continue; // ResNet-101 is another name than ResNet.
      }
      segments.addAll(runs(text.substring(from, match.start()), term));
      AnalyzedText.of(text.substring(match.start(), match.end()))
          .map(name -> named(name, term, match.name().concept()))
          .ifPresent(segments::add);
      from = match.end();
    }
    segments.addAll(runs(text.substring(from), term));
    if (segments.stream().anyMatch(segment -> !isSingleCharacter(segment.text()))) {
      segments.removeIf(segment -> isSingleCharacter(segment.text()));
    }
    return segments.isEmpty()
            || segments.size() == 1 && segments.getFirst().text().text().equals(text)
        ? List.of(term)
        : segments;
  }

  private QueryTerm named(AnalyzedText name, QueryTerm term, String concept) {
    return asName(new QueryTerm(name, true, term.start(), List.of())).with(names(concept, WITHIN));
  }

  private List<QueryTerm> runs(String text, QueryTerm term) {
    return RUN.matcher(text)
        .results()
        .map(MatchResult::group)
        .flatMap(run -> AnalyzedText.of(run).stream())
        .filter(run -> !FunctionWords.isOne(run))
        .map(run -> withSpellings(new QueryTerm(run, false, term.start(), List.of())))
        .map(run -> withNames(run, BESIDE_OTHERS))
        .toList();
  }

  /** A kanji alone between kana is mostly the stem of a verb. */
  private static boolean isSingleCharacter(AnalyzedText run) {
    return run.text().codePointCount(0, run.text().length()) == 1;
  }

  private static List<OtherText> texts(Collection<String> texts, Rule rule, float weight) {
    return texts.stream()
        .flatMap(text -> AnalyzedText.of(text).stream())
        .map(text -> new OtherText(text, rule, weight))
        .toList();
  }

  private static List<OtherText> spellings(List<String> texts) {
    return texts(texts, Rule.SPELLING, 1);
  }

  private static void add(
      List<List<QueryTerm>> groups, int group, List<? extends QueryTerm.Variant> variants) {
    groups.get(group).replaceAll(term -> term.with(variants));
  }

  /**
   * The text with words exchanged that are found, but hardly ever, or that are quoted and not
   * found, for near ones that are found.
   */
  private Optional<String> suspected(SearchQuery query, String text) {
    if (query.terms().size() > MAX_SUSPECTED) {
      return Optional.empty();
    }
    var corrections = new TreeMap<Integer, String>();
    var suspected = new StringBuilder(text);
    for (var term : query.terms().reversed()) {
      for (var token : term.text().tokens(Analysis.CHARACTERS).reversed()) {
        int papers = vocabulary.papersWith(token.term());
        if (papers == 0 && !term.quoted() || isUsual(term, token)) {
          continue; // What was guessed for it is a correction already.
        }
        similarWords
            .nearest(token.term(), Math.max(1, papers * SUSPICIOUS))
            .ifPresent(
                near -> {
                  int start = term.start() + token.start();
                  suspected.replace(start, term.start() + token.end(), near);
                  corrections.put(start, near);
                });
      }
    }
    return corrections.isEmpty() ? Optional.empty() : Optional.of(suspected.toString());
  }

  private boolean isUsual(QueryTerm term, Token token) {
    return concepts.hasWord(token.term())
        || isAcronym(term, token)
        || EnglishWords.contains(token.term());
  }

  private boolean occurs(QueryTerm term) {
    var tokens = term.text().tokens(Analysis.CHARACTERS);
    return tokens.size() == 1 && vocabulary.has(tokens.getFirst().term())
        || LuceneQueries.finds(searcher, term.query());
  }

  private boolean occurs(AnalyzedText text) {
    return LuceneQueries.finds(searcher, text.phraseQuery());
  }
}
