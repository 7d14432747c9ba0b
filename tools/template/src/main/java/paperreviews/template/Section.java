package paperreviews.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A node of the template with its place. Intrinsic functions are resolved only where something is
 * read, so that one which cannot be resolved here does no harm elsewhere.
 */
final class Section {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

  private final Scope scope;
  private final String path;
  private final Node node;
  private final boolean tagged;

  Section(Scope scope, String path, Node node) {
    this(scope, path, node, true);
  }

  private Section(Scope scope, String path, Node node, boolean tagged) {
    this.scope = scope;
    this.path = path;
    this.node = node;
    this.tagged = tagged;
  }

  /** Returns the value of a key, unless it is missing or {@code AWS::NoValue}. */
  Optional<Section> find(String key) {
    return Optional.ofNullable(entries().get(key));
  }

  Section get(String key) {
    return find(key).orElseThrow(() -> fault("has no " + key));
  }

  /** Returns the values by key, in the template's order, without those that are no value. */
  Map<String, Section> entries() {
    var entries = new LinkedHashMap<String, Section>();
    var chosen = chosen();
    if (chosen.isEmpty() || chosen.get().isNothing()) {
      return entries;
    }
    if (!(chosen.get().node instanceof MappingNode mapping)) {
      throw fault("must be a mapping of names to values");
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw fault("has a key that is not a text");
      }
      var entry = at(path.isEmpty() ? key.getValue() : path + "." + key.getValue(), tuple);
      if (entries.put(key.getValue(), entry) != null) {
        throw entry.fault("is there twice");
      }
    }
    entries.values().removeIf(entry -> entry.chosen().isEmpty());
    return entries;
  }

  List<Section> items() {
    var chosen = chosen();
    if (chosen.isEmpty()) {
      return List.of();
    }
    if (!(chosen.get().node instanceof SequenceNode sequence)) {
      throw fault("must be a list");
    }
    var items = new ArrayList<Section>();
    for (int i = 0; i < sequence.getValue().size(); i++) {
      var item = new Section(scope, path + "[" + i + "]", sequence.getValue().get(i));
      item.chosen().ifPresent(items::add);
    }
    return items;
  }

  String text() {
    return switch (value()) {
      case Value.Text(var text) -> text;
      case Value.Texts _ -> throw fault("must be a text, not a list");
    };
  }

  List<String> texts() {
    return value().texts();
  }

  int wholeNumber(int min, int max) {
    var text = text();
    try {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Reported below.
    }
    throw fault("must be a whole number from " + min + " to " + max + ", not \"" + text + "\"");
  }

  /** Evaluates a condition: {@code Fn::Equals}, {@code Fn::And}, ..., or the name of another. */
  boolean condition() {
    var intrinsic = intrinsic().orElseThrow(() -> fault("must be a condition function"));
    var argument = intrinsic.argument();
    return switch (intrinsic.name()) {
      case "Condition" -> scope.condition(argument.text(), argument);
      case "Equals" -> {
        var sides = argument.items(2);
        yield sides.getFirst().value().equals(sides.getLast().value());
      }
      case "Not" -> !argument.items(1).getFirst().condition();
      case "And" -> argument.items().stream().allMatch(Section::condition);
      case "Or" -> argument.items().stream().anyMatch(Section::condition);
      default -> throw fault("cannot be a condition with " + intrinsic.name());
    };
  }

  TemplateException fault(String what) {
    return scope.fault(node, (path.isEmpty() ? "The template" : path) + " " + what + ".");
  }

  private Section at(String path, NodeTuple tuple) {
    return new Section(scope, path, tuple.getValueNode());
  }

  private boolean isNothing() {
    return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
  }

  /** Follows {@code Fn::If}; empty if that ends at {@code AWS::NoValue}. */
  private Optional<Section> chosen() {
    var intrinsic = intrinsic();
    if (intrinsic.isEmpty()) {
      return Optional.of(this);
    }
    var argument = intrinsic.get().argument();
    return switch (intrinsic.get().name()) {
      case "Ref" ->
          argument.node instanceof ScalarNode name && name.getValue().equals("AWS::NoValue")
              ? Optional.empty()
              : Optional.of(this);
      case "If" -> {
        if (!(argument.node instanceof SequenceNode parts) || parts.getValue().size() != 3) {
          throw fault("must give Fn::If a condition and two values");
        }
        var name = new Section(scope, path, parts.getValue().get(0));
        var branch = parts.getValue().get(scope.condition(name.text(), name) ? 1 : 2);
        yield new Section(scope, path, branch).chosen();
      }
      default -> Optional.of(this);
    };
  }

  private Value value() {
    var chosen = chosen().orElseThrow(() -> fault("must have a value"));
    return chosen.intrinsic().map(chosen::value).orElseGet(chosen::plainValue);
  }

  private Value plainValue() {
    if (node.isRecursive()) {
      throw fault("must not contain itself");
    }
    return switch (node) {
      case ScalarNode scalar -> new Value.Text(isNothing() ? "" : scalar.getValue());
      case SequenceNode _ -> new Value.Texts(items().stream().map(Section::text).toList());
      default -> throw fault("must be a text or a list of texts");
    };
  }

  private Value value(Intrinsic intrinsic) {
    var argument = intrinsic.argument();
    return switch (intrinsic.name()) {
      case "Ref" -> scope.reference(argument.text(), argument);
      case "GetAtt" ->
          new Value.Text(scope.attribute(String.join(".", argument.texts()), argument));
      case "Sub" -> new Value.Text(argument.substituted());
      default ->
          throw fault("uses " + intrinsic.name() + ", which the local stack does not support");
    };
  }

  private List<Section> items(int size) {
    var items = items();
    if (items.size() != size) {
      throw fault("must give its function " + size + " values, not " + items.size());
    }
    return items;
  }

  private String substituted() {
    return VARIABLE
        .matcher(text())
        .replaceAll(match -> Matcher.quoteReplacement(variable(match.group(1))));
  }

  private String variable(String name) {
    if (name.startsWith("!")) {
      return "${" + name.substring(1) + "}";
    }
    return name.contains(".")
        ? scope.attribute(name, this)
        : String.join(",", scope.reference(name, this).texts());
  }

  /** An intrinsic function in either form, {@code !Ref Name} or {@code {Ref: Name}}. */
  private record Intrinsic(String name, Section argument) {}

  private Optional<Intrinsic> intrinsic() {
    var tag = node.getTag().getValue();
    if (tagged && tag.startsWith("!") && tag.length() > 1) {
      return Optional.of(new Intrinsic(tag.substring(1), new Section(scope, path, node, false)));
    }
    if (node instanceof MappingNode mapping
        && mapping.getValue().size() == 1
        && mapping.getValue().getFirst().getKeyNode() instanceof ScalarNode key) {
      var name = key.getValue();
      if (name.equals("Ref") || name.equals("Condition") || name.startsWith("Fn::")) {
        var argument = at(path, mapping.getValue().getFirst());
        return Optional.of(new Intrinsic(name.replaceFirst("^Fn::", ""), argument));
      }
    }
    return Optional.empty();
  }
}
