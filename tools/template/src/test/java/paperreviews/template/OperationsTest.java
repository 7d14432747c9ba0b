package paperreviews.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What this project's template promises to those who deploy it, whatever the local stack needs. */
class OperationsTest {
  private static final Set<String> ALARMS =
      Set.of(
          "ServerErrors",
          "ShareOfServerErrors",
          "FailedRequests",
          "FunctionErrors",
          "FunctionThrottles",
          "SlowRequests",
          "TableThrottles",
          "TableErrors");

  @Test
  void describesAndBoundsEveryParameterAndNeedsNone() {
    Deployment.of(Map.of())
        .template()
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
    for (var function : deployment.resources("AWS::Serverless::Function").values()) {
      assertEquals("ReaderRole.Arn", function.get("Role").text());
      assertTrue(function.find("Policies").isEmpty());
    }
    var role = deployment.roles().get("ReaderRole");
    assertTrue(role.find("ManagedPolicyArns").isEmpty());

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
        Deployment.allowed(role));
  }

  @Test
  void letsWhoPublishesWriteTheOneTableAndNotScanIt() {
    var policy =
        Deployment.of(Map.of()).resources("AWS::IAM::ManagedPolicy").get("PublisherPolicy");

    var allowed = Deployment.allowedBy(policy.get("PolicyDocument"));

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
  void createsNothingThatCostsUnlessAskedTo() {
    var deployment = Deployment.of(Map.of());

    assertEquals(Set.of(), deployment.resources("AWS::CloudWatch::Alarm").keySet());
    assertEquals(Set.of(), deployment.resources("AWS::CloudWatch::Dashboard").keySet());
    assertEquals(Set.of(), deployment.resources("AWS::SNS::Topic").keySet());
    assertEquals(Set.of(), deployment.resources("AWS::Budgets::Budget").keySet());
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
  void scheduleInvokesEachAliasEveryDayWithItsEvent() throws IOException {
    var deployment = Deployment.of(Map.of());
    var invocable = Deployment.allowed(deployment.roles().get("KeepWarmRole"));
    var aliases = new TreeSet<String>();
    for (var function : deployment.resources("AWS::Serverless::Function").entrySet()) {
      var schedule = function.getValue().get("Events").get("KeepWarm");
      // SAM has a schedule invoke the alias that AutoPublishAlias names.
      assertEquals("ScheduleV2", schedule.get("Type").text());
      var properties = schedule.get("Properties");
      assertEquals("rate(1 day)", properties.get("ScheduleExpression").text());
      assertEquals("ENABLED", properties.get("State").text());
      assertEquals("KeepWarmRole.Arn", properties.get("RoleArn").text());
      // The name that SAM would give holds for the region: two stacks could not have it.
      assertEquals("true", properties.get("OmitName").text());
      var event = json(properties.get("Input").text());
      var file =
          function.getKey().replaceAll("(.)([A-Z])", "$1-$2").toLowerCase(Locale.ROOT) + ".json";
      assertEquals(
          json(Files.readString(Deployment.ROOT.resolve("events/keep-warm-" + file))), event);
      // No client can send this: API Gateway writes the context.
      assertEquals("keep-warm", ((Map<?, ?>) event.get("requestContext")).get("requestId"));
      assertTrue(
          function.getValue().get("Events").entries().values().stream()
              .filter(each -> each.get("Type").text().equals("HttpApi"))
              .map(each -> "ANY " + each.get("Properties").get("Path").text())
              .anyMatch(event.get("routeKey")::equals));
      aliases.add(function.getKey() + ".Arn:live");
    }
    assertEquals("live", deployment.globals().get("AutoPublishAlias").text());
    assertEquals(Map.of("lambda:InvokeFunction", aliases), invocable);
  }

  @Test
  void scheduleIsOffWhereTheOperatorSaysSo() {
    for (var function :
        Deployment.of(Map.of("KeepWarm", "off")).resources("AWS::Serverless::Function").values()) {
      var schedule = function.get("Events").get("KeepWarm").get("Properties");
      assertEquals("DISABLED", schedule.get("State").text());
    }
  }

  @Test
  void alarmNoticesASingleServerErrorOnLittleTraffic() {
    var alarm =
        Deployment.of(Map.of("AlarmEmail", "operator@reader.example"))
            .resources("AWS::CloudWatch::Alarm")
            .get("ShareOfServerErrors");

    assertEquals("1", alarm.get("EvaluationPeriods").text());
    assertTrue(alarm.find("DatapointsToAlarm").isEmpty());
    assertEquals(
        "100 * FILL(errors, 0) / requests",
        alarm.get("Metrics").items().getFirst().get("Expression").text());
    assertEquals("10", alarm.get("Threshold").text());
  }

  @Test
  void budgetWarnsTheAlarmsAddressBeforeTheMoneyIsSpent() {
    var parameters = Map.of("AlarmEmail", "operator@reader.example", "MonthlyBudget", "7");
    var budget = Deployment.of(parameters).resources("AWS::Budgets::Budget").get("Budget");

    assertEquals("7", budget.get("Budget").get("BudgetLimit").get("Amount").text());
    var kinds = new TreeSet<String>();
    for (var notification : budget.get("NotificationsWithSubscribers").items()) {
      kinds.add(notification.get("Notification").get("NotificationType").text());
      assertEquals(
          "operator@reader.example",
          notification.get("Subscribers").items().getFirst().get("Address").text());
    }
    assertEquals(Set.of("ACTUAL", "FORECASTED"), kinds);
    assertEquals(
        Set.of(),
        Deployment.of(Map.of("AlarmEmail", "operator@reader.example", "MonthlyBudget", "0"))
            .resources("AWS::Budgets::Budget")
            .keySet());
  }

  @Test
  void changedTagsOrConcurrencyPublishNoVersionThatLambdaRefuses() {
    var deployment = Deployment.of(Map.of());

    assertEquals("true", deployment.globals().get("AutoPublishAliasAllProperties").text());
    assertTrue(deployment.globals().find("Tags").isEmpty());
    for (var function : deployment.resources("AWS::Serverless::Function").values()) {
      assertTrue(function.find("Tags").isEmpty());
      assertTrue(function.find("ReservedConcurrentExecutions").isEmpty());
    }
  }

  @Test
  void dashboardsOfTwoRegionsHaveTwoNames() {
    assertEquals(
        "local-us-east-1",
        Deployment.of(Map.of("Dashboard", "true"))
            .resources("AWS::CloudWatch::Dashboard")
            .get("Board")
            .get("DashboardName")
            .text());
  }

  @Test
  void savedQueryForFailuresFindsWhatLambdaReports() {
    var query =
        Deployment.of(Map.of())
            .resources("AWS::Logs::QueryDefinition")
            .get("LatestFailures")
            .get("QueryString")
            .text();

    // A time-out or too little memory ends the function before it could write a line itself.
    assertTrue(query.contains("record.status != \"success\""), query);
    assertTrue(query.contains("record.errorType"), query);
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
  void runbookSaysWhatToDoAtEachAlarm() throws IOException {
    var runbook = Files.readString(Deployment.ROOT.resolve("docs/runbook.md"));
    for (var alarm : ALARMS) {
      assertTrue(runbook.contains("\n| `" + alarm + "` |"), alarm);
    }
  }

  @Test
  void operationsPageListsEachParameterWithItsDefault() throws IOException {
    var page = Files.readAllLines(Deployment.ROOT.resolve("docs/operations.md"));
    Deployment.of(Map.of())
        .template()
        .get("Parameters")
        .entries()
        .forEach(
            (name, parameter) ->
                assertTrue(
                    page.stream()
                        .filter(line -> line.startsWith("| `") && line.contains("`" + name + "`"))
                        .anyMatch(
                            line ->
                                parameter.get("Default").text().isEmpty()
                                    || line.contains(parameter.get("Default").text())),
                    name));
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
    var table = deployment.template().get("Resources").get("Table");

    assertEquals("RetainExceptOnCreate", table.get("DeletionPolicy").text());
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

  private static Map<String, Object> json(String text) {
    // JSON is YAML, too.
    @SuppressWarnings("unchecked")
    var object =
        (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(text);
    return object;
  }
}
