package paperreviews.seed;

import java.net.URI;
import java.util.Objects;
import java.util.concurrent.Callable;
import paperreviews.editions.Printable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** {@code seed verify}. */
@Command(
    name = "verify",
    description = {
      "Asks every route of a deployed API for what a published catalogue must answer.",
      "Prints a line for each request, with its status and time, and what is wrong."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:all answers are right", "1:something is wrong", "2:usage error"})
final class Verify implements Callable<Integer> {
  private static final String ANY_ORIGIN = "https://example.org";

  @Mixin private HelpOption help;

  @ArgGroup(multiplicity = "1")
  private Target target;

  /** The two ways to name an API. */
  private static final class Target {
    @Option(names = "--stack", paramLabel = "NAME", description = "The deployed stack: its API.")
    private String stack;

    @Option(
        names = "--api",
        paramLabel = "URL",
        description = "The API's address, such as http://localhost:3000.")
    private URI api;
  }

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The stack's region, where the AWS configuration does not name it.")
  private String region;

  @Option(
      names = "--origin",
      paramLabel = "ORIGIN",
      description =
          "An origin that may read the API: if not given, one of the stack's AllowedOrigins, or "
              + ANY_ORIGIN
              + " where all may.")
  private String origin;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    var api = target.api == null ? apiOfStack() : target.api;
    if (!TableOptions.isHttpAddress(api)) {
      throw new ParameterException(
          command.commandLine(),
          "--api is %s; give an address such as http://localhost:3000"
              .formatted(Printable.of(api.toString())));
    }
    int faults =
        new ApiCheck(api, Objects.requireNonNullElse(origin, ANY_ORIGIN), System.out).run();
    if (faults > 0) {
      System.err.printf("Faults: %,d.%n", faults);
      return 1;
    }
    System.out.println("No fault.");
    return 0;
  }

  private URI apiOfStack() {
    try (var client = TableOptions.build(CloudFormationClient.builder(), region, command)) {
      var stack = new StackOutputs(client);
      if (origin == null) {
        origin =
            stack
                .parameter(target.stack, "AllowedOrigins")
                .map(origins -> origins.split(",")[0].strip())
                .filter(allowed -> !allowed.equals("*"))
                .orElse(ANY_ORIGIN);
      }
      return URI.create(stack.find(target.stack, "ApiUrl"));
    }
  }
}
