package paperreviews.template;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** What names in the template stand for. */
final class Scope {
  private final String fileName;
  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, Section> resources = new LinkedHashMap<>();
  private final Map<String, Section> conditions = new HashMap<>();
  private final Deque<String> underEvaluation = new ArrayDeque<>();

  Scope(String fileName) {
    this.fileName = fileName;
    values.put("AWS::Region", new Value.Text(Template.REGION));
    values.put("AWS::AccountId", new Value.Text(Template.ACCOUNT_ID));
    values.put("AWS::Partition", new Value.Text("aws"));
    values.put("AWS::URLSuffix", new Value.Text("amazonaws.com"));
    values.put("AWS::StackName", new Value.Text("local"));
  }

  void declare(Section template, Map<String, String> parameters) {
    template
        .find("Parameters")
        .ifPresent(
            section ->
                section
                    .entries()
                    .forEach((name, parameter) -> declare(name, parameter, parameters)));
    template.find("Conditions").ifPresent(section -> conditions.putAll(section.entries()));
    resources.putAll(template.get("Resources").entries());
  }

  private void declare(String name, Section parameter, Map<String, String> overrides) {
    var text =
        Optional.ofNullable(overrides.get(name))
            .or(() -> parameter.find("Default").map(Section::text));
    if (text.isEmpty()) {
      return;
    }
    var allowed = parameter.find("AllowedValues").map(Section::texts).orElse(List.of());
    if (!allowed.isEmpty() && !allowed.contains(text.get())) {
      throw parameter.fault(
          "must be one of " + String.join(", ", allowed) + ", not \"" + text.get() + "\"");
    }
    boolean list = parameter.find("Type").map(Section::text).orElse("String").contains("List");
    var value =
        list
            ? new Value.Texts(Arrays.stream(text.get().split(",")).map(String::strip).toList())
            : new Value.Text(text.get());
    checkPattern(value, parameter);
    checkRange(text.get(), parameter);
    values.put(name, value);
  }

  /** A pattern is matched against each value of a list. */
  private static void checkPattern(Value value, Section parameter) {
    var pattern = parameter.find("AllowedPattern").map(Section::text);
    for (var text : value.texts()) {
      if (pattern.isPresent() && !text.matches(pattern.get())) {
        var constraint =
            parameter
                .find("ConstraintDescription")
                .map(Section::text)
                .orElse("match " + pattern.get());
        throw parameter.fault("must be " + constraint + ", not \"" + text + "\"");
      }
    }
  }

  private static void checkRange(String text, Section parameter) {
    if (parameter.find("MinValue").isPresent() || parameter.find("MaxValue").isPresent()) {
      int min = parameter.find("MinValue").map(Scope::number).orElse(Integer.MIN_VALUE);
      int max = parameter.find("MaxValue").map(Scope::number).orElse(Integer.MAX_VALUE);
      if (!text.matches("-?[0-9]{1,9}")
          || Integer.parseInt(text) < min
          || Integer.parseInt(text) > max) {
        throw parameter.fault(
            "must be a whole number from " + min + " to " + max + ", not \"" + text + "\"");
      }
    }
  }

  private static int number(Section section) {
    return section.wholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  Map<String, Section> resources() {
    return resources;
  }

  /** Lets a reference to a resource give a name other than its logical id. */
  void name(String logicalId, String physicalName) {
    values.put(logicalId, new Value.Text(physicalName));
  }

  /** Returns the parameters' values, lists joined by commas. */
  Map<String, String> parameters(Section template) {
    var parameters = new LinkedHashMap<String, String>();
    template.find("Parameters").map(Section::entries).orElse(Map.of()).keySet().stream()
        .filter(values::containsKey)
        .forEach(name -> parameters.put(name, String.join(",", values.get(name).texts())));
    return parameters;
  }

  Value reference(String name, Section where) {
    if (values.containsKey(name)) {
      return values.get(name);
    }
    if (resources.containsKey(name)) {
      return new Value.Text(name);
    }
    throw where.fault(
        "refers to \"" + name + "\", which is neither a parameter with a value nor a resource");
  }

  /** Returns a placeholder such as {@code Table.Arn}: no resource but the table is created here. */
  String attribute(String name, Section where) {
    var logicalId = name.replaceFirst("\\..*", "");
    if (!resources.containsKey(logicalId)) {
      throw where.fault("refers to \"" + logicalId + "\", which is not a resource");
    }
    return name;
  }

  boolean condition(String name, Section where) {
    var condition = conditions.get(name);
    if (condition == null) {
      throw where.fault("names the condition \"" + name + "\", which is not declared");
    }
    if (underEvaluation.contains(name)) {
      throw condition.fault("depends on itself");
    }
    underEvaluation.push(name);
    try {
      return condition.condition();
    } finally {
      underEvaluation.pop();
    }
  }

  TemplateException fault(Node node, String sentence) {
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    return new TemplateException(fileName + ":" + line + ": " + sentence);
  }
}
