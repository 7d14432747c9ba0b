package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import paperreviews.acceptance.Api.Reply;
import paperreviews.editions.Editions;
import paperreviews.seed.ReviewFiles;
import paperreviews.testing.Reviews;

class FeedIT {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final Api api = Api.shared();

  private static Element feed(Reply reply) throws Exception {
    var factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(reply.text())))
        .getDocumentElement();
  }

  private static List<Element> children(Element parent, String name) {
    var children = new ArrayList<Element>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getLocalName().equals(name)) {
        children.add(element);
      }
    }
    return children;
  }

  private static Element child(Element parent, String name) {
    var children = children(parent, name);
    assertEquals(1, children.size(), name);
    assertEquals(ATOM, children.getFirst().getNamespaceURI());
    return children.getFirst();
  }

  private static String text(Element parent, String name) {
    return child(parent, name).getTextContent();
  }

  /** What RFC 4287, section 4.2.6, demands: one id, an IRI that names nothing else. */
  private static void assertHasItsOwnId(Element parent, Set<String> ids) {
    var id = text(parent, "id");
    assertTrue(id.matches("urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), id);
    assertTrue(ids.add(id), id);
  }

  /** What RFC 4287, section 3.3, demands: a date of RFC 3339, with a T and a Z in upper case. */
  private static void assertSaysWhenItWasUpdated(Element parent) {
    var updated = text(parent, "updated");
    assertTrue(updated.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"), updated);
    Instant.parse(updated);
  }

  /** What RFC 4287, sections 4.1.1 and 4.1.2, demands. */
  @ParameterizedTest
  @ValueSource(strings = {"ja", "en"})
  void isAnAtomFeed(String language) throws Exception {
    var reply = api.get("/feed?lang=" + language);
    var feed = feed(reply);

    assertEquals(Optional.of("application/atom+xml; charset=utf-8"), reply.header("content-type"));
    assertEquals("feed", feed.getLocalName());
    assertEquals(ATOM, feed.getNamespaceURI());
    var ids = new HashSet<String>();
    assertHasItsOwnId(feed, ids);
    // Of the feed, and so of each entry, section 4.2.1.
    assertEquals("AkiraTOSEI", text(child(feed, "author"), "name"));
    assertEquals("self", child(feed, "link").getAttribute("rel"));
    assertEquals("feed?lang=" + language, child(feed, "link").getAttribute("href"));
    assertSaysWhenItWasUpdated(feed);
    assertTrue(!text(feed, "title").isEmpty());
    for (var entry : children(feed, "entry")) {
      assertHasItsOwnId(entry, ids);
      assertSaysWhenItWasUpdated(entry);
      assertTrue(!text(entry, "title").isEmpty());
      assertEquals("alternate", child(entry, "link").getAttribute("rel"));
      var content = child(entry, "content");
      assertEquals("xhtml", content.getAttribute("type"));
      // RFC 4287, section 4.1.3.3: a single div of XHTML.
      assertEquals(1, content.getChildNodes().getLength());
      assertEquals("http://www.w3.org/1999/xhtml", content.getFirstChild().getNamespaceURI());
      assertEquals("div", content.getFirstChild().getLocalName());
    }
    assertEquals(29, ids.size());
  }

  @Test
  void holdsThePapersInOrderWithTheirReviewsInOneLanguage() throws Exception {
    var papers = api.get("/papers?limit=50").ids("papers");
    for (var language : List.of("ja", "en")) {
      var feed = feed(api.get("/feed?lang=" + language));
      assertEquals(language, feed.getAttribute("xml:lang"));
      assertEquals(papers.size(), children(feed, "entry").size());
      for (int n = 0; n < papers.size(); n++) {
        var entry = children(feed, "entry").get(n);
        var paper = api.get("/papers/" + papers.get(n));
        assertEquals(paper.at("title"), text(entry, "title"));
        assertEquals(paper.at("url"), child(entry, "link").getAttribute("href"));
        var authors =
            paper.list("authors").stream().map(Object::toString).collect(Collectors.joining(", "));
        var content = text(entry, "content").replaceAll("\\s+", "");
        assertTrue(content.startsWith(authors.replaceAll("\\s+", "")), content);
        assertTrue(
            content.endsWith(((String) paper.at("review", language)).replaceAll("\\s+", "")),
            content);
        assertEquals(
            paper.list("keywords", language),
            children(entry, "category").stream().map(each -> each.getAttribute("term")).toList());
      }
    }
  }

  @Test
  void comesInJapaneseUnlessAskedOtherwise() throws Exception {
    assertEquals(api.get("/feed?lang=ja").text(), api.get("/feed").text());
  }

  @Test
  void takesNothingFromTheRequestsHost() throws Exception {
    assertTrue(!api.get("/feed").text().contains("127.0.0.1"));
  }

  @Test
  void keepsItsIdsAndHasAnAuthorAndStaysXmlWhateverIsPublished() throws Exception {
    try (var own = Api.seeded(options -> options.parameter("EditionMaxAgeSeconds", "0"))) {
      var before = feed(own.get("/feed"));
      var title = "]]> <b>R&amp;D</b> \"' 𩸽 é";
      var changed = Files.createTempDirectory("reviews-");
      var file = changed.resolve("2019-part-1.yaml");
      try {
        var reviews = Files.readString(Reviews.FIXED.resolve("2019-part-1.yaml"));
        Files.writeString(
            file,
            reviews
                .replaceFirst("  author:\n(    [^\n]*\n)+", "")
                .replaceFirst(
                    "title: \"?EfficientNet: [^\n]*",
                    Matcher.quoteReplacement("title: \"]]> <b>R&amp;D</b> \\\"' 𩸽 é\"")));
        new Editions(own.stack().dynamoDb().client(), own.stack().tableName(), Api.SILENCE)
            .publish(ReviewFiles.read(changed));
      } finally {
        Files.delete(file);
        Files.delete(changed);
      }

      var after = feed(own.get("/feed"));

      assertEquals(ids(before), ids(after));
      assertEquals("Paper Reviews", text(child(after, "author"), "name"));
      assertEquals(title, text(children(after, "entry").getFirst(), "title"));
    }
  }

  private static Map<String, List<String>> ids(Element feed) {
    return Map.of(
        text(feed, "id"),
        children(feed, "entry").stream().map(entry -> text(entry, "id")).toList());
  }
}
