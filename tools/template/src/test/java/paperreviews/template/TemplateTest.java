package paperreviews.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private static final String TABLE =
      """
        Table:
          Type: AWS::DynamoDB::Table
          Properties:
            AttributeDefinitions:
              - {AttributeName: pk, AttributeType: S}
            KeySchema:
              - {AttributeName: pk, KeyType: HASH}
      """;

  @TempDir Path folder;

  @Test
  void readsTheTemplateOfThisProject() {
    var template = Template.read(projectTemplate());

    assertEquals(
        List.of("ListSections", "GetPaper", "SearchPapers"),
        template.functions().stream().map(FunctionDefinition::logicalId).toList());
    var getPaper = template.function("GetPaper").orElseThrow();
    assertEquals("paperreviews.getpaper.GetPaper", getPaper.handler());
    assertEquals(
        projectTemplate().resolveSibling("functions/get-paper/target/function"),
        getPaper.codeUri());
    assertEquals(
        List.of(
            new Route("ANY", "/papers/{paperId}"), new Route("ANY", "/papers/{paperId}/bibtex")),
        getPaper.routes());
    assertEquals("Table", getPaper.environment().get("TABLE_NAME"));
    assertEquals("Table", template.table().tableName());
    assertEquals(
        List.of("pk HASH", "sk RANGE"),
        template.table().keySchema().stream()
            .map(element -> element.attributeName() + " " + element.keyTypeAsString())
            .toList());
    assertEquals(List.of("*"), template.cors().orElseThrow().allowOrigins());
    assertEquals(Optional.of(new Throttling(50, 100)), template.throttling());
  }

  @Test
  void givesTheTableItsPhysicalNameAndParametersTheirOverrides() {
    var template =
        Template.read(
            projectTemplate(),
            Map.of(
                "EditionMaxAgeSeconds", "0",
                "RequestsPerSecond", "1",
                "AllowedOrigins", "https://a.example, https://b.example"),
            "reviews");

    var environment = template.functions().getFirst().environment();
    assertEquals("reviews", environment.get("TABLE_NAME"));
    assertEquals("0", environment.get("EDITION_MAX_AGE_SECONDS"));
    assertEquals(
        List.of("https://a.example", "https://b.example"),
        template.cors().orElseThrow().allowOrigins());
    assertEquals("0", template.parameters().get("EditionMaxAgeSeconds"));
    assertEquals(Optional.of(new Throttling(1, 100)), template.throttling());
  }

  @Test
  void mergesGlobalsAsSamDoes() throws IOException {
    var function =
        read("""
        Globals:
          Function:
            Handler: a.Global
            Timeout: 7
            MemorySize: 512
            Environment:
              Variables: {SHARED: global, GLOBAL: global}
        Resources:
          Hello:
            Type: AWS::Serverless::Function
            Properties:
              CodeUri: hello/
              Timeout: 9
              Environment:
                Variables: {SHARED: own, OWN: own}
        """
                + TABLE)
            .functions()
            .getFirst();

    assertEquals("a.Global", function.handler());
    assertEquals(Duration.ofSeconds(9), function.timeout());
    assertEquals(512, function.memorySize());
    assertEquals(Map.of("SHARED", "own", "GLOBAL", "global", "OWN", "own"), function.environment());
  }

  @Test
  void resolvesIntrinsicFunctionsInBothForms() throws IOException {
    var environment =
        read("""
        Parameters:
          Stage: {Type: String, Default: dev}
          Names: {Type: CommaDelimitedList, Default: "a, b,c"}
        Conditions:
          IsProduction: !Equals [!Ref Stage, production]
          IsSmall: !And [!Not [!Condition IsProduction], {"Fn::Or": [Condition: Never, Condition: Always]}]
          Never: !Equals [a, b]
          Always: !Equals [a, a]
        Resources:
          Hello:
            Type: AWS::Serverless::Function
            Properties:
              CodeUri: !Sub "${Stage}/function"
              Handler: a.Hello
              Environment:
                Variables:
                  REF: !Ref Stage
                  LONG_REF: {Ref: Stage}
                  SUB: !Sub "${Table}-${Stage}-${AWS::Region}-${!Kept}"
                  SUB_LIST: !Sub "${Names}"
                  ARN: !GetAtt Table.Arn
                  LONG_ARN: {"Fn::GetAtt": [Table, Arn]}
                  SUB_ARN: !Sub "${Table.Arn}/index"
                  IF: !If [IsProduction, yes, no]
                  NESTED: !If [IsSmall, !If [Never, x, !Sub "${Stage}!"], z]
                  ABSENT: !If [IsProduction, here, !Ref AWS::NoValue]
        """
                + TABLE)
            .functions()
            .getFirst()
            .environment();

    assertEquals(
        Map.ofEntries(
            Map.entry("REF", "dev"),
            Map.entry("LONG_REF", "dev"),
            Map.entry("SUB", "physical-dev-us-east-1-${Kept}"),
            Map.entry("SUB_LIST", "a,b,c"),
            Map.entry("ARN", "Table.Arn"),
            Map.entry("LONG_ARN", "Table.Arn"),
            Map.entry("SUB_ARN", "Table.Arn/index"),
            Map.entry("IF", "no"),
            Map.entry("NESTED", "dev!")),
        environment);
  }

  @Test
  void leavesOutResourcesWhoseConditionIsFalse() throws IOException {
    var template =
        read(
            """
            Conditions:
              Never: !Equals [a, b]
            Resources:
              Hello:
                Type: AWS::Serverless::Function
                Properties: {CodeUri: a, Handler: a.Hello}
              Other:
                Type: AWS::Serverless::Function
                Condition: Never
                Properties: {CodeUri: b, Handler: a.Other}
            """
                + TABLE);

    assertEquals(1, template.functions().size());
  }

  @Test
  void ignoresWhatItDoesNotNeed() throws IOException {
    var template =
        read(
            """
            Resources:
              Hello:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: a
                  Handler: a.Hello
                  Role: !ImportValue SomeRole
                  Policies: [!Unheard {Of: [1, 2]}]
                  Events:
                    Nightly: {Type: Schedule, Properties: {Schedule: rate(1 day)}}
              Alarm:
                Type: AWS::CloudWatch::Alarm
                Properties:
                  AlarmActions: [!If [Undeclared, !Ref Nothing, !Ref AWS::NoValue]]
              Board:
                Type: AWS::CloudWatch::Dashboard
                Properties:
                  DashboardBody: !Sub "${Nobody} ${Knows.This}"
            """
                + TABLE
                + """
                Outputs:
                  Url: {Value: !GetAtt Missing.Url}
                """);

    assertEquals(List.of(), template.functions().getFirst().routes());
    assertEquals(Optional.empty(), template.cors());
    assertEquals(Optional.empty(), template.throttling());
  }

  @Test
  void readsRoutesWithMethodsInUpperCaseAndTheDefaultRoute() throws IOException {
    var routes =
        read("""
        Resources:
          Hello:
            Type: AWS::Serverless::Function
            Properties:
              CodeUri: a
              Handler: a.Hello
              Events:
                A: {Type: HttpApi, Properties: {Path: /a, Method: get}}
                B: {Type: HttpApi, Properties: {Path: "/b/{id}"}}
                C: {Type: HttpApi, Properties: {Path: $default, Method: ANY}}
                D: {Type: HttpApi}
        """
                + TABLE)
            .functions()
            .getFirst()
            .routes();

    assertEquals(
        List.of("GET /a", "ANY /b/{id}", "$default", "$default"),
        routes.stream().map(Route::key).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Timeout: soon                                 | template.yaml:7: Resources.Hello.Properties.Timeout must be a whole number from 1 to 900, not "soon".
          MemorySize: 1                                 | template.yaml:7: Resources.Hello.Properties.MemorySize must be a whole number from 128 to 10240, not "1".
          Environment: {Variables: {X: !Ref Nobody}}    | template.yaml:7: Resources.Hello.Properties.Environment.Variables.X refers to "Nobody", which is neither a parameter with a value nor a resource.
          Environment: {Variables: {X: !GetAtt Nobody.A}} | template.yaml:7: Resources.Hello.Properties.Environment.Variables.X refers to "Nobody", which is not a resource.
          Environment: {Variables: {X: !If [X, a, b]}}  | template.yaml:7: Resources.Hello.Properties.Environment.Variables.X names the condition "X", which is not declared.
          Environment: {Variables: {X: !ImportValue X}} | template.yaml:7: Resources.Hello.Properties.Environment.Variables.X uses ImportValue, which the local stack does not support.
          Environment: {Variables: {X: [a, b]}}         | template.yaml:7: Resources.Hello.Properties.Environment.Variables.X must be a text, not a list.
          Handler: twice                                | template.yaml:7: Resources.Hello.Properties.Handler is there twice.
          Events: {E: {Type: HttpApi, Properties: {Path: "/a/{b+}"}}} | template.yaml:7: Resources.Hello.Properties.Events.E.Properties.Path has a greedy parameter, which the local stack does not support.
          Environment: text                             | template.yaml:7: Resources.Hello.Properties.Environment must be a mapping of names to values.
          """)
  void namesThePlaceOfAFault(String property, String sentence) {
    var fault =
        assertThrows(
            TemplateException.class,
            () ->
                read(
                    """
                    Resources:
                      Hello:
                        Type: AWS::Serverless::Function
                        Properties:
                          CodeUri: a
                          Handler: a.Hello
                          %s
                    """
                            .formatted(property)
                        + TABLE));
    assertEquals(sentence, fault.getMessage());
  }

  @Test
  void saysWhereTheFileIsNoYaml() {
    var fault = assertThrows(TemplateException.class, () -> read("Resources:\n  a: [1, 2\nb: c\n"));
    assertTrue(
        fault.getMessage().matches("template\\.yaml:[34]: This is not YAML: .*\\."),
        fault.getMessage());
  }

  @Test
  void saysThatThereIsNoTemplate() {
    var file = folder.resolve("nowhere.yaml");
    var fault = assertThrows(TemplateException.class, () -> Template.read(file));
    assertEquals("There is no template at " + file + ".", fault.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Architecture         | vax              | Architecture must be one of arm64, x86_64, not "vax".
          AllowedOrigins       | https://a.b/c    | AllowedOrigins must be origins such as https://reader.example, without a path, separated by commas; or *, not "https://a.b/c".
          AllowedOrigins       | https://a.b, x   | AllowedOrigins must be origins such as https://reader.example, without a path, separated by commas; or *, not "x".
          AlarmEmail           | nobody           | AlarmEmail must be one e-mail address, or nothing, not "nobody".
          EditionMaxAgeSeconds | -1               | EditionMaxAgeSeconds must be a whole number from 0 to 3600, not "-1".
          RequestsPerSecond    | many             | RequestsPerSecond must be a whole number from 1 to 10000, not "many".
          """)
  void refusesAnOverrideThatIsNotAllowed(String parameter, String value, String sentence) {
    var fault =
        assertThrows(
            TemplateException.class,
            () -> Template.read(projectTemplate(), Map.of(parameter, value), "reviews"));
    assertTrue(fault.getMessage().endsWith("Parameters." + sentence), fault.getMessage());
  }

  private Template read(String yaml) throws IOException {
    var file = Files.writeString(folder.resolve("template.yaml"), yaml);
    return Template.read(file, Map.of(), "physical");
  }

  /** Tests run in the module's folder. */
  private static Path projectTemplate() {
    return Path.of("../../template.yaml").toAbsolutePath().normalize();
  }
}
