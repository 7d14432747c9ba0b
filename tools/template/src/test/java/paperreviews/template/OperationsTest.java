package paperreviews.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What this project's template promises to those who deploy it, whatever the local stack needs. */
class OperationsTest {
  private static final Set<String> ALARMS =
      Set.of(
          "ServerErrors",
          "FailedRequests",
          "FunctionErrors",
          "FunctionThrottles",
          "SlowRequests",
          "TableThrottles",
          "TableErrors");

  @Test
  void describesAndBoundsEveryParameterAndNeedsNone() {
    Deployment.of(Map.of())
        .template
        .get("Parameters")
        .entries()
        .forEach(
            (name, parameter) -> {
              assertTrue(parameter.find("Default").isPresent(), name);
              assertTrue(parameter.get("Description").text().length() > 20, name);
              assertTrue(
                  parameter.find("AllowedValues").isPresent()
                      || parameter.find("AllowedPattern").isPresent()
                      || parameter.find("MinValue").isPresent()
                          && parameter.find("MaxValue").isPresent(),
                  name);
            });
  }

  @Test
  void letsFunctionsReadTheTableTwoWaysAndWriteNothingButLogsAndTraces() {
    var deployment = Deployment.of(Map.of());
    var allowed = new TreeMap<String, Set<String>>();
    for (var function : deployment.resources("AWS::Serverless::Function").values()) {
      assertEquals("ReaderRole.Arn", function.get("Role").text());
      assertTrue(function.find("Policies").isEmpty());
    }
    var role = deployment.resources("AWS::IAM::Role").get("ReaderRole");
    assertTrue(role.find("ManagedPolicyArns").isEmpty());
    for (var policy : role.get("Policies").items()) {
      allowed.putAll(allowed(policy.get("PolicyDocument")));
    }

    assertEquals(
        Map.of(
            "dynamodb:GetItem", Set.of("Table.Arn"),
            "dynamodb:Query", Set.of("Table.Arn"),
            "logs:CreateLogStream",
                Set.of("ListSectionsLogs.Arn", "GetPaperLogs.Arn", "SearchPapersLogs.Arn"),
            "logs:PutLogEvents",
                Set.of("ListSectionsLogs.Arn", "GetPaperLogs.Arn", "SearchPapersLogs.Arn"),
            "xray:PutTraceSegments", Set.of("*"),
            "xray:PutTelemetryRecords", Set.of("*")),
        allowed);
  }

  @Test
  void letsWhoPublishesWriteTheOneTableAndNotScanIt() {
    var policy =
        Deployment.of(Map.of()).resources("AWS::IAM::ManagedPolicy").get("PublisherPolicy");

    var allowed = allowed(policy.get("PolicyDocument"));

    assertEquals(
        Set.of(
            "cloudformation:DescribeStacks",
            "dynamodb:BatchGetItem",
            "dynamodb:BatchWriteItem",
            "dynamodb:DeleteItem",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:UpdateItem"),
        allowed.keySet());
    allowed.forEach(
        (action, resources) ->
            assertEquals(
                action.startsWith("dynamodb:")
                    ? Set.of("Table.Arn")
                    : Set.of("arn:aws:cloudformation:us-east-1:123456789012:stack/local/*"),
                resources));
  }

  @Test
  void makesNothingThatCostsWithoutBeingAskedTo() {
    var deployment = Deployment.of(Map.of());

    assertEquals(Set.of(), deployment.resources("AWS::CloudWatch::Alarm").keySet());
    assertEquals(Set.of(), deployment.resources("AWS::CloudWatch::Dashboard").keySet());
    assertEquals(Set.of(), deployment.resources("AWS::SNS::Topic").keySet());
    assertEquals("false", deployment.globals().get("DeploymentPreference").get("Enabled").text());
    assertTrue(deployment.globals().find("ReservedConcurrentExecutions").isEmpty());
    assertTrue(deployment.globals().find("ProvisionedConcurrencyConfig").isEmpty());
  }

  @Test
  void tellsAnAddressOfEveryAlarmAndOfItsEnd() {
    var alarms =
        Deployment.of(Map.of("AlarmEmail", "operator@reader.example"))
            .resources("AWS::CloudWatch::Alarm");

    assertEquals(ALARMS, alarms.keySet());
    alarms.forEach(
        (name, alarm) -> {
          assertEquals("notBreaching", alarm.get("TreatMissingData").text(), name);
          assertEquals(List.of("AlarmTopic"), alarm.get("AlarmActions").texts(), name);
          assertEquals(List.of("AlarmTopic"), alarm.get("OKActions").texts(), name);
          assertTrue(alarm.get("AlarmDescription").text().length() > 20, name);
        });
  }

  @Test
  void watchesTheAliasOfEveryFunction() {
    var deployment = Deployment.of(Map.of("AlarmEmail", "operator@reader.example"));
    for (var name : List.of("FunctionErrors", "FunctionThrottles")) {
      var watched = new TreeSet<String>();
      var alarm = deployment.resources("AWS::CloudWatch::Alarm").get(name);
      for (var metric : alarm.get("Metrics").items()) {
        metric
            .find("MetricStat")
            .ifPresent(
                stat ->
                    watched.add(
                        stat.get("Metric").get("Dimensions").items().get(1).get("Value").text()));
      }

      var aliases = new TreeSet<String>();
      deployment
          .resources("AWS::Serverless::Function")
          .keySet()
          .forEach(function -> aliases.add(function + ":live"));
      assertEquals(aliases, watched, name);
    }
  }

  @Test
  void countsNoSearchWithoutHitsThatAFunctionMadeItselfAtItsStart() {
    var deployment = Deployment.of(Map.of("Dashboard", "true"));
    var saved = deployment.resources("AWS::Logs::QueryDefinition").get("SearchesWithoutHits");
    var board = deployment.resources("AWS::CloudWatch::Dashboard").get("Board");

    assertTrue(
        saved
            .get("QueryString")
            .text()
            .startsWith("filter message = \"request\" and zeroHits = 1"));
    assertTrue(
        board
            .get("DashboardBody")
            .text()
            .contains("filter message = \\\"request\\\" and zeroHits = 1"));
  }

  @Test
  void rollsNewCodeBackOnAlarmsThatExist() {
    var deployment = Deployment.of(Map.of("Canary", "true"));
    var preference = deployment.globals().get("DeploymentPreference");

    assertEquals("true", preference.get("Enabled").text());
    var alarms = preference.get("Alarms").texts();
    assertTrue(alarms.size() >= 2);
    assertTrue(deployment.resources("AWS::CloudWatch::Alarm").keySet().containsAll(alarms));
  }

  @Test
  void keepsTheTableWhateverHappensToTheStack() {
    var deployment = Deployment.of(Map.of());
    var table = deployment.template.get("Resources").get("Table");

    assertEquals("Retain", table.get("DeletionPolicy").text());
    assertEquals("Retain", table.get("UpdateReplacePolicy").text());
    var properties = table.get("Properties");
    assertEquals("true", properties.get("DeletionProtectionEnabled").text());
    assertEquals(
        "true",
        properties
            .get("PointInTimeRecoverySpecification")
            .get("PointInTimeRecoveryEnabled")
            .text());
  }

  @Test
  void reservesConcurrencyWhereItIsAskedTo() {
    assertEquals(
        "7",
        Deployment.of(Map.of("ReservedConcurrency", "7"))
            .globals()
            .get("ReservedConcurrentExecutions")
            .text());
  }

  @Test
  void boundsTheRateAndLogsNothingThatAClientChose() {
    var api = Deployment.of(Map.of()).resources("AWS::Serverless::HttpApi").get("Api");

    assertEquals("50", api.get("DefaultRouteSettings").get("ThrottlingRateLimit").text());
    assertEquals("100", api.get("DefaultRouteSettings").get("ThrottlingBurstLimit").text());
    var format = api.get("AccessLogSettings").get("Format").text();
    for (var chosen :
        List.of("path", "identity", "protocol", "domainName", "authorizer", "customDomain")) {
      assertFalse(format.contains("$context." + chosen), chosen);
    }
    assertTrue(api.get("CorsConfiguration").find("AllowCredentials").isEmpty());
  }

  /** The actions that a policy allows, each with its resources. */
  private static Map<String, Set<String>> allowed(Section document) {
    var allowed = new TreeMap<String, Set<String>>();
    for (var statement : document.get("Statement").items()) {
      assertEquals("Allow", statement.get("Effect").text());
      for (var action : statement.get("Action").texts()) {
        allowed.put(action, Set.copyOf(new ArrayList<>(statement.get("Resource").texts())));
      }
    }
    return allowed;
  }

  /** The template with some parameters set. */
  private record Deployment(Scope scope, Section template) {
    static Deployment of(Map<String, String> parameters) {
      var file = Path.of("../../template.yaml").toAbsolutePath().normalize();
      var scope = new Scope("template.yaml");
      var template = new Section(scope, "", TemplateReader.compose(file));
      scope.declare(template, parameters);
      return new Deployment(scope, template);
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
  }
}
