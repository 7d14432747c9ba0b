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
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
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
      Set.of("title", "introduction", "review", "number", "ja", "en");

  private final List<String> conflicts = new ArrayList<>();

  /** The old papers by what they are matched by, and those that the article still has. */
  private final Map<String, MappingNode> oldPapers = new LinkedHashMap<>();

  private final Set<Node> matched = new HashSet<>();

  private ReviewFileMerge() {}

  /**
   * A merged review file.
   *
   * @param yaml the file
   * @param conflicts what differs and was kept or replaced, a sentence each
   */
  record Merged(String yaml, List<String> conflicts) {}

  /** Merges; nothing if the old file is not a review file. */
  static Optional<Merged> merge(String old, MappingNode article) {
    try {
      var settings = LoadSettings.builder().setParseComments(true).build();
      var root = new Compose(settings).composeString(old);
      if (root.isPresent()
          && root.get() instanceof MappingNode file
          && !list(file, "sections").isEmpty()) {
        var merge = new ReviewFileMerge();
        var merged = merge.file(file, article);
        return Optional.of(new Merged(ReviewFileWriter.write(merged), merge.conflicts));
      }
    } catch (YamlEngineException _) {
      // The file cannot be merged with.
    }
    return Optional.empty();
  }

  private MappingNode file(MappingNode old, MappingNode article) {
    for (var section : list(old, "sections")) {
      for (var paper : list(section, "papers")) {
        keys(paper).forEach(key -> oldPapers.putIfAbsent(key, (MappingNode) paper));
      }
    }
    return merged(
        old,
        article,
        "the article",
        Map.of(
            "article",
            (before, after) ->
                merged(
                    (MappingNode) before,
                    (MappingNode) after,
                    "the article",
                    Map.of("author", (kept, _) -> kept)),
            "sections",
            this::sections));
  }

  private interface Rule {
    Node merged(Node old, Node article);
  }

  /**
   * The old fields in their order, with what the article has for them; then the article's others.
   */
  private MappingNode merged(
      MappingNode old, MappingNode article, String what, Map<String, Rule> rules) {
    var fields = new LinkedHashMap<String, NodeTuple>();
    old.getValue().forEach(tuple -> fields.put(name(tuple), tuple));
    for (var tuple : article.getValue()) {
      var name = name(tuple);
      var kept = fields.get(name);
      if (kept == null) {
        fields.put(name, tuple);
      } else {
        var rule =
            Optional.ofNullable(rules.get(name))
                .orElse((before, after) -> value(before, after, name, what));
        fields.put(
            name,
            new NodeTuple(
                kept.getKeyNode(), rule.merged(kept.getValueNode(), tuple.getValueNode())));
      }
    }
    old.setValue(new ArrayList<>(fields.values()));
    return old;
  }

  private Node value(Node old, Node article, String name, String what) {
    if (old instanceof MappingNode before && article instanceof MappingNode after) {
      return merged(before, after, "“%s” of %s".formatted(name, what), Map.of());
    }
    if (name.equals("links")) {
      return links(old, article);
    }
    var before = text(old);
    var after = text(article);
    if (sameText(before, after)) {
      return old;
    }
    boolean replaces = OF_ARTICLE.contains(name);
    if (!name.equals("number") && !name.equals("id")) {
      conflicts.add(
          replaces
              ? "%s: the article's text replaces the file's".formatted(label(name, what))
              : "%s: the file's %s is kept, the article has %s"
                  .formatted(label(name, what), before, after));
    }
    return replaces ? article : old;
  }

  private static String label(String name, String what) {
    return "“%s” of %s".formatted(name, what);
  }

  /** The text of a field, or those of a list. */
  private static String text(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar.getValue();
      case SequenceNode list ->
          list.getValue().stream().map(ReviewFileMerge::text).collect(Collectors.joining(", "));
      default -> "";
    };
  }

  /** YAML's folded texts have one line end where the article has an empty line. */
  private static boolean sameText(String old, String article) {
    return old.strip().replaceAll("\\n+", "\n").equals(article.strip().replaceAll("\\n+", "\n"));
  }

  private Node sections(Node old, Node article) {
    var left = new LinkedHashMap<String, Node>();
    var papersBefore = new HashMap<String, List<Node>>();
    for (var section : ((SequenceNode) old).getValue()) {
      left.put(text(section, "number"), section);
      papersBefore.put(text(section, "number"), list(section, "papers"));
    }
    var merged = new ArrayList<Node>();
    for (var section : ((SequenceNode) article).getValue()) {
      var number = text(section, "number");
      var papers = papers(list(section, "papers"));
      var before = left.remove(number);
      var both =
          before == null
              ? (MappingNode) section
              : merged((MappingNode) before, (MappingNode) section, "section " + number, Map.of());
      merged.add(with(both, "papers", papers));
    }
    for (var section : merged) {
      keepPapers(
          (MappingNode) section, papersBefore.getOrDefault(text(section, "number"), List.of()));
    }
    for (var section : left.values()) {
      conflicts.add(notInArticle("section " + text(section, "number")));
      merged.add(section);
    }
    return new SequenceNode(Tag.SEQ, merged, FlowStyle.BLOCK);
  }

  private List<Node> papers(List<Node> article) {
    var merged = new ArrayList<Node>();
    for (var paper : article) {
      var same =
          keys(paper).stream()
              .map(oldPapers::get)
              .filter(each -> each != null && matched.add(each))
              .findFirst();
      merged.add(
          same.isPresent()
              ? merged(
                  same.get(),
                  (MappingNode) paper,
                  "paper " + text(same.get(), "id"),
                  Map.of("url", this::url))
              : paper);
    }
    return merged;
  }

  /** Another address of the same paper may have been chosen by hand. */
  private Node url(Node old, Node article) {
    var before = address(((ScalarNode) old).getValue());
    return before.equals(address(((ScalarNode) article).getValue())) ? old : article;
  }

  /** Adds the papers that the article does not have at the end of their section. */
  private void keepPapers(MappingNode section, List<Node> before) {
    var papers = new ArrayList<>(list(section, "papers"));
    for (var paper : before) {
      if (matched.add(paper)) {
        conflicts.add(notInArticle("paper " + text(paper, "id")));
        int number = Integer.parseInt(text(papers.getLast(), "number")) + 1;
        papers.add(with((MappingNode) paper, "number", number));
      }
    }
    with(section, "papers", papers);
  }

  private static String notInArticle(String what) {
    return what + " is not in the article; it is kept, remove it if it should go";
  }

  private Node links(Node old, Node article) {
    var merged = new ArrayList<>(((SequenceNode) old).getValue());
    for (var link : ((SequenceNode) article).getValue()) {
      boolean known =
          merged.stream()
              .anyMatch(
                  other ->
                      !text(link, "url").isEmpty() && text(other, "url").equals(text(link, "url"))
                          || text(other, "title").equals(text(link, "title")));
      if (!known) {
        merged.add(link);
      }
    }
    return new SequenceNode(Tag.SEQ, merged, FlowStyle.BLOCK);
  }

  /** What a paper is matched by: its address, then its title. */
  private static List<String> keys(Node paper) {
    var keys = new ArrayList<String>();
    if (!text(paper, "url").isEmpty()) {
      keys.add(address(text(paper, "url")));
    }
    keys.add(ArticleText.key(text(paper, "title")));
    return keys;
  }

  private static String address(String url) {
    return PaperId.ofAddress(url).orElse(url);
  }

  private static String name(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
  }

  private static Optional<Node> field(Node node, String name) {
    return node instanceof MappingNode mapping
        ? mapping.getValue().stream()
            .filter(tuple -> name(tuple).equals(name))
            .map(NodeTuple::getValueNode)
            .findFirst()
        : Optional.empty();
  }

  /** The text of a field; empty if there is none. */
  private static String text(Node node, String name) {
    return field(node, name).map(ReviewFileMerge::text).orElse("");
  }

  /** The entries of a list; none if there is no such field. */
  private static List<Node> list(Node node, String name) {
    return field(node, name).orElse(null) instanceof SequenceNode list
        ? list.getValue()
        : List.of();
  }

  private static MappingNode with(MappingNode node, String name, List<Node> list) {
    return with(node, name, new SequenceNode(Tag.SEQ, list, FlowStyle.BLOCK));
  }

  private static MappingNode with(MappingNode node, String name, int number) {
    return with(node, name, new ScalarNode(Tag.INT, Integer.toString(number), ScalarStyle.PLAIN));
  }

  private static MappingNode with(MappingNode node, String name, Node value) {
    var tuples = new ArrayList<>(node.getValue());
    tuples.replaceAll(
        tuple -> name(tuple).equals(name) ? new NodeTuple(tuple.getKeyNode(), value) : tuple);
    node.setValue(tuples);
    return node;
  }
}
