package paperreviews.benchmark;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command that measures. */
@Command(
    name = "benchmark",
    description = "Measures starts, load, and how well search finds.",
    subcommands = {Evaluate.class, Cold.class, Load.class, HelpCommand.class},
    synopsisSubcommandLabel = "COMMAND")
public final class Benchmark implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  /** Runs the command and ends the process. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Benchmark()).execute(arguments));
  }

  @Override
  public void run() {
    command.commandLine().usage(System.out);
  }
}
