package paperreviews.search.suggest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import paperreviews.model.Language;
import paperreviews.search.analysis.EnglishWords;
import paperreviews.search.analysis.PrefixKey;
import paperreviews.search.analysis.Romaji;
import paperreviews.search.index.PaperDocument;
import paperreviews.search.index.PaperIndex;
import paperreviews.search.index.SuggestionDocument;
import paperreviews.search.index.SuggestionDocument.Kind;
import paperreviews.search.index.Vocabulary;
import paperreviews.search.query.QueryInterpreter;
import paperreviews.search.query.SearchRequest.Filters;
import paperreviews.search.result.HighlightedText;
import paperreviews.search.result.Snippet;

/**
 * Suggests names of keywords and concepts, and titles: by their beginnings, by the beginnings of
 * their words, by their readings, and if nothing is found so, by beginnings that are similar. What
 * has several names is suggested once.
 */
public final class Suggestions {
  private static final Pattern KANA = Pattern.compile("[ァ-ヺー]+");

  /** Shorter Latin words are no readings. */
  private static final Pattern ROMAJI = Pattern.compile("[a-zāīūēōâîûêô]{3,}");

  /** In how many words typos are looked for. */
  private static final int MAX_MISSPELT = 4;

  private static final int MAX_TYPOS = 2;

  /** A name of more papers suggests none of them. */
  private static final int MAX_PAPERS = 3;

  private final PaperIndex index;
  private final QueryInterpreter interpreter;
  private final LeafReader suggestions;
  private final IndexSearcher searcher;
  private final int firstTitle;

  /** Suggests what an index has. */
  public Suggestions(PaperIndex index, QueryInterpreter interpreter) {
    this.index = index;
    this.interpreter = interpreter;
    this.suggestions = index.suggestions();
    this.searcher = new IndexSearcher(suggestions);
    searcher.setQueryCache(null);
    try {
      firstTitle = DocValues.getNumeric(suggestions, SuggestionDocument.PAPER).nextDoc();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * The completions of what a reader has typed: the best keywords and concepts, and then the best
   * titles, which are at least half if there are so many.
   *
   * @param filters what papers must belong to; completions that none of them has are left out
   */
  public List<Suggestion> of(String text, Filters filters, int limit) {
    try {
      var narrowed = NarrowedNames.of(index, filters);
      var referred = referred(text, narrowed, limit);
      if (!referred.isEmpty()) {
        return referred;
      }
      for (var typed : TypedText.readings(text)) {
        var found = new Found(narrowed, limit);
        for (var query : queries(typed)) {
          found.add(query);
        }
        for (int typos = 1; typos <= MAX_TYPOS && found.isEmpty(); typos++) {
          var similar = similar(typed, typos);
          if (similar.isPresent()) {
            found.add(similar.get());
          }
        }
        if (!found.isEmpty()) {
          found.addPapersOf(typed);
          return found.best().stream().map(best -> suggestion(best, typed)).toList();
        }
      }
      return List.of();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The papers that a text refers to. */
  private List<Suggestion> referred(String text, Optional<NarrowedNames> narrowed, int limit) {
    return interpreter.papersIn(text).stream()
        .flatMap(id -> index.document(id).stream())
        .filter(document -> narrowed.isEmpty() || narrowed.get().hasPaper(document))
        .limit(limit)
        .map(index::paper)
        .map(
            paper ->
                new Suggestion(
                    Kind.PAPER,
                    Snippet.whole(HighlightedText.of(paper.summary().title(), List.of())),
                    Optional.empty(),
                    Optional.of(paper.summary().id()),
                    OptionalInt.empty()))
        .toList();
  }

  /** What suggests for a text, the best first. */
  private static List<Query> queries(TypedText typed) {
    var joined = typed.joined();
    var queries = new ArrayList<Query>();
    queries.add(SuggestionDocument.withPrefix(SuggestionDocument.START, joined));
    queries.add(
        new BooleanQuery.Builder()
            .add(SuggestionDocument.withPrefix(SuggestionDocument.WORD, joined), Occur.SHOULD)
            .add(allWords(typed.words()), Occur.SHOULD)
            .build());
    if (KANA.matcher(joined).matches()) {
      queries.add(SuggestionDocument.withPrefix(SuggestionDocument.READING, joined));
    } else if (ROMAJI.matcher(joined).matches()) {
      queries.add(SuggestionDocument.withPrefix(SuggestionDocument.READING, Romaji.key(joined)));
    }
    return queries;
  }

  private static Query allWords(List<String> words) {
    var all = new BooleanQuery.Builder();
    words.forEach(
        word ->
            all.add(SuggestionDocument.withPrefix(SuggestionDocument.WORD, word), Occur.FILTER));
    return all.build();
  }

  /** What suggests for a text with so many typos in each of its words that are no words. */
  private Optional<Query> similar(TypedText typed, int typos) {
    var misspelt = typed.words().stream().filter(this::isMisspelt).toList();
    if (misspelt.isEmpty() || misspelt.size() > MAX_MISSPELT) {
      return Optional.empty();
    }
    var right = new ArrayList<>(typed.words());
    right.removeAll(misspelt);
    var similar = new BooleanQuery.Builder();
    misspelt.forEach(
        word ->
            similar.add(SimilarPrefixes.of(SuggestionDocument.WORD, word, typos), Occur.FILTER));
    if (!right.isEmpty()) {
      similar.add(allWords(right), Occur.FILTER);
    }
    return Optional.of(similar.build());
  }

  private boolean isMisspelt(String word) {
    return SimilarPrefixes.mayHaveTypo(word)
        && !EnglishWords.contains(word)
        && !index.concepts().hasWord(word)
        && !new Vocabulary(index.segment()).has(word);
  }

  private static Suggestion suggestion(SuggestionDocument best, TypedText typed) {
    boolean isPaper = best.kind() == Kind.PAPER;
    boolean isJapanese = PrefixKey.isJapanese(PrefixKey.of(best.text()));
    return new Suggestion(
        best.kind(),
        typed.mark(best.text()),
        isPaper ? Optional.empty() : Optional.of(isJapanese ? Language.JA : Language.EN),
        isPaper ? Optional.of(best.thing()) : Optional.empty(),
        best.kind() == Kind.KEYWORD ? OptionalInt.of(best.papers()) : OptionalInt.empty());
  }

  /** What was found so far, each thing once. */
  private final class Found {
    private final Optional<NarrowedNames> narrowed;
    private final int limit;
    private final List<SuggestionDocument> names = new ArrayList<>();
    private final List<SuggestionDocument> titles = new ArrayList<>();
    private final Set<String> things = new HashSet<>();

    Found(Optional<NarrowedNames> narrowed, int limit) {
      this.narrowed = narrowed;
      this.limit = limit;
    }

    boolean isEmpty() {
      return names.isEmpty() && titles.isEmpty();
    }

    /** Adds what a query finds. The documents have the best order already. */
    void add(Query query) throws IOException {
      var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
      var scorer = weight.scorer(suggestions.getContext());
      if (scorer == null) {
        return;
      }
      var stored = suggestions.getBinaryDocValues(SuggestionDocument.STORED);
      var papers = suggestions.getNumericDocValues(SuggestionDocument.PAPER);
      var documents = scorer.iterator();
      int document = documents.nextDoc();
      for (; document < firstTitle && names.size() < limit; document = documents.nextDoc()) {
        stored.advance(document);
        var name = SuggestionDocument.read(stored.binaryValue());
        var here = narrowed.isEmpty() ? Optional.of(name) : narrowed.get().narrowed(name);
        if (here.isPresent() && things.add(name.thing())) {
          names.add(here.get());
        }
      }
      if (document < firstTitle) {
        document = documents.advance(firstTitle);
      }
      for (;
          document != DocIdSetIterator.NO_MORE_DOCS && titles.size() < limit;
          document = documents.nextDoc()) {
        papers.advance(document);
        if (narrowed.isPresent() && !narrowed.get().hasPaper((int) papers.longValue())) {
          continue;
        }
        stored.advance(document);
        var title = SuggestionDocument.read(stored.binaryValue());
        if (things.add(title.thing())) {
          titles.add(title);
        }
      }
    }

    /** Adds the papers of a name that was typed in full, if they are few. */
    void addPapersOf(TypedText typed) throws IOException {
      for (var name : names) {
        var concept = PaperDocument.withConcept(name.thing());
        if (PrefixKey.joined(PrefixKey.of(name.text())).equals(typed.joined())
            && index.searcher().count(concept) <= MAX_PAPERS) {
          for (var hit : index.searcher().search(concept, MAX_PAPERS).scoreDocs) {
            var paper = index.paper(hit.doc).summary();
            if ((narrowed.isEmpty() || narrowed.get().hasPaper(hit.doc))
                && things.add(paper.id())) {
              titles.add(new SuggestionDocument(Kind.PAPER, paper.title(), paper.id(), 0));
            }
          }
        }
      }
    }

    List<SuggestionDocument> best() {
      int titleCount = Math.min(titles.size(), Math.max(limit / 2, limit - names.size()));
      int nameCount = Math.min(names.size(), limit - titleCount);
      var best = new ArrayList<>(names.subList(0, nameCount));
      best.addAll(titles.subList(0, titleCount));
      return best;
    }
  }
}
