package paperreviews.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import paperreviews.catalogue.Bilingual;
import paperreviews.catalogue.Paper.SectionHeading;
import paperreviews.search.SearchResult.Hit;
import paperreviews.search.SearchResult.Matched;
import paperreviews.search.SearchResult.SectionCount;
import paperreviews.search.SearchResult.Understood;

/** The search index of one edition, in memory. */
public final class SearchIndex {
  private final IndexSearcher searcher;
  private final LeafReader segment;

  /** The sections in the catalogue's order, by their ordinal in the index. */
  private final Map<Integer, SectionHeading> sections = new LinkedHashMap<>();

  private SearchIndex(DirectoryReader reader) throws IOException {
    searcher = new IndexSearcher(reader);
    // A cache pays for queries that return; here they are too various, and fast without one.
    searcher.setQueryCache(null);
    segment = reader.leaves().getFirst().reader();
    var ordinals = segment.getSortedDocValues(PaperDocument.SECTION);
    for (int document = 0; document < segment.maxDoc(); document++) {
      ordinals.advance(document);
      if (!sections.containsKey(ordinals.ordValue())) {
        sections.put(ordinals.ordValue(), read(document).section());
      }
    }
  }

  /** Opens a packed index. It needs no closing: it holds memory, and nothing else. */
  public static SearchIndex open(PackedIndex packed) {
    try {
      return new SearchIndex(DirectoryReader.open(new PackedDirectory(packed)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Whether the edition has a section with this id. */
  public boolean hasSection(String id) {
    return sections.values().stream().anyMatch(section -> section.id().equals(id));
  }

  /** Searches. */
  public SearchResult search(Search search) {
    try {
      return search.text().isPresent()
          ? found(search, KeywordQuery.parse(search.text().get()))
          : listed(search);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private SearchResult listed(Search search) throws IOException {
    var understood = new Understood(List.of(), List.of(), Optional.empty(), Matched.ALL);
    return result(search, understood, MatchAllDocsQuery.INSTANCE, new Highlighter(List.of()));
  }

  private SearchResult found(Search search, KeywordQuery asked) throws IOException {
    var query = asked.all();
    var matched = Matched.ALL;
    if (asked.canLoosen() && searcher.count(query) == 0) {
      query = asked.any();
      matched = Matched.ANY;
    }
    var understood =
        new Understood(
            asked.words().stream().map(Keyword::text).toList(),
            asked.phrases().stream().map(Keyword::text).toList(),
            asked.paperId().flatMap(this::known),
            matched);
    return result(search, understood, query, Highlighter.of(asked, matched == Matched.ALL));
  }

  /** The paper's id as the catalogue writes it, whatever the case that it was pasted in. */
  private Optional<String> known(String pastedId) {
    try {
      var paper = new TermQuery(new Term(PaperDocument.ID, PaperDocument.folded(pastedId)));
      var found = searcher.search(paper, 1).scoreDocs;
      return found.length == 0 ? Optional.empty() : Optional.of(read(found[0].doc).summary().id());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private SearchResult result(
      Search search, Understood understood, Query query, Highlighter highlighter)
      throws IOException {
    var counts = countBySection(query);
    var narrowed = narrowed(query, search.sectionId());
    int total =
        counts.stream()
            .filter(count -> search.sectionId().map(count.section().id()::equals).orElse(true))
            .mapToInt(SectionCount::count)
            .sum();
    var after =
        search.after().map(place -> new ScoreDoc(place.document(), place.score())).orElse(null);
    // One more than is shown tells whether there is a next page.
    var top =
        searcher.search(
                narrowed,
                new TopScoreDocCollectorManager(search.limit() + 1, after, Integer.MAX_VALUE))
            .scoreDocs;
    var shown = Arrays.asList(top).subList(0, Math.min(search.limit(), top.length));
    var hits = new ArrayList<Hit>();
    for (var found : shown) {
      hits.add(hit(found, highlighter));
    }
    var next =
        top.length > search.limit()
            ? Optional.of(new Search.Place(shown.getLast().score, shown.getLast().doc))
            : Optional.<Search.Place>empty();
    return new SearchResult(understood, total, hits, counts, next);
  }

  private static Query narrowed(Query query, Optional<String> sectionId) {
    if (sectionId.isEmpty()) {
      return query;
    }
    var section = new TermQuery(new Term(PaperDocument.SECTION, sectionId.get()));
    return new BooleanQuery.Builder().add(query, Occur.MUST).add(section, Occur.FILTER).build();
  }

  private List<SectionCount> countBySection(Query query) throws IOException {
    var byOrdinal = new int[sections.size()];
    var ordinals = segment.getSortedDocValues(PaperDocument.SECTION);
    var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    var scorer = weight.scorer(searcher.getLeafContexts().getFirst());
    if (scorer != null) {
      var documents = scorer.iterator();
      while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        ordinals.advance(documents.docID());
        byOrdinal[ordinals.ordValue()]++;
      }
    }
    return sections.entrySet().stream()
        .filter(section -> byOrdinal[section.getKey()] > 0)
        .map(section -> new SectionCount(section.getValue(), byOrdinal[section.getKey()]))
        .toList();
  }

  private Hit hit(ScoreDoc found, Highlighter highlighter) throws IOException {
    var paper = read(found.doc);
    var title = highlighter.mark(paper.summary().title());
    var language = language(paper.review(), highlighter);
    var review =
        highlighter.mark(language.equals("ja") ? paper.review().ja() : paper.review().en());
    return new Hit(
        paper.summary(), found.score, Excerpt.whole(title), Excerpt.window(review), language);
  }

  /** The language of the review that has more of the keywords; Japanese where they are even. */
  private static String language(Bilingual review, Highlighter highlighter) {
    if (review.ja().isEmpty()) {
      return "en";
    }
    return highlighter.mark(review.en()).found() > highlighter.mark(review.ja()).found()
        ? "en"
        : "ja";
  }

  private PaperDocument.Found read(int document) throws IOException {
    return PaperDocument.read(segment.storedFields(), document);
  }
}
