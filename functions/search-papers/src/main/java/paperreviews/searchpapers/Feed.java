package paperreviews.searchpapers;

import static java.util.stream.Collectors.joining;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import paperreviews.api.Answer;
import paperreviews.api.PreferredLanguage;
import paperreviews.api.Query;
import paperreviews.api.Request;
import paperreviews.model.Article;
import paperreviews.model.Author;
import paperreviews.model.Bilingual;
import paperreviews.model.Edition;
import paperreviews.model.Language;
import paperreviews.search.index.StoredPaper;
import paperreviews.store.Sections;

/**
 * {@code GET /feed?lang=}: the last papers of the last article with their reviews, as an Atom feed
 * (RFC 4287).
 *
 * <p>Its link to itself is relative: it holds whatever the API's address is, and no header of a
 * request gets into what shared caches keep. When a review was written is not known: an entry was
 * updated when its edition was published. Ids are hashes of what they name, and so last over
 * editions and addresses.
 */
final class Feed {
  private static final int MAX_PAPERS = 50;
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;
  private final Language language;

  private Feed(Language language) throws XMLStreamException {
    this.language = language;
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
  }

  static Query parse(Request request, CurrentIndex indexes, Sections sections) {
    var parameters = request.parameters("lang");
    var preferred = PreferredLanguage.read(parameters, request);
    var language = preferred.language().orElse(Language.JA);
    parameters.check();
    return Query.of(
        preferred,
        edition -> {
          var papers = indexes.of(edition).lastPapers(MAX_PAPERS);
          var article = sections.lastArticle(edition);
          try {
            return new Answer.Text(
                "application/atom+xml; charset=utf-8",
                new Feed(language).write(edition, article, papers));
          } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
          }
        });
  }

  private String write(Edition edition, Article article, List<StoredPaper> papers)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    xml.writeAttribute("xml:lang", language.tag());
    element("id", id("feed " + language.tag()));
    element("title", inLanguage(article.title()));
    element("updated", edition.publishedAt().toString());
    xml.writeStartElement("author");
    // RFC 4287, section 4.1.1, wants one even of what is not signed.
    element("name", article.author().map(Author::name).orElse("Paper Reviews"));
    xml.writeEndElement();
    link("self", "feed?lang=" + language.tag());
    for (var paper : papers) {
      entry(edition, paper);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return text.toString();
  }

  private void entry(Edition edition, StoredPaper paper) throws XMLStreamException {
    var summary = paper.summary();
    xml.writeStartElement("entry");
    element("id", id("paper " + language.tag() + " " + summary.id()));
    element("title", summary.title());
    element("updated", edition.publishedAt().toString());
    if (summary.url().isPresent()) {
      link("alternate", summary.url().get());
    }
    var keywords = summary.keywords();
    for (var keyword : language == Language.JA ? keywords.ja() : keywords.en()) {
      xml.writeEmptyElement("category");
      xml.writeAttribute("term", legal(keyword));
    }
    xml.writeStartElement("content");
    xml.writeAttribute("type", "xhtml");
    if (language.of(paper.review()).isEmpty()) {
      xml.writeAttribute("xml:lang", language.other().tag());
    }
    xml.writeStartElement("div");
    xml.writeDefaultNamespace(XHTML);
    var published =
        Stream.of(
            String.join(", ", summary.authors()),
            summary.venue().or(() -> summary.year().map(String::valueOf)).orElse(""));
    var origin = published.filter(part -> !part.isEmpty()).collect(joining(", "));
    if (!origin.isEmpty()) {
      element("p", origin);
    }
    for (var paragraph : inLanguage(paper.review()).strip().split("\\n+")) {
      element("p", paragraph);
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** The text in the feed's language, or in the other where it has only that. */
  private String inLanguage(Bilingual texts) {
    var wanted = language.of(texts);
    return wanted.isEmpty() ? language.other().of(texts) : wanted;
  }

  private void element(String name, String content) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(legal(content));
    xml.writeEndElement();
  }

  private void link(String relation, String address) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", legal(address));
  }

  private static String id(String what) {
    return "urn:uuid:"
        + UUID.nameUUIDFromBytes(("paper-reviews " + what).getBytes(StandardCharsets.UTF_8));
  }

  /** Replaces what XML 1.0 cannot hold, not even escaped. */
  private static String legal(String text) {
    return text.replaceAll(
        "[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
  }
}
