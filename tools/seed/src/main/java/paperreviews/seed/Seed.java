package paperreviews.seed;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** The command {@code seed}: what a reviewer and an operator do with the reviews. */
@Command(
    name = "seed",
    description = "Puts the reviews into the table that the API reads.",
    subcommands = {Seed.Publish.class, HelpCommand.class},
    synopsisSubcommandLabel = "COMMAND")
public final class Seed implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  private boolean help;

  /** Runs the command and ends the process: 0 done, 1 could not be done, 2 wrongly called. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return new CommandLine(new Seed())
        .setExecutionExceptionHandler(
            (failure, commandLine, _) -> {
              commandLine.getErr().println(sentence(failure));
              return 1;
            })
        .execute(arguments);
  }

  private static String sentence(Exception failure) {
    return switch (failure) {
      case FaultyReviewsException faults ->
          "%s%nFaults: %d. Nothing was published."
              .formatted(faults.getMessage(), faults.faults().size());
      case LostRaceException lost -> lost.getMessage();
      case ResourceNotFoundException _ ->
          "There is no table of that name. The stack's output TableName names it; check --region and --endpoint, too.";
      case SdkException sdk ->
          "The table failed: %s%nReaders see nothing half-written. Run the same command again to go on."
              .formatted(sdk.getMessage());
      default -> "Could not be done: " + failure;
    };
  }

  @Override
  public void run() {
    command.commandLine().usage(System.out);
  }

  /** {@code seed publish}. */
  @Command(
      name = "publish",
      description = {
        "Checks the review files and publishes them as a new edition of the catalogue.",
        "Readers see the whole new edition at once; the same files again change nothing."
      })
  static final class Publish implements Callable<Integer> {
    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        description = "Shows this help.")
    private boolean help;

    @Parameters(paramLabel = "REVIEWS", description = "The folder of review files.")
    private Path reviews;

    @Option(
        names = "--table",
        required = true,
        paramLabel = "NAME",
        description = "The table; the stack's output TableName names it.")
    private String table;

    @Option(
        names = "--region",
        paramLabel = "REGION",
        description = "The table's region, where the AWS configuration does not name it.")
    private String region;

    @Option(
        names = "--endpoint",
        paramLabel = "URL",
        description = "Where DynamoDB answers, if not in the cloud: for example the local stack.")
    private URI endpoint;

    @CommandLine.Spec private CommandLine.Model.CommandSpec command;

    @Override
    public Integer call() throws FaultyReviewsException, LostRaceException {
      try (var client = client()) {
        Seeding.publish(reviews, client, table, System.out);
        return 0;
      }
    }

    private DynamoDbClient client() {
      var builder = DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder());
      if (region != null) {
        builder.region(Region.of(region));
      }
      if (endpoint != null) {
        if (endpoint.getHost() == null || !endpoint.getScheme().matches("https?")) {
          throw new ParameterException(
              command.commandLine(),
              "--endpoint is %s; give an address such as http://localhost:8000"
                  .formatted(endpoint));
        }
        builder.endpointOverride(endpoint);
        if (isOnThisMachine(endpoint)) {
          // DynamoDB Local takes any credentials, and a newcomer has none.
          builder
              .credentialsProvider(
                  StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
              .region(Region.of(region == null ? "us-east-1" : region));
        }
      }
      try {
        return builder.build();
      } catch (SdkClientException noRegion) {
        throw new ParameterException(
            command.commandLine(),
            "The AWS configuration does not name a region; give one by --region",
            noRegion);
      }
    }

    private static boolean isOnThisMachine(URI endpoint) {
      try {
        return InetAddress.getByName(endpoint.getHost()).isLoopbackAddress();
      } catch (UnknownHostException _) {
        return false;
      }
    }
  }
}
