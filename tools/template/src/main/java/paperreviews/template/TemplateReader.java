package paperreviews.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

final class TemplateReader {
  static final String FUNCTION = "AWS::Serverless::Function";
  static final String TABLE = "AWS::DynamoDB::Table";
  private static final String HTTP_API = "AWS::Serverless::HttpApi";

  // What Lambda takes where neither the function nor Globals say anything.
  private static final int DEFAULT_MEMORY_SIZE = 128;
  private static final int DEFAULT_TIMEOUT = 3;

  /** More than any account's limit. */
  private static final int MAX_REQUESTS = 1_000_000;

  private final Path file;
  private final Section template;
  private final Scope scope;

  private TemplateReader(Path file, Section template, Scope scope) {
    this.file = file;
    this.template = template;
    this.scope = scope;
  }

  static Template read(Path file, Map<String, String> parameters, Optional<String> tableName) {
    var absolute = file.toAbsolutePath().normalize();
    var scope = new Scope(absolute.getFileName().toString());
    var template = new Section(scope, "", compose(absolute));
    scope.declare(template, parameters);
    return new TemplateReader(absolute, template, scope).read(tableName);
  }

  static Node compose(Path file) {
    try {
      var settings = LoadSettings.builder().setLabel(file.getFileName().toString()).build();
      return new Compose(settings)
          .composeString(Files.readString(file))
          .orElseThrow(() -> new TemplateException(file.getFileName() + ":1: The file is empty."));
    } catch (NoSuchFileException _) {
      throw new TemplateException("There is no template at " + file + ".");
    } catch (IOException e) {
      throw new TemplateException("The template " + file + " cannot be read: " + e + ".");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new TemplateException(
          file.getFileName() + ":" + line + ": This is not YAML: " + e.getProblem() + ".");
    } catch (YamlEngineException e) {
      var problem = e.getMessage().lines().findFirst().orElse("it cannot be parsed");
      throw new TemplateException(file.getFileName() + ":1: This is not YAML: " + problem + ".");
    }
  }

  private Template read(Optional<String> tableName) {
    var tables = resources(TABLE);
    if (tables.size() != 1) {
      throw template.fault(
          "must have one resource of the type " + TABLE + ", not " + tables.size());
    }
    var table = tables.entrySet().iterator().next();
    tableName.ifPresent(name -> scope.name(table.getKey(), name));
    var functions = new ArrayList<FunctionDefinition>();
    resources(FUNCTION)
        .forEach((logicalId, resource) -> functions.add(function(logicalId, resource)));
    if (functions.isEmpty()) {
      throw template.fault("has no resource of the type " + FUNCTION);
    }
    return new Template(
        file,
        scope.parameters(template),
        List.copyOf(functions),
        table(table.getKey(), table.getValue().get("Properties")),
        httpApi("CorsConfiguration").map(TemplateReader::corsConfiguration),
        httpApi("DefaultRouteSettings").flatMap(TemplateReader::throttling));
  }

  private Map<String, Section> resources(String type) {
    var resources = new LinkedHashMap<String, Section>();
    scope
        .resources()
        .forEach(
            (logicalId, resource) -> {
              if (resource.get("Type").text().equals(type) && exists(resource)) {
                resources.put(logicalId, resource);
              }
            });
    return resources;
  }

  private boolean exists(Section resource) {
    return resource.find("Condition").map(name -> scope.condition(name.text(), name)).orElse(true);
  }

  private static CreateTableRequest table(String logicalId, Section properties) {
    return CreateTableRequest.builder()
        .tableName(logicalId)
        // DynamoDB Local never throttles, whatever the template says.
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(
            properties.get("AttributeDefinitions").items().stream()
                .map(
                    attribute ->
                        AttributeDefinition.builder()
                            .attributeName(attribute.get("AttributeName").text())
                            .attributeType(attribute.get("AttributeType").text())
                            .build())
                .toList())
        .keySchema(
            properties.get("KeySchema").items().stream()
                .map(
                    element ->
                        KeySchemaElement.builder()
                            .attributeName(element.get("AttributeName").text())
                            .keyType(element.get("KeyType").text())
                            .build())
                .toList())
        .build();
  }

  private FunctionDefinition function(String logicalId, Section resource) {
    var properties = resource.get("Properties");
    var globals = globals("Function");
    return new FunctionDefinition(
        logicalId,
        file.resolveSibling(required("CodeUri", properties, globals).text()).normalize(),
        required("Handler", properties, globals).text(),
        property("MemorySize", properties, globals)
            .map(size -> size.wholeNumber(128, 10_240))
            .orElse(DEFAULT_MEMORY_SIZE),
        Duration.ofSeconds(
            property("Timeout", properties, globals)
                .map(timeout -> timeout.wholeNumber(1, 900))
                .orElse(DEFAULT_TIMEOUT)),
        environment(properties, globals),
        routes(properties));
  }

  private Optional<Section> globals(String kind) {
    return template.find("Globals").flatMap(globals -> globals.find(kind));
  }

  /** A function's own property replaces that of Globals. */
  private static Optional<Section> property(
      String name, Section properties, Optional<Section> globals) {
    return properties.find(name).or(() -> globals.flatMap(global -> global.find(name)));
  }

  private static Section required(String name, Section properties, Optional<Section> globals) {
    return property(name, properties, globals)
        .orElseThrow(() -> properties.fault("has no " + name));
  }

  /** Variables of Globals and of the function are merged; the function's win. */
  private static Map<String, String> environment(Section properties, Optional<Section> globals) {
    var environment = new LinkedHashMap<String, String>();
    for (var from : List.of(globals, Optional.of(properties))) {
      from.flatMap(section -> section.find("Environment"))
          .flatMap(section -> section.find("Variables"))
          .ifPresent(
              variables ->
                  variables
                      .entries()
                      .forEach((name, value) -> environment.put(name, value.text())));
    }
    return environment;
  }

  private static List<Route> routes(Section properties) {
    var routes = new ArrayList<Route>();
    for (var event : properties.find("Events").map(Section::entries).orElse(Map.of()).values()) {
      if (!event.get("Type").text().equals("HttpApi")) {
        continue;
      }
      // An event without a path is SAM's way to write the route for everything else.
      var path = event.find("Properties").flatMap(section -> section.find("Path"));
      var method = event.find("Properties").flatMap(section -> section.find("Method"));
      var route =
          new Route(
              method.map(Section::text).orElse("ANY").toUpperCase(Locale.ROOT),
              path.map(Section::text).orElse(Route.DEFAULT));
      if (!route.path().equals(Route.DEFAULT) && !route.path().startsWith("/")) {
        throw path.orElseThrow()
            .fault("must start with / or be $default, not \"" + route.path() + "\"");
      }
      if (route.path().contains("+}")) {
        throw path.orElseThrow()
            .fault("has a greedy parameter, which the local stack does not support");
      }
      routes.add(route);
    }
    return List.copyOf(routes);
  }

  /** A property of the HTTP API, if there is one. */
  private Optional<Section> httpApi(String property) {
    var apis = resources(HTTP_API);
    if (apis.size() > 1) {
      throw template.fault(
          "must not have more than one resource of the type "
              + HTTP_API
              + ", but has "
              + apis.size());
    }
    return apis.values().stream()
        .findFirst()
        .flatMap(api -> api.find("Properties"))
        .flatMap(properties -> properties.find(property))
        .or(() -> globals("HttpApi").flatMap(globals -> globals.find(property)));
  }

  /** Both settings, or none: with one of them, the other is the account's. */
  private static Optional<Throttling> throttling(Section settings) {
    var rate = settings.find("ThrottlingRateLimit");
    var burst = settings.find("ThrottlingBurstLimit");
    return rate.isEmpty() || burst.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Throttling(
                rate.get().wholeNumber(1, MAX_REQUESTS), burst.get().wholeNumber(1, MAX_REQUESTS)));
  }

  private static CorsConfiguration corsConfiguration(Section cors) {
    return new CorsConfiguration(
        texts(cors, "AllowOrigins"),
        texts(cors, "AllowMethods"),
        texts(cors, "AllowHeaders"),
        texts(cors, "ExposeHeaders"),
        cors.find("MaxAge").map(maxAge -> maxAge.wholeNumber(-1, 86_400)).orElse(0));
  }

  private static List<String> texts(Section cors, String name) {
    return cors.find(name).map(Section::texts).orElse(List.of());
  }
}
