package paperreviews.search.index;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import paperreviews.model.Catalogue;
import paperreviews.model.Concept;
import paperreviews.model.Paper;
import paperreviews.search.analysis.NameKey;
import paperreviews.search.analysis.PrefixKey;
import paperreviews.search.analysis.Romaji;
import paperreviews.search.index.Readings.Word;
import paperreviews.search.index.SuggestionDocument.Kind;

/** Writes what a catalogue can suggest: the names of what its papers speak of, and their titles. */
final class SuggestionDocuments {
  /** A single character is read in too many ways. */
  private static final int MIN_LENGTH_TO_READ = 2;

  /** Longer parts of names are not looked for by their readings, if they are not whole. */
  private static final int MAX_WORDS_TO_READ = 3;

  private final Catalogue catalogue;
  private final Map<String, Integer> mentions;
  private final Readings readings;

  /**
   * Suggests what a catalogue has.
   *
   * @param mentions how many papers name each concept that some paper names
   */
  SuggestionDocuments(Catalogue catalogue, Map<String, Integer> mentions, Readings readings) {
    this.catalogue = catalogue;
    this.mentions = mentions;
    this.readings = readings;
  }

  void write(IndexWriter writer) throws IOException {
    for (var name : names()) {
      writer.addDocument(document(name));
    }
    var titles = new ArrayList<Integer>();
    for (int number = 0; number < catalogue.papers().size(); number++) {
      titles.add(number);
    }
    titles.sort(comparingInt(number -> title(number).length()));
    for (int number : titles) {
      var id = catalogue.papers().get(number).id();
      var document = document(new SuggestionDocument(Kind.PAPER, title(number), id, 0));
      document.add(new NumericDocValuesField(SuggestionDocument.PAPER, number));
      addPrefixes(document, SuggestionDocument.START, PrefixKey.joined(PrefixKey.of(id)));
      writer.addDocument(document);
    }
  }

  private String title(int number) {
    return catalogue.papers().get(number).summary().title();
  }

  /** The names of keywords and concepts: keywords first, and those of more papers. */
  private Collection<SuggestionDocument> names() {
    var concepts = new HashMap<String, Concept>();
    for (var concept : catalogue.concepts()) {
      names(concept).forEach(name -> concepts.putIfAbsent(NameKey.of(name), concept));
    }
    var names = new LinkedHashMap<String, SuggestionDocument>();
    for (var keyword : keywords().values()) {
      names.put(NameKey.of(keyword.text()), inConcept(keyword, concepts));
    }
    for (var concept : catalogue.concepts()) {
      if (mentions.containsKey(concept.id())) {
        names(concept)
            .forEach(
                name ->
                    names.putIfAbsent(
                        NameKey.of(name),
                        new SuggestionDocument(Kind.CONCEPT, name, concept.id(), 0)));
      }
    }
    return names.values().stream()
        .sorted(
            comparing(SuggestionDocument::kind)
                .thenComparing(Comparator.comparingInt(this::papers).reversed())
                .thenComparingInt(name -> name.kind() == Kind.KEYWORD ? name.text().length() : 0))
        .toList();
  }

  private int papers(SuggestionDocument name) {
    return name.kind() == Kind.KEYWORD ? name.papers() : mentions.get(name.thing());
  }

  private static SuggestionDocument inConcept(
      SuggestionDocument keyword, Map<String, Concept> concepts) {
    var concept = concepts.get(keyword.thing());
    return concept == null
        ? keyword
        : new SuggestionDocument(keyword.kind(), keyword.text(), concept.id(), keyword.papers());
  }

  private static Stream<String> names(Concept concept) {
    return Stream.concat(concept.ja().stream(), concept.en().stream());
  }

  /** The keywords by their prefixes, which are the same however a keyword is spelt. */
  private Map<String, SuggestionDocument> keywords() {
    var summaries = catalogue.papers().stream().map(Paper::summary).toList();
    var papers = new HashMap<String, Integer>();
    for (var summary : summaries) {
      KeywordValue.of(summary)
          .map(KeywordValue::prefix)
          .distinct()
          .forEach(prefix -> papers.merge(prefix, 1, Integer::sum));
    }
    var keywords = new LinkedHashMap<String, SuggestionDocument>();
    KeywordValue.of(summaries)
        .forEach(
            (prefix, value) ->
                keywords.merge(
                    value.key(),
                    new SuggestionDocument(
                        Kind.KEYWORD, value.text(), value.key(), papers.get(prefix)),
                    (one, other) -> one.papers() >= other.papers() ? one : other));
    return keywords;
  }

  private Document document(SuggestionDocument name) {
    var document = new Document();
    document.add(new BinaryDocValuesField(SuggestionDocument.STORED, name.bytes()));
    var key = PrefixKey.of(name.text());
    addPrefixes(document, SuggestionDocument.START, PrefixKey.joined(key));
    addSuffixes(document, SuggestionDocument.WORD, PrefixKey.suffixes(key));
    if (PrefixKey.isJapanese(key)) {
      addReadings(document, name.text(), readings.of(name.text()));
    }
    return document;
  }

  private static void addSuffixes(Document document, String field, Collection<String> suffixes) {
    new LinkedHashSet<>(suffixes).forEach(suffix -> addPrefixes(document, field, suffix));
  }

  private static void addPrefixes(Document document, String field, String key) {
    if (key.isEmpty()) {
      return;
    }
    var prefixes = new LinkedHashSet<String>();
    for (int length = 1;
        length <= SuggestionDocument.MAX_PREFIX && length < key.length();
        length++) {
      prefixes.add(key.substring(0, length));
    }
    prefixes.add(PrefixKey.shortened(key));
    prefixes.forEach(prefix -> document.add(new StringField(field, prefix, Field.Store.NO)));
  }

  private static void addReadings(Document document, String name, List<Word> words) {
    var suffixes = new LinkedHashSet<String>();
    var read = new LinkedHashSet<String>();
    for (int from = words.size() - 1; from >= 0; from--) {
      var rest = words.subList(from, words.size());
      var kana = kana(rest);
      var romaji = romaji(rest);
      suffixes.add(PrefixKey.shortened(kana));
      suffixes.add(PrefixKey.shortened(romaji));
      for (int to = from + 1; to <= Math.min(words.size(), from + MAX_WORDS_TO_READ); to++) {
        var part = words.subList(from, to);
        var text = String.join("", part.stream().map(Word::text).toList());
        addRead(read, kana(part), romaji(part), text);
      }
      if (from == 0) {
        addRead(read, kana, romaji, name);
      }
    }
    addSuffixes(document, SuggestionDocument.READING, suffixes);
    read.forEach(
        each -> document.add(new StringField(SuggestionDocument.READ, each, Field.Store.NO)));
  }

  private static String kana(List<Word> words) {
    return PrefixKey.joined(PrefixKey.of(String.join("", words.stream().map(Word::kana).toList())));
  }

  private static String romaji(List<Word> words) {
    return Romaji.key(String.join("", words.stream().map(Word::romaji).toList()));
  }

  private static void addRead(Set<String> read, String kana, String romaji, String text) {
    if (text.length() >= MIN_LENGTH_TO_READ) {
      for (var reading : new HashSet<>(List.of(kana, romaji))) {
        read.add(reading + ReadWords.SEPARATOR + text);
      }
    }
  }
}
