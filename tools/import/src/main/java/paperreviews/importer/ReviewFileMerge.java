package paperreviews.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import paperreviews.model.PaperId;

/**
 * Merges an article that is imported again into its review file. The texts are the article's; what
 * people added to the file stays: ids, the other language, keywords, links, comments. Sections are
 * matched by number, papers by address or title.
 */
final class ReviewFileMerge {
  /** The fields that are the article's own text. All others that the file has are kept. */
  private static final Set<String> OF_ARTICLE =
      Set.of("title", "introduction", "review", "ja", "en");

  private final List<String> conflicts = new ArrayList<>();

  /** The file's papers for those of the article. */
  private final Map<Node, Node> sames = new HashMap<>();

  private ReviewFileMerge() {}

  /**
   * A merged review file.
   *
   * @param yaml the file
   * @param conflicts what differs and was kept or replaced, a sentence each
   */
  record Merged(String yaml, List<String> conflicts) {}

  /** Merges an article into a review file without fault. */
  static Merged merge(String old, MappingNode article) {
    var settings = LoadSettings.builder().setParseComments(true).build();
    var file = (MappingNode) new Compose(settings).composeString(old).orElseThrow();
    var merge = new ReviewFileMerge();
    merge.match(file, article);
    return new Merged(
        ReviewFileWriter.write(merge.mapping(file, article, "the article")), merge.conflicts);
  }

  private void match(MappingNode file, MappingNode article) {
    var byKey = new HashMap<String, Node>();
    papers(file).forEach(paper -> keys(paper).forEach(key -> byKey.putIfAbsent(key, paper)));
    papers(article)
        .forEach(
            paper ->
                keys(paper)
                    .map(byKey::get)
                    .filter(old -> old != null && !sames.containsValue(old))
                    .findFirst()
                    .ifPresent(old -> sames.put(paper, old)));
  }

  private static Stream<Node> papers(MappingNode file) {
    return list(file, "sections").stream().flatMap(section -> list(section, "papers").stream());
  }

  /** What a paper is matched by: its address, then its title. */
  private static Stream<String> keys(Node paper) {
    return Stream.concat(
        Stream.of(text(paper, "url")).filter(url -> !url.isEmpty()).map(ReviewFileMerge::address),
        Stream.of(ArticleText.key(text(paper, "title"))));
  }

  private static String address(String url) {
    return PaperId.ofAddress(url).orElse(url);
  }

  /**
   * The old fields in their order, with what the article has for them; then the article's others.
   */
  private MappingNode mapping(Node old, Node article, String what) {
    var fields = new LinkedHashMap<String, NodeTuple>();
    var node = (MappingNode) old;
    node.getValue().forEach(field -> fields.put(name(field), field));
    for (var field : ((MappingNode) article).getValue()) {
      fields.merge(
          name(field),
          field,
          (before, after) ->
              new NodeTuple(
                  before.getKeyNode(),
                  value(before.getValueNode(), after.getValueNode(), name(field), what)));
    }
    node.setValue(new ArrayList<>(fields.values()));
    return node;
  }

  private Node value(Node old, Node article, String name, String what) {
    return switch (name) {
      case "id", "author" -> old;
      case "number" -> article;
      case "sections" -> sections(entries(old), entries(article));
      case "papers" -> papers(entries(old), entries(article));
      case "links" -> links(entries(old), entries(article));
      // Another address of the same paper may have been chosen by hand.
      case "url" -> address(text(old)).equals(address(text(article))) ? old : article;
      default ->
          article instanceof MappingNode
              ? mapping(old, article, "“%s” of %s".formatted(name, what))
              : text(old, article, name, what);
    };
  }

  private Node text(Node old, Node article, String name, String what) {
    if (inOneLine(text(old)).equals(inOneLine(text(article)))) {
      return old;
    }
    boolean replaces = OF_ARTICLE.contains(name);
    conflicts.add(
        "“%s” of %s: ".formatted(name, what)
            + (replaces
                ? "the article's text replaces the file's"
                : "the file's %s is kept, the article has %s".formatted(text(old), text(article))));
    return replaces ? article : old;
  }

  /** YAML's folded texts have one line end where the article has an empty line. */
  private static String inOneLine(String text) {
    return text.strip().replaceAll("\\n+", "\n");
  }

  private Node sections(List<Node> old, List<Node> article) {
    var left = new LinkedHashMap<String, Node>();
    old.forEach(section -> left.put(text(section, "number"), section));
    var merged = new ArrayList<Node>();
    for (var section : article) {
      var number = text(section, "number");
      merged.add(
          left.containsKey(number)
              ? mapping(left.remove(number), section, "section " + number)
              : with(section, "papers", papers(List.of(), list(section, "papers"))));
    }
    for (var section : left.values()) {
      var papers = papers(list(section, "papers"), List.of());
      if (entries(papers).isEmpty()) {
        conflicts.add(
            "section %s is not in the article, nor are papers left in it; it is removed"
                .formatted(text(section, "number")));
      } else {
        conflicts.add(notInArticle("section " + text(section, "number")));
        merged.add(with(section, "papers", papers));
      }
    }
    return sequence(merged);
  }

  /** The article's papers, and behind them those that only the file has. */
  private Node papers(List<Node> old, List<Node> article) {
    var merged = new ArrayList<Node>();
    for (var paper : article) {
      var same = sames.get(paper);
      merged.add(same == null ? paper : mapping(same, paper, "paper " + text(same, "id")));
    }
    for (var paper : old) {
      if (!sames.containsValue(paper)) {
        conflicts.add(notInArticle("paper " + text(paper, "id")));
        int before = merged.isEmpty() ? 0 : Integer.parseInt(text(merged.getLast(), "number"));
        merged.add(
            with(
                paper,
                "number",
                new ScalarNode(Tag.INT, Integer.toString(before + 1), ScalarStyle.PLAIN)));
      }
    }
    return sequence(merged);
  }

  private static String notInArticle(String what) {
    return what + " is not in the article; it is kept, remove it if it should go";
  }

  private static Node links(List<Node> old, List<Node> article) {
    var known =
        old.stream()
            .flatMap(link -> Stream.of(text(link, "url"), text(link, "title")))
            .collect(Collectors.toCollection(HashSet::new));
    known.remove("");
    return sequence(
        Stream.concat(
                old.stream(),
                article.stream()
                    .filter(
                        link ->
                            !known.contains(text(link, "url"))
                                && !known.contains(text(link, "title"))))
            .toList());
  }

  private static String name(NodeTuple field) {
    return field.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
  }

  private static Optional<Node> field(Node node, String name) {
    return ((MappingNode) node)
        .getValue().stream()
            .filter(field -> name(field).equals(name))
            .map(NodeTuple::getValueNode)
            .findFirst();
  }

  /** The text of a field; empty if there is none. */
  private static String text(Node node, String name) {
    return field(node, name).map(ReviewFileMerge::text).orElse("");
  }

  /** A text, or those of a list. */
  private static String text(Node node) {
    return node instanceof ScalarNode scalar
        ? scalar.getValue()
        : entries(node).stream().map(ReviewFileMerge::text).collect(Collectors.joining(", "));
  }

  /** The entries of a list; none if there is no such field. */
  private static List<Node> list(Node node, String name) {
    return field(node, name).map(ReviewFileMerge::entries).orElse(List.of());
  }

  private static List<Node> entries(Node list) {
    return ((SequenceNode) list).getValue();
  }

  private static Node sequence(List<Node> entries) {
    return new SequenceNode(Tag.SEQ, entries, FlowStyle.BLOCK);
  }

  private static Node with(Node node, String name, Node value) {
    var fields = new ArrayList<>(((MappingNode) node).getValue());
    fields.replaceAll(
        field -> name(field).equals(name) ? new NodeTuple(field.getKeyNode(), value) : field);
    ((MappingNode) node).setValue(fields);
    return node;
  }
}
