package paperreviews.importer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import paperreviews.editions.Printable;
import paperreviews.seed.HelpOption;
import paperreviews.seed.SeedCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code seed new}. */
@Command(
    name = "new",
    description = {
      "Writes an empty review file, for an article that you write here instead of importing it.",
      "Its comments say what belongs where."
    },
    footer = {"", "Example: seed new 2020-week-9"},
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:written", "1:the file exists, or cannot be written", "2:usage error"})
public final class New implements SeedCommand {
  @Mixin private HelpOption help;

  @Parameters(
      paramLabel = "ID",
      description = "The article's id: small letters, digits and hyphens between them.")
  private String id;

  @Option(
      names = "--folder",
      paramLabel = "REVIEWS",
      defaultValue = "reviews",
      description = "The folder of review files; by default ${DEFAULT-VALUE}.")
  private Path folder;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() throws IOException {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new ParameterException(
          command.commandLine(),
          "ID is %s; use small letters, digits and hyphens between them, such as 2020-week-9"
              .formatted(id));
    }
    var file = folder.resolve(id + ".yaml");
    var err = command.commandLine().getErr();
    try {
      Files.writeString(file, template(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException _) {
      err.println(Printable.of("%s exists. Choose another id.".formatted(file)));
      return 1;
    } catch (IOException failure) {
      err.println(Printable.of("%s cannot be written: %s".formatted(file, failure.getMessage())));
      return 1;
    }
    command
        .commandLine()
        .getOut()
        .println(
            Printable.of(
                "Written: %s. Fill it in, then run: ./seed check %s".formatted(file, folder)));
    return 0;
  }

  private String template() throws IOException {
    var today = LocalDate.now(ZoneId.systemDefault());
    try (InputStream resource = New.class.getResourceAsStream("new.yaml")) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
          .replace("{id}", id)
          .replace("{date}", today.toString())
          .replace("{year}", Integer.toString(today.getYear()));
    }
  }
}
