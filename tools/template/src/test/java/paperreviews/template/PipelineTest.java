package paperreviews.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What deploys this project: the workflow, the account's preparation, and SAM's configuration. */
class PipelineTest {
  private static final String WORKFLOW = ".github/workflows/deploy.yml";
  private static final Set<String> ENVIRONMENTS = Set.of("default", "production");

  @Test
  void workflowBuildsDeploysPublishesAndVerifiesInThisOrder() throws IOException {
    var commands =
        steps().stream().map(step -> String.valueOf(step.get("run"))).collect(Collectors.joining());

    int last = -1;
    for (var command :
        List.of("./mvnw ", "sam deploy ", "./seed publish reviews ", "./seed verify ")) {
      int at = commands.indexOf(command, last + 1);
      assertTrue(at > last, command + " in " + commands);
      last = at;
    }
    for (var file : List.of("mvnw", "seed", "reviews")) {
      assertTrue(Files.exists(Deployment.ROOT.resolve(file)), file);
    }
  }

  @Test
  void workflowHasNoKeyButARoleForTheJob() throws IOException {
    assertEquals(Map.of("contents", "read", "id-token", "write"), workflow().get("permissions"));
    var text = Files.readString(Deployment.ROOT.resolve(WORKFLOW));
    assertFalse(text.contains("secrets."), text);
    assertFalse(text.contains("access-key"), text);
    var credentials =
        steps().stream()
            .filter(step -> String.valueOf(step.get("uses")).contains("configure-aws-credentials"))
            .map(step -> (Map<?, ?>) step.get("with"))
            .toList();
    assertEquals(
        List.of(
            Map.of(
                "role-to-assume", "${{ vars.AWS_DEPLOY_ROLE }}",
                "aws-region", "${{ vars.AWS_REGION }}")),
        credentials);
  }

  @Test
  void workflowRunsNothingThatAnInputOrAPushCouldChange() throws IOException {
    for (var step : steps()) {
      // Values reach a shell as environment variables only.
      assertFalse(String.valueOf(step.get("run")).contains("${{"), step::toString);
      if (step.containsKey("uses")) {
        assertTrue(
            step.get("uses").toString().matches("(aws-)?actions/[a-z-]+@v\\d+"), step::toString);
      }
    }
  }

  @Test
  void apiIsVerifiedEveryDayWhereAnOperatorNamesIt() throws IOException {
    var verify = yaml(Files.readString(Deployment.ROOT.resolve(".github/workflows/verify.yml")));

    assertEquals(Map.of("contents", "read"), verify.get("permissions"));
    assertTrue(
        ((Map<?, ?>) verify.get("on"))
            .get("schedule")
            .toString()
            .matches(".*\\d+ \\d+ \\* \\* \\*.*"));
    var daily = (Map<?, ?>) ((Map<?, ?>) verify.get("jobs")).get("verify");
    assertEquals("vars.API_URL != ''", daily.get("if"));
    var commands =
        ((List<?>) daily.get("steps"))
            .stream().map(step -> String.valueOf(((Map<?, ?>) step).get("run"))).toList();
    assertEquals("./seed verify --api \"$API_URL\" --origin \"$ORIGIN\"", commands.getLast());
    assertTrue(commands.stream().noneMatch(command -> command.contains("${{")), commands::toString);
  }

  @Test
  void workflowDeploysTheStacksOfSamsConfiguration() throws IOException {
    var config = samConfig();
    var stack = ((Map<?, ?>) job().get("env")).get("STACK").toString();

    assertEquals(
        "${{ inputs.environment == 'production' && '%s' || '%s' }}"
            .formatted(
                config.get("production.global.parameters").get("stack_name"),
                config.get("default.global.parameters").get("stack_name")),
        stack);
    var inputs =
        (Map<?, ?>)
            ((Map<?, ?>) ((Map<?, ?>) workflow().get("on")).get("workflow_dispatch")).get("inputs");
    assertEquals(
        ENVIRONMENTS, Set.copyOf((List<?>) ((Map<?, ?>) inputs.get("environment")).get("options")));
  }

  @Test
  void onlyTheJobsOfOneEnvironmentMayDeployItsStack() {
    var deployment = bootstrap();

    var trust =
        deployment
            .roles()
            .get("DeployRole")
            .get("AssumeRolePolicyDocument")
            .get("Statement")
            .items();
    assertEquals(1, trust.size());
    var condition = trust.getFirst().get("Condition").get("StringEquals").entries();
    assertEquals(
        "repo:owner/name:environment:production",
        condition.get("token.actions.githubusercontent.com:sub").text());
    assertEquals(
        "sts.amazonaws.com", condition.get("token.actions.githubusercontent.com:aud").text());
    Deployment.allowed(deployment.roles().get("DeployRole"))
        .forEach(
            (action, resources) ->
                assertTrue(
                    action.equals("cloudformation:GetTemplateSummary")
                        || resources.stream().noneMatch("*"::equals),
                    action));
  }

  @Test
  void pipelinePublishesWithTheRightsOfThosePublishing() {
    var published =
        Deployment.allowedBy(
            Deployment.of(Map.of())
                .resources("AWS::IAM::ManagedPolicy")
                .get("PublisherPolicy")
                .get("PolicyDocument"));
    var deployed = Deployment.allowed(bootstrap().roles().get("DeployRole"));

    assertEquals(dynamoDb(published), dynamoDb(deployed));
  }

  @Test
  void deploymentCreatesTheRolesOfTheTemplateAndNoOthersAndReadsNoItem() {
    var allowed = Deployment.allowed(bootstrap().roles().get("ExecutionRole"));

    var roles = new TreeSet<>(Deployment.of(Map.of()).roles().keySet());
    // SAM adds it for DeploymentPreference.
    roles.add("CodeDeployServiceRole");
    for (var action : List.of("iam:CreateRole", "iam:PutRolePolicy")) {
      assertEquals(
          roles.stream()
              .map(role -> "role/paper-reviews-" + role + "-*")
              .collect(Collectors.toSet()),
          allowed.get(action).stream()
              .map(resource -> resource.replaceFirst("arn:aws:iam::\\d+:", ""))
              .filter(resource -> resource.startsWith("role/"))
              .collect(Collectors.toSet()));
    }
    assertTrue(
        allowed.keySet().stream()
            .noneMatch(action -> action.matches("dynamodb:(\\*|.*Item|Query|Scan)")),
        allowed::toString);
  }

  @Test
  void samReadsTheTemplateAndAcceptsThatNothingChanged() throws IOException {
    var config = samConfig();
    for (var environment : ENVIRONMENTS) {
      // Not the copy that "sam build" leaves behind.
      assertEquals(
          "template.yaml", config.get(environment + ".global.parameters").get("template_file"));
      var deploy = config.get(environment + ".deploy.parameters");
      assertEquals("false", deploy.get("fail_on_empty_changeset"));
      assertTrue(deploy.get("tags").contains("project=paper-reviews"), deploy::toString);
    }
  }

  @Test
  void samLocalReachesTheDatabaseOfTheLocalStack() throws IOException {
    for (var command : List.of("local_invoke", "local_start_api", "local_start_lambda")) {
      var parameters = samConfig().get("default." + command + ".parameters");
      assertEquals("events/local.json", parameters.get("env_vars"));
      assertEquals("[\"host.docker.internal:host-gateway\"]", parameters.get("add_host"));
    }
    var environment =
        (Map<?, ?>)
            yaml(Files.readString(Deployment.ROOT.resolve("events/local.json"))).get("Parameters");
    assertEquals("http://host.docker.internal:8000", environment.get("DYNAMODB_ENDPOINT"));
    assertEquals("paper-reviews", environment.get("TABLE_NAME"));
    // SAM sets only variables that the template declares.
    assertTrue(
        Deployment.of(Map.of())
            .globals()
            .get("Environment")
            .get("Variables")
            .entries()
            .keySet()
            .containsAll(environment.keySet()));
  }

  private static Set<String> dynamoDb(Map<String, Set<String>> allowed) {
    return allowed.keySet().stream()
        .filter(action -> action.startsWith("dynamodb:"))
        .collect(Collectors.toSet());
  }

  private static Deployment bootstrap() {
    return Deployment.of(
        "bootstrap.yaml",
        new TreeMap<>(Map.of("Repository", "owner/name", "Environment", "production")));
  }

  private static Map<String, Object> workflow() throws IOException {
    return yaml(Files.readString(Deployment.ROOT.resolve(WORKFLOW)));
  }

  private static Map<?, ?> job() throws IOException {
    return (Map<?, ?>) ((Map<?, ?>) workflow().get("jobs")).get("deploy");
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> steps() throws IOException {
    return (List<Map<String, Object>>) job().get("steps");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> yaml(String text) {
    return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  /** The values of samconfig.toml that stand on one line, by section and name. */
  private static Map<String, Map<String, String>> samConfig() throws IOException {
    var config = new LinkedHashMap<String, Map<String, String>>();
    var section = "";
    for (var line : Files.readAllLines(Deployment.ROOT.resolve("samconfig.toml"))) {
      if (line.startsWith("[")) {
        section = line.replaceAll("[\\[\\]]", "");
        config.put(section, new LinkedHashMap<>());
      } else if (line.matches("\\w+ = .*") && !section.isEmpty()) {
        var parts = line.split(" = ", 2);
        config.get(section).put(parts[0], parts[1].replaceAll("^\"|\"$", ""));
      }
    }
    return config;
  }
}
