import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** Converts a YAML file to JSON. The build runs it from this source. */
final class OpenApiJson {
  private OpenApiJson() {}

  static void main(String[] files) throws IOException {
    var yaml = Files.readString(Path.of(files[0]));
    var json = Path.of(files[1]);
    var settings = LoadSettings.builder().setLabel(files[0]).build();
    Files.createDirectories(json.getParent());
    new JsonMapper().writeValue(json.toFile(), new Load(settings).loadFromString(yaml));
  }
}
