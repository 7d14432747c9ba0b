package paperreviews.search.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import paperreviews.search.analysis.AnalyzedText;
import paperreviews.search.analysis.FoldedText;
import paperreviews.search.analysis.NameKey;
import paperreviews.search.index.PaperDocument;
import paperreviews.search.index.PaperIndex;
import paperreviews.search.index.Titles;
import paperreviews.search.query.InterpretedQuery.Matched;

/**
 * Turns the text of a request into a query: looks for references to papers, else parses the text,
 * expands it, and decides what must match. References after a dash are excluded.
 */
public final class QueryInterpreter {
  /** In how many papers the one is looked for that a BibTeX key is of. */
  private static final int MAX_CITED = 50;

  private final PaperIndex index;
  private final SimilarWords similarWords;

  /** Interprets queries for an index. */
  public QueryInterpreter(PaperIndex index) {
    this.index = index;
    this.similarWords = new SimilarWords(index);
  }

  /**
   * A query, ready to be run.
   *
   * @param interpreted what the reader is told about it
   * @param papers what finds and ranks papers
   * @param terms what to highlight
   */
  public record Interpretation(
      InterpretedQuery interpreted, PaperQuery papers, List<QueryTerm> terms) {}

  /** Interprets the text of a request; without one, all papers match. */
  public Interpretation interpret(SearchRequest request) {
    return request
        .text()
        .map(text -> interpret(FoldedText.visible(text)))
        .orElseGet(() -> new Interpretation(InterpretedQuery.NONE, PaperQuery.ALL, List.of()));
  }

  private Interpretation interpret(String text) {
    var excluded = new LinkedHashSet<String>();
    var included = withoutExcluded(text, excluded);
    if (excluded.isEmpty()) {
      return interpretIncluded(text);
    }
    var all = new Interpretation(InterpretedQuery.NONE, PaperQuery.ALL, List.of());
    return without(excluded, included.isBlank() ? all : interpretIncluded(included));
  }

  private Interpretation interpretIncluded(String text) {
    var known = referredTo(text);
    if (!known.isEmpty()) {
      return papers(known);
    }
    var ids = PaperReferences.ids(text);
    if (!ids.isEmpty()) {
      return search(String.join(" ", ids));
    }
    // Words of its title would find other papers than the one that is asked for.
    return PaperReferences.bibTexTitle(text).isPresent() || BibTexKey.areAll(text)
        ? nothing(text)
        : search(PaperReferences.withoutCitations(PaperReferences.withoutAddresses(text)));
  }

  /** The ids of the papers that a text refers to. */
  public List<String> papersIn(String text) {
    return referredTo(withoutExcluded(text, new LinkedHashSet<>()));
  }

  /** A text without the references that a dash excludes, which are added to some. */
  private String withoutExcluded(String text, Set<String> excluded) {
    return PaperReferences.withoutExcluded(
        text,
        reference -> {
          var known = referredTo(reference);
          var ids = known.isEmpty() ? PaperReferences.ids(reference) : known;
          excluded.addAll(ids);
          return !ids.isEmpty();
        });
  }

  private List<String> referredTo(String text) {
    var known =
        Stream.concat(
                PaperReferences.ids(text).stream(), PaperReferences.possibleIds(text).stream())
            .flatMap(id -> known(id).stream())
            .distinct()
            .toList();
    if (!known.isEmpty()) {
      return known;
    }
    var slug = PaperReferences.slug(text).map(PaperDocument::withSlug).map(this::only);
    if (slug.filter(found -> !found.isEmpty()).isPresent()) {
      return slug.get();
    }
    var titles = new LinkedHashSet<>(new Titles(index.segment()).in(PaperReferences.decoded(text)));
    PaperReferences.bibTexTitle(text).map(NameKey::of).ifPresent(titles::add);
    var titled =
        titles.stream().flatMap(title -> only(PaperDocument.withName(title)).stream()).toList();
    return titled.isEmpty()
        ? BibTexKey.in(PaperReferences.decoded(text)).stream()
            .flatMap(key -> papersOf(key).stream())
            .distinct()
            .toList()
        : titled;
  }

  /** The papers that agree best with a key. */
  private List<String> papersOf(BibTexKey key) {
    var papers = new BooleanQuery.Builder();
    for (var word : key.firstWords()) {
      papers.add(PaperDocument.withNameFrom(NameKey.of(word)), Occur.SHOULD);
      AnalyzedText.of(word).ifPresent(text -> papers.add(text.phraseQuery(), Occur.SHOULD));
    }
    AnalyzedText.of(key.author())
        .ifPresent(author -> papers.add(author.phraseQuery(), Occur.SHOULD));
    var agreeing = new EnumMap<BibTexKey.Agreement, List<String>>(BibTexKey.Agreement.class);
    try {
      for (var hit : index.searcher().search(papers.build(), MAX_CITED).scoreDocs) {
        var paper = index.paper(hit.doc);
        agreeing
            .computeIfAbsent(key.agreement(paper), _ -> new ArrayList<>())
            .add(paper.summary().id());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return agreeing.getOrDefault(
        BibTexKey.Agreement.TITLE, agreeing.getOrDefault(BibTexKey.Agreement.NAME, List.of()));
  }

  private static Interpretation without(Set<String> ids, Interpretation included) {
    var interpreted = included.interpreted();
    var papers = new BooleanQuery.Builder().add(included.papers().papers(), Occur.FILTER);
    ids.forEach(id -> papers.add(PaperDocument.withId(id), Occur.MUST_NOT));
    return new Interpretation(
        new InterpretedQuery(
            interpreted.words(),
            interpreted.phrases(),
            Stream.concat(interpreted.excluded().stream(), ids.stream()).toList(),
            interpreted.paperId(),
            interpreted.matched(),
            interpreted.corrected(),
            interpreted.suspected()),
        new PaperQuery(papers.build(), included.papers().score()),
        included.terms());
  }

  /** A reference to a paper that is not there. */
  private static Interpretation nothing(String text) {
    var parsed = QueryParser.parse(text);
    return new Interpretation(
        new InterpretedQuery(
            parsed.words(),
            parsed.phrases(),
            List.of(),
            Optional.empty(),
            Matched.ALL,
            Optional.empty(),
            Optional.empty()),
        PaperQuery.unranked(new MatchNoDocsQuery("no such paper")),
        List.of());
  }

  private Interpretation papers(List<String> ids) {
    var any = new BooleanQuery.Builder();
    ids.forEach(id -> any.add(PaperDocument.withId(id), Occur.SHOULD));
    var terms = QueryParser.parse(String.join(" ", ids)).terms();
    return new Interpretation(
        new InterpretedQuery(
            ids,
            List.of(),
            List.of(),
            Optional.of(ids.getFirst()),
            Matched.ALL,
            Optional.empty(),
            Optional.empty()),
        PaperQuery.unranked(any.build()),
        terms);
  }

  private Interpretation search(String text) {
    var parsed = QueryParser.parse(text);
    var expansion = new QueryExpansion(index, similarWords);
    var expanded = expansion.expand(parsed, text);
    var query = expanded.query();
    var queries = new LuceneQueries(index, query, name(query));
    var terms = new ArrayList<>(query.rankingTerms());
    var matched = Matched.ALL;
    PaperQuery papers;
    if (parsed.words().isEmpty()
        || query.saysNothing()
        || !queries.describes() && queries.isFound()) {
      papers = queries.all();
    } else if (!queries.describes()
        && !expansion.isAbsentName(query)
        && queries.isFoundInSections()) {
      papers = queries.ofSections();
    } else {
      matched = Matched.ANY;
      var segments = expansion.segments(query);
      papers = queries.any(segments);
      segments.forEach(terms::addAll);
    }
    var interpreted =
        new InterpretedQuery(
            parsed.words(),
            parsed.phrases(),
            parsed.excluded().stream().map(term -> term.text().text()).toList(),
            parsed.terms().size() == 1
                ? known(parsed.terms().getFirst().text().text())
                : Optional.empty(),
            matched,
            expanded.corrected(),
            expanded.suspected());
    return new Interpretation(interpreted, papers, terms);
  }

  /** What a query names if it is the name or the id of a paper. */
  private static Optional<String> name(SearchQuery query) {
    if (query.groups().stream().anyMatch(group -> group.size() > 1)) {
      return Optional.empty();
    }
    var groups = query.rankingGroups();
    return Optional.of(
        String.join(" ", groups.stream().map(group -> group.getFirst().text().text()).toList()));
  }

  /** The paper's id as the catalogue writes it, whatever the case that it was pasted in. */
  private Optional<String> known(String pastedId) {
    return index.document(pastedId).map(index::paperId);
  }

  /** The id of the paper that a query finds, if it finds one only. */
  private List<String> only(Query query) {
    try {
      var found = index.searcher().search(query, 2).scoreDocs;
      return found.length == 1 ? List.of(index.paperId(found[0].doc)) : List.of();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
