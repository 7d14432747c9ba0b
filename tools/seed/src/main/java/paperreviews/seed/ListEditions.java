package paperreviews.seed;

import java.util.concurrent.Callable;
import paperreviews.editions.Editions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code seed editions}. */
@Command(
    name = "editions",
    description = {
      "Lists the editions in the table: when they were written, what they hold, which is current."
    })
final class ListEditions implements Callable<Integer> {
  @Mixin private HelpOption help;
  @Mixin private TableOptions on;

  @Override
  public Integer call() throws Exception {
    on.with((client, table) -> new Editions(client, table, System.out).list());
    return 0;
  }
}
