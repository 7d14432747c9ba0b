package paperreviews.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * A SAM template, as far as a local stack needs it. Roles, alarms and whatever else a template has
 * are not looked at.
 *
 * @param file the template
 * @param parameters the parameters' values by name: overrides, else defaults
 * @param functions the functions in the template's order
 * @param table creates the one DynamoDB table, under its logical id
 * @param cors the CORS configuration of the HTTP API, if it has one
 * @param throttling how many requests the HTTP API takes, if it says so
 */
public record Template(
    Path file,
    Map<String, String> parameters,
    List<FunctionDefinition> functions,
    CreateTableRequest table,
    Optional<CorsConfiguration> cors,
    Optional<Throttling> throttling) {

  /** The region that {@code AWS::Region} stands for. */
  public static final String REGION = "us-east-1";

  /** The account that {@code AWS::AccountId} stands for. */
  public static final String ACCOUNT_ID = "123456789012";

  /**
   * Reads a template with its parameters' defaults; a reference to the table gives its logical id.
   *
   * @throws TemplateException if the template is missing or broken
   */
  public static Template read(Path file) {
    return TemplateReader.read(file, Map.of(), Optional.empty());
  }

  /**
   * Reads a template.
   *
   * @param parameterOverrides values for parameters, by name
   * @param tableName what a reference to the table gives
   * @throws TemplateException if the template is missing or broken, or an override does not fit
   */
  public static Template read(Path file, Map<String, String> parameterOverrides, String tableName) {
    return TemplateReader.read(file, parameterOverrides, Optional.of(tableName));
  }

  /** Returns the function of that logical id, if there is one. */
  public Optional<FunctionDefinition> function(String logicalId) {
    return functions.stream().filter(each -> each.logicalId().equals(logicalId)).findFirst();
  }
}
