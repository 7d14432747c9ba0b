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
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import paperreviews.catalogue.Bilingual;
import paperreviews.catalogue.Catalogue;
import paperreviews.catalogue.Keywords;
import paperreviews.catalogue.Paper;
import paperreviews.catalogue.Paper.SectionHeading;
import paperreviews.catalogue.PaperSummary;
import paperreviews.search.SearchResult.Hit;
import paperreviews.search.SearchResult.Matched;
import paperreviews.search.SearchResult.SectionCount;
import paperreviews.search.SearchResult.Understood;

/** The search index of one edition, in memory. */
public final class SearchIndex {
  static {
    // A query of 256 characters, with all forms of its words, has a few thousand at most.
    IndexSearcher.setMaxClauseCount(16_384);
  }

  private final IndexSearcher searcher;
  private final LeafReader segment;
  private final Widening widening;

  /** The sections in the catalogue's order, by their ordinal in the index. */
  private final Map<Integer, SectionHeading> sections = new LinkedHashMap<>();

  private SearchIndex(DirectoryReader reader, Concepts concepts) throws IOException {
    searcher = new IndexSearcher(reader);
    // A cache pays for queries that return; here they are too various, and fast without one.
    searcher.setQueryCache(null);
    segment = reader.leaves().getFirst().reader();
    widening = new Widening(searcher, new Vocabulary(segment), concepts);
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
      return new SearchIndex(
          DirectoryReader.open(new PackedDirectory(packed)),
          Concepts.read(packed.file(Concepts.FILE)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Loads what a search needs, in a function that is made before anything is published: its
   * snapshot is kept until the next deployment.
   */
  public static void warmUp() {
    var nothing = new Bilingual("", "");
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
    var catalogue = new Catalogue(List.of(), List.of(), List.of(paper), List.of());
    open(PackedIndex.build(catalogue))
        .search(new Search(Optional.of("deep 学習"), Optional.empty(), 1, Optional.empty()));
  }

  /** Whether the edition has a section with this id. */
  public boolean hasSection(String id) {
    return sections.values().stream().anyMatch(section -> section.id().equals(id));
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
    return result(search, understood, MatchAllDocsQuery.INSTANCE, new Highlighter(List.of()));
  }

  private SearchResult found(Search search, String text) throws IOException {
    var asked = KeywordQuery.parse(text);
    var widened = widening.widen(asked, text);
    var wanted = widened.query();
    var query = LuceneQueries.all(wanted);
    var matched = Matched.ALL;
    if (asked.words().findAny().isPresent() && searcher.count(query) == 0) {
      wanted = widening.withConceptsWithin(wanted);
      query = LuceneQueries.any(wanted);
      matched = Matched.ANY;
    }
    var understood =
        new Understood(
            asked.words().map(word -> word.keyword().text()).toList(),
            asked.phrases().map(phrase -> phrase.keyword().text()).toList(),
            asked.excluded().stream().map(Keyword::text).toList(),
            asked.paperId().flatMap(this::known),
            matched,
            widened.corrected(),
            widened.suspected());
    return result(search, understood, query, Highlighter.of(wanted, matched == Matched.ALL));
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
    int section = search.sectionId().map(this::ordinal).orElse(SectionCounter.ALL);
    var after = search.after().map(place -> new ScoreDoc(place.document(), place.score()));
    // One more than is shown tells whether there is a next page.
    var counter =
        new SectionCounter(sections.size(), section, search.limit() + 1, after.orElse(null));
    var best = searcher.search(query, counter).scoreDocs;
    var shown = Arrays.asList(best).subList(0, Math.min(search.limit(), best.length));
    var hits = new ArrayList<Hit>();
    for (var found : shown) {
      hits.add(hit(found, highlighter));
    }
    var next =
        best.length > search.limit()
            ? Optional.of(new Search.Place(shown.getLast().score, shown.getLast().doc))
            : Optional.<Search.Place>empty();
    int total =
        switch (section) {
          case SectionCounter.ALL -> Arrays.stream(counter.counts()).sum();
          case SectionCounter.NONE -> 0;
          default -> counter.counts()[section];
        };
    return new SearchResult(understood, total, hits, counts(counter.counts()), next);
  }

  private int ordinal(String sectionId) {
    return sections.entrySet().stream()
        .filter(section -> section.getValue().id().equals(sectionId))
        .findFirst()
        .map(Map.Entry::getKey)
        .orElse(SectionCounter.NONE);
  }

  private List<SectionCount> counts(int[] byOrdinal) {
    return sections.entrySet().stream()
        .filter(section -> byOrdinal[section.getKey()] > 0)
        .map(section -> new SectionCount(section.getValue(), byOrdinal[section.getKey()]))
        .toList();
  }

  private Hit hit(ScoreDoc found, Highlighter highlighter) throws IOException {
    var paper = read(found.doc);
    var japanese = highlighter.mark(paper.review().ja());
    var english = highlighter.mark(paper.review().en());
    // The language that has more of the words as they were asked for, or else in any form; where
    // the two are even, the reviewer's own.
    boolean inEnglish =
        paper.review().ja().isEmpty()
            || english.asked() > japanese.asked()
            || english.asked() == japanese.asked() && english.found() > japanese.found();
    return new Hit(
        paper.summary(),
        found.score,
        Excerpt.whole(highlighter.mark(paper.summary().title())),
        Excerpt.window(inEnglish ? english : japanese),
        inEnglish ? "en" : "ja");
  }

  private PaperDocument.Found read(int document) throws IOException {
    return PaperDocument.read(segment.storedFields(), document);
  }
}
