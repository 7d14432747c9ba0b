package paperreviews.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A template of this project with some parameters set. */
record Deployment(Scope scope, Section template) {
  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  static Deployment of(Map<String, String> parameters) {
    return of("template.yaml", parameters);
  }

  static Deployment of(String fileName, Map<String, String> parameters) {
    var file = ROOT.resolve(fileName);
    var scope = new Scope(fileName);
    var template = new Section(scope, "", TemplateReader.compose(file));
    scope.declare(template, parameters);
    return new Deployment(scope, template);
  }

  Map<String, Section> roles() {
    return resources("AWS::IAM::Role");
  }

  Section globals() {
    return template.get("Globals").get("Function");
  }

  /** The properties of the resources of a type that exist, by logical id. */
  Map<String, Section> resources(String type) {
    var resources = new TreeMap<String, Section>();
    scope
        .resources()
        .forEach(
            (name, resource) -> {
              boolean exists =
                  resource
                      .find("Condition")
                      .map(condition -> scope.condition(condition.text(), condition))
                      .orElse(true);
              if (exists && resource.get("Type").text().equals(type)) {
                resources.put(name, resource.get("Properties"));
              }
            });
    return resources;
  }

  /** The actions that a role allows, each with its resources. */
  static Map<String, Set<String>> allowed(Section role) {
    var allowed = new TreeMap<String, Set<String>>();
    for (var policy : role.get("Policies").items()) {
      allowed.putAll(allowedBy(policy.get("PolicyDocument")));
    }
    return allowed;
  }

  static Map<String, Set<String>> allowedBy(Section document) {
    var allowed = new TreeMap<String, Set<String>>();
    for (var statement : document.get("Statement").items()) {
      assertEquals("Allow", statement.get("Effect").text());
      for (var action : statement.get("Action").texts()) {
        allowed.put(action, Set.copyOf(statement.get("Resource").texts()));
      }
    }
    return allowed;
  }
}
