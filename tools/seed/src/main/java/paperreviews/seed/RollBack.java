package paperreviews.seed;

import java.util.Optional;
import java.util.concurrent.Callable;
import paperreviews.editions.Editions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code seed rollback}. */
@Command(
    name = "rollback",
    description = {
      "Makes an edition current again that is still in the table, at once and as a whole."
    })
final class RollBack implements Callable<Integer> {
  @Mixin private HelpOption help;
  @Mixin private TableOptions on;

  @Parameters(
      paramLabel = "EDITION",
      arity = "0..1",
      description = "Its id, as ./seed editions lists it; if left out, the one before the current.")
  private String edition;

  @Override
  public Integer call() throws Exception {
    on.with(
        (client, table) ->
            new Editions(client, table, System.out).rollBack(Optional.ofNullable(edition)));
    return 0;
  }
}
