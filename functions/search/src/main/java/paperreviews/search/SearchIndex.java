package paperreviews.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import paperreviews.model.Article;
import paperreviews.model.Bilingual;
import paperreviews.model.Catalogue;
import paperreviews.model.Keywords;
import paperreviews.model.Language;
import paperreviews.model.Paper;
import paperreviews.model.Paper.SectionHeading;
import paperreviews.model.PaperSummary;
import paperreviews.search.Search.Filters;
import paperreviews.search.Search.Order;
import paperreviews.search.SearchResult.Hit;
import paperreviews.search.SearchResult.Matched;
import paperreviews.search.SearchResult.Understood;
import paperreviews.search.SearchResult.View;

/** The search index of one edition, in memory. */
public final class SearchIndex {
  static {
    VectorAdvice.silence();
    // A query of 256 characters, with all forms of its words, has a few thousand at most.
    IndexSearcher.setMaxClauseCount(16_384);
  }

  private final IndexSearcher searcher;
  private final LeafReader segment;
  private final PaperNumbers papers;
  private final Outline outline;
  private final Concepts concepts;
  private final NearWords nearWords;

  /** Made when it is first needed: a search that starts has no time for it. */
  private Suggestions suggestions;

  private SearchIndex(DirectoryReader reader, Outline outline, Concepts concepts)
      throws IOException {
    searcher = new IndexSearcher(reader);
    // A cache pays for queries that return; here they are too various, and fast without one.
    searcher.setQueryCache(null);
    segment = reader.leaves().getFirst().reader();
    papers = PaperNumbers.read(segment);
    this.outline = outline;
    this.concepts = concepts;
    nearWords = new NearWords(segment);
  }

  /** Opens a packed index. It needs no closing: it holds memory, and nothing else. */
  public static SearchIndex open(PackedIndex packed) {
    try {
      return new SearchIndex(
          DirectoryReader.open(new PackedDirectory(packed)),
          Outline.read(packed.file(Outline.FILE)),
          Concepts.read(packed.file(Concepts.FILE)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Loads the classes that any search needs, as far as they can be loaded without an index: in the
   * time in which an index is read.
   */
  public static void loadClasses() {
    Codec.getDefault(); // Makes the codec that an index is read by.
    var query = KeywordQuery.parse("deep \"深層学習\"");
    try (var nothing = new MultiReader()) {
      new IndexSearcher(nothing).search(LuceneQueries.all(query), 1);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    Highlighter.of(query, true).mark("Deep learning （深層学習）");
  }

  /**
   * Loads what a search needs, in a function that is made before anything is published: its
   * snapshot is kept until the next deployment.
   */
  public static void warmUp() {
    var nothing = new Bilingual("", "");
    var article = new Article("warm", nothing, 1, Optional.empty());
    var section = new SectionHeading("warm", "warm", 1, nothing);
    var summary =
        new PaperSummary("warm", "Warm", "", "warm", 1, new Keywords(List.of(), List.of()));
    var paper =
        new Paper(
            summary,
            section,
            new Bilingual("深層学習", "deep learning"),
            List.of(),
            Optional.empty(),
            Optional.empty());
    var catalogue = new Catalogue(List.of(article), List.of(), List.of(paper), List.of());
    open(PackedIndex.build(catalogue))
        .search(
            new Search(Optional.of("deep 学習"), Filters.NONE, Order.RELEVANCE, 1, Optional.empty()))
        .hits()
        .forEach(Hit::show);
  }

  /** Whether the edition has a section with this id. */
  public boolean hasSection(String id) {
    return outline.section(id) != Outline.NOWHERE;
  }

  /** Whether the edition has an article with this id. */
  public boolean hasArticle(String id) {
    return outline.article(id) != Outline.NOWHERE;
  }

  /** Whether the edition has a paper with this id. */
  public boolean hasPaper(String id) {
    return document(id).map(this::id).filter(id::equals).isPresent();
  }

  /**
   * The last papers of the last article, in the catalogue's order.
   *
   * @param most how many to give at most
   */
  public List<ReviewedPaper> lastPapers(int most) {
    try {
      var papers = new ArrayList<ReviewedPaper>();
      int article = outline.articles().size() - 1;
      // The index has the papers in the catalogue's order.
      for (int document = segment.maxDoc() - 1; document >= 0 && papers.size() < most; document--) {
        if (outline.article(section(document).articleId()) != article) {
          break;
        }
        var shown = shown(document);
        papers.add(new ReviewedPaper(shown.summary(), shown.review()));
      }
      return papers.reversed();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Searches. */
  public SearchResult search(Search search) {
    try {
      return search.text().isPresent() ? found(search, search.text().get()) : listed(search);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private SearchResult listed(Search search) throws IOException {
    var understood =
        new Understood(
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Matched.ALL,
            Optional.empty(),
            Optional.empty());
    var nothing = new Highlighter(List.of());
    return result(search, understood, MatchAllDocsQuery.INSTANCE, nothing);
  }

  private SearchResult found(Search search, String text) throws IOException {
    var asked = KeywordQuery.parse(text);
    var widening = new Widening(searcher, new Vocabulary(segment), nearWords, concepts);
    var widened = widening.widen(asked, text);
    var wanted = widened.query();
    var matched = Matched.ALL;
    if (LuceneQueries.describes(wanted)
        || !asked.words().isEmpty()
            && !LuceneQueries.finds(searcher, LuceneQueries.required(wanted))) {
      wanted = widening.withConceptsWithin(wanted);
      matched = Matched.ANY;
    }
    var query =
        switch (matched) {
          case ALL -> LuceneQueries.all(wanted);
          case ANY -> LuceneQueries.any(wanted);
        };
    var excluded = new ArrayList<String>();
    for (var keyword : asked.excluded()) {
      excluded.add(keyword.text());
    }
    var understood =
        new Understood(
            asked.words(),
            asked.phrases(),
            excluded,
            asked.paperId().flatMap(this::known),
            matched,
            widened.corrected(),
            widened.suspected());
    return result(search, understood, query, Highlighter.of(wanted, matched == Matched.ALL));
  }

  /**
   * What somebody may mean who is still typing.
   *
   * @param limit how many suggestions to give at most
   */
  public List<Suggestion> suggestions(String text, int limit) {
    try {
      if (suggestions == null) {
        suggestions = new Suggestions(segment, concepts);
      }
      return suggestions.of(text, limit);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * The papers that are most like a paper, the likest first, or nothing if there is no such paper.
   *
   * @param limit how many to give at most
   */
  public Optional<List<RelatedPaper>> related(String paperId, int limit) {
    try {
      var paper = document(paperId).filter(found -> id(found).equals(paperId));
      if (paper.isEmpty()) {
        return Optional.empty();
      }
      int document = paper.get();
      var shown = shown(document);
      var query = new Likeness(segment, concepts).to(shown);
      var like =
          new BooleanQuery.Builder()
              .add(query, Occur.MUST)
              .add(LuceneQueries.paper(paperId), Occur.MUST_NOT)
              .build();
      var related = new ArrayList<RelatedPaper>();
      for (var found : searcher.search(like, limit).scoreDocs) {
        related.add(RelatedPaper.of(shown, shown(found.doc), found.score));
      }
      return Optional.of(related);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The paper's id as the catalogue writes it, whatever the case that it was pasted in. */
  private Optional<String> known(String pastedId) {
    return document(pastedId).map(this::id);
  }

  private Optional<Integer> document(String paperId) {
    try {
      var found = searcher.search(LuceneQueries.paper(paperId), 1).scoreDocs;
      return found.length == 0 ? Optional.empty() : Optional.of(found[0].doc);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The ids of papers by their documents, which can be read in their own order only. */
  private Map<Integer, String> ids(List<ScoreDoc> found) throws IOException {
    var shown = segment.getBinaryDocValues(PaperDocument.SHOWN);
    var documents = new TreeSet<Integer>();
    for (var each : found) {
      documents.add(each.doc);
    }
    var ids = new HashMap<Integer, String>();
    for (int document : documents) {
      shown.advance(document);
      ids.put(document, PaperDocument.id(shown.binaryValue()));
    }
    return ids;
  }

  private String id(int document) {
    try {
      return PaperDocument.id(bytes(document));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private SearchResult result(
      Search search, Understood understood, Query query, Highlighter highlighter)
      throws IOException {
    var after = search.after().map(place -> new ScoreDoc(place.document(), place.score()));
    var keywords = DocValues.getSortedSet(segment, PaperDocument.KEYWORD);
    var filter = Filter.of(search.filters(), outline, keywords);
    // One more than is shown tells whether there is a next page.
    var facets =
        new FacetCounter(outline, papers, keywords, filter, search.limit() + 1, after.orElse(null));
    // Of equal scores the first in the index comes first, and that is the catalogue's order.
    var ordered = search.order() == Order.CATALOGUE ? new ConstantScoreQuery(query) : query;
    var best = searcher.search(ordered, facets).scoreDocs;
    var shown = Arrays.asList(best).subList(0, Math.min(search.limit(), best.length));
    var ids = ids(shown);
    var hits = new ArrayList<Hit>();
    for (var found : shown) {
      int document = found.doc;
      hits.add(
          new Hit(
              ids.get(document), found.score, preferred -> view(document, highlighter, preferred)));
    }
    var next =
        best.length > search.limit()
            ? Optional.of(new Search.Place(shown.getLast().score, shown.getLast().doc))
            : Optional.<Search.Place>empty();
    return new SearchResult(
        understood,
        facets.total(),
        hits,
        facets.sections(),
        facets.articles(),
        facets.keywords(),
        next);
  }

  private View view(int document, Highlighter highlighter, Optional<Language> preferred) {
    try {
      return HitView.of(shown(document), section(document), highlighter, preferred);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private PaperDocument.Shown shown(int document) throws IOException {
    return PaperDocument.shown(bytes(document), section(document).id());
  }

  private SectionHeading section(int document) {
    return outline.sections().get(papers.section()[document]);
  }

  private BytesRef bytes(int document) throws IOException {
    var shown = segment.getBinaryDocValues(PaperDocument.SHOWN);
    shown.advance(document);
    return shown.binaryValue();
  }
}
