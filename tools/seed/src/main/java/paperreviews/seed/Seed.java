package paperreviews.seed;

import java.util.ServiceLoader;
import paperreviews.editions.Printable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code seed}: what a reviewer and an operator do with the reviews. */
@Command(
    name = "seed",
    description = "Takes reviews from an article to the table that the API reads.",
    footer = {
      "",
      "One after the other:",
      "  seed import ARTICLE.txt --output reviews/NAME.yaml",
      "  seed check reviews",
      "  seed publish reviews --stack NAME",
      "  seed verify --stack NAME",
      "",
      "\"seed help COMMAND\" describes a command."
    },
    subcommands = {
      Check.class,
      Publish.class,
      ListEditions.class,
      RollBack.class,
      Prune.class,
      Verify.class,
      HelpCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
public final class Seed implements Runnable {
  @Mixin private HelpOption help;
  @Spec private CommandSpec command;

  /** Runs the command and ends the process: 0 done, 1 could not be done, 2 usage error. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs the command and returns its exit status. */
  public static int run(String... arguments) {
    var commandLine = new CommandLine(new Seed());
    ServiceLoader.load(SeedCommand.class).forEach(commandLine::addSubcommand);
    return commandLine
        .setParameterExceptionHandler(Seed::explainUsage)
        .setExecutionExceptionHandler(
            (failure, failed, _) -> {
              failed.getErr().println(Failure.sentence(failure));
              return 1;
            })
        .execute(arguments);
  }

  /** Prints what is wrong with the arguments, which may come from a script, and the usage. */
  private static int explainUsage(ParameterException wrong, String[] arguments) {
    var command = wrong.getCommandLine();
    var err = command.getErr();
    err.println(Printable.of(wrong.getMessage()));
    if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
      command.usage(err);
    }
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  @Override
  public void run() {
    command.commandLine().usage(System.out);
  }
}
