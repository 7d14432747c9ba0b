package paperreviews.seed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** The command {@code seed}: what a reviewer and an operator do with the reviews. */
@Command(
    name = "seed",
    description = "Takes reviews from an article to the table that the API reads.",
    footer = {
      "",
      "One after the other:",
      "  seed import ARTICLE.txt > reviews/NAME.yaml",
      "  seed check reviews",
      "  seed publish reviews --table NAME",
      "",
      "\"seed help COMMAND\" says more of each."
    },
    subcommands = {Import.class, Check.class, Seed.Publish.class, HelpCommand.class},
    synopsisSubcommandLabel = "COMMAND")
public final class Seed implements Runnable {

  private static final String GO_ON =
      "Readers see nothing half-written. Run the same command again to go on.";

  /**
   * The errors of DynamoDB that concern whoever asks, beside those with status 403.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">Errors</a>
   */
  private static final Set<String> OF_CREDENTIALS =
      Set.of(
          "AccessDeniedException",
          "ExpiredTokenException",
          "IncompleteSignatureException",
          "InvalidSignatureException",
          "MissingAuthenticationTokenException",
          "UnrecognizedClientException");

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
          "There is no table of that name. The stack's output TableName names it; check --region"
              + " and --endpoint, too.";
      case MissingCredentialsException missing -> missing.getMessage();
      case AwsServiceException refusal -> sentence(refusal);
      case SdkException sdk -> sentence(sdk);
      default -> "Could not be done: " + failure;
    };
  }

  private static String sentence(AwsServiceException refusal) {
    var details = refusal.awsErrorDetails();
    var why = details == null ? refusal.getMessage() : details.errorMessage();
    if (refusal.isThrottlingException() || refusal.statusCode() >= 500) {
      return "The table is too busy or out of order: %s%n%s".formatted(why, GO_ON);
    }
    if (details != null && OF_CREDENTIALS.contains(details.errorCode())
        || refusal.statusCode() == 403) {
      return "AWS does not accept these credentials for that: " + why;
    }
    return "The table refuses that: " + why;
  }

  private static String sentence(SdkException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return "There is no host %s; check --region, --endpoint and the network."
            .formatted(cause.getMessage());
      }
      if (cause instanceof IOException) {
        return "The table cannot be reached: %s%n%s"
            .formatted(
                Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName()),
                GO_ON);
      }
    }
    return "The table failed: " + failure.getMessage();
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
    private static final AwsCredentialsProvider CREDENTIALS =
        DefaultCredentialsProvider.builder().build();

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
      var builder =
          DynamoDbClient.builder()
              .httpClientBuilder(
                  UrlConnectionHttpClient.builder().connectionTimeout(Duration.ofSeconds(2)))
              .credentialsProvider(Publish::credentials);
      if (region != null) {
        builder.region(Region.of(region));
      }
      if (endpoint != null) {
        if (endpoint.getHost() == null || !isHttp(endpoint.getScheme())) {
          throw new ParameterException(
              command.commandLine(),
              "--endpoint is %s; give an address such as http://localhost:8000"
                  .formatted(endpoint));
        }
        builder.endpointOverride(endpoint);
        if (isOnThisMachine(endpoint)) {
          // DynamoDB Local takes any credentials, and a newcomer has none. It is never busy, and
          // if it does not run, nobody should wait to hear that.
          builder
              .overrideConfiguration(
                  configuration ->
                      configuration.retryStrategy(
                          StandardRetryStrategy.builder().maxAttempts(2).build()))
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

    private static boolean isHttp(String scheme) {
      return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    }

    private static AwsCredentials credentials() {
      try {
        return CREDENTIALS.resolveCredentials();
      } catch (SdkClientException none) {
        throw new MissingCredentialsException(none);
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

  /** Nothing on this machine says who asks AWS. */
  private static final class MissingCredentialsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingCredentialsException(SdkClientException cause) {
      super(
          "There are no AWS credentials. Sign in with the AWS CLI, or set AWS_PROFILE, or"
              + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
          cause);
    }
  }
}
