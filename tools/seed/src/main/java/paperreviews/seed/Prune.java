package paperreviews.seed;

import java.time.Duration;
import java.util.concurrent.Callable;
import paperreviews.editions.Editions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code seed prune}. */
@Command(
    name = "prune",
    description = {
      "Deletes old editions, and what killed seeders left. The current edition always stays."
    })
final class Prune implements Callable<Integer> {
  @Mixin private HelpOption help;
  @Mixin private TableOptions on;

  @Option(
      names = "--keep",
      required = true,
      paramLabel = "N",
      description = "How many editions stay: the current one, and those that were current last.")
  private int keep;

  @Option(
      names = "--grace",
      paramLabel = "MINUTES",
      defaultValue = "15",
      description =
          "How long an edition stays after it was current, since readers may still use it: ${DEFAULT-VALUE} minutes if not given. Give more than EditionMaxAgeSeconds.")
  private int grace;

  @Spec private CommandSpec command;

  @Override
  public Integer call() throws Exception {
    if (keep < 1) {
      throw new ParameterException(
          command.commandLine(), "--keep is %d; give 1 or more".formatted(keep));
    }
    if (grace < 0) {
      throw new ParameterException(
          command.commandLine(), "--grace is %d; give 0 or more minutes".formatted(grace));
    }
    on.with(
        (client, table) ->
            new Editions(client, table, System.out).prune(keep, Duration.ofMinutes(grace)));
    return 0;
  }
}
