package paperreviews.seed;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The options of every command that works on a table. */
final class TableOptions {
  private static final int MAX_PORT = 65_535;

  private static final AwsCredentialsProvider CREDENTIALS =
      DefaultCredentialsProvider.builder().build();

  @ArgGroup(multiplicity = "1")
  private Named named;

  /** The two ways to name a table. */
  private static final class Named {
    @Option(names = "--stack", paramLabel = "NAME", description = "The deployed stack: its table.")
    private String stack;

    @Option(names = "--table", paramLabel = "NAME", description = "The table itself.")
    private String table;
  }

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The region, where the AWS configuration does not name it.")
  private String region;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "Where DynamoDB answers, if not in the cloud: for example the local stack.")
  private URI endpoint;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** What to do with a table. */
  interface Work {
    void on(DynamoDbClient client, String table) throws Exception;
  }

  /** Does something with the table that the options name. */
  void with(Work work) throws Exception {
    try (var client = client()) {
      work.on(client, table());
    }
  }

  private String table() {
    if (named.table != null) {
      return named.table;
    }
    if (endpoint != null) {
      throw new ParameterException(
          command.commandLine(),
          "--stack asks CloudFormation, which does not know what is at --endpoint; give --table");
    }
    try (var client = build(CloudFormationClient.builder(), region, command)) {
      return new StackOutputs(client).find(named.stack, "TableName");
    }
  }

  private DynamoDbClient client() {
    var builder = DynamoDbClient.builder();
    if (endpoint != null) {
      if (!isHttpAddress(endpoint)) {
        throw new ParameterException(
            command.commandLine(),
            "--endpoint is %s; give an address such as http://localhost:8000".formatted(endpoint));
      }
      builder.endpointOverride(endpoint);
      if (isOnThisMachine(endpoint)) {
        // DynamoDB Local takes any credentials, and a newcomer has none. It is never busy, and if
        // it does not run, the user should learn that at once.
        return builder
            .httpClientBuilder(http().proxyConfiguration(Proxies.NONE))
            .overrideConfiguration(
                configuration ->
                    configuration.retryStrategy(
                        StandardRetryStrategy.builder().maxAttempts(2).build()))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .region(Region.of(region == null ? "us-east-1" : region))
            .build();
      }
    }
    return build(builder, region, command);
  }

  /** Returns a client of AWS in a region, by default that of the AWS configuration. */
  static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C build(
      B builder, String region, CommandSpec command) {
    builder.httpClientBuilder(http()).credentialsProvider(TableOptions::credentials);
    Optional.ofNullable(region).map(Region::of).ifPresent(builder::region);
    try {
      return builder.build();
    } catch (SdkClientException noRegion) {
      throw new ParameterException(
          command.commandLine(),
          "The AWS configuration does not name a region; give one by --region",
          noRegion);
    }
  }

  private static UrlConnectionHttpClient.Builder http() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(Duration.ofSeconds(2))
        .socketTimeout(Duration.ofSeconds(20));
  }

  /** Returns whether this is the address of a server, and nothing else. */
  static boolean isHttpAddress(URI address) {
    return address.getHost() != null
        && address.getPort() <= MAX_PORT
        && Stream.of(address.getRawUserInfo(), address.getRawQuery(), address.getRawFragment())
            .allMatch(Objects::isNull)
        && ("http".equalsIgnoreCase(address.getScheme())
            || "https".equalsIgnoreCase(address.getScheme()));
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
