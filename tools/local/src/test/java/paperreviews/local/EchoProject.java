package paperreviews.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.crac.Core;
import paperreviews.local.echo.Echo;

/** A template with two echo functions, packed as Maven packs the functions of this project. */
final class EchoProject {
  private EchoProject() {}

  /** Makes it in a folder, and returns the template's file. */
  static Path create(Path folder) {
    try {
      var lib = Files.createDirectories(folder.resolve("function/lib"));
      try (var jar = new JarOutputStream(Files.newOutputStream(lib.resolve("echo.jar")))) {
        var name = Echo.class.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (var bytes = Echo.class.getClassLoader().getResourceAsStream(name)) {
          bytes.transferTo(jar);
        }
      }
      var crac = Path.of(Core.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Files.copy(crac, lib.resolve("crac.jar"));
      var template = folder.resolve("template.yaml");
      try (var bytes = EchoProject.class.getResourceAsStream("/template.yaml")) {
        Files.copy(bytes, template);
      }
      return template;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the event of a GET request, as far as the echo function looks at it. */
  static byte[] event(String path) {
    return "{\"rawPath\":\"%s\"}".formatted(path).getBytes();
  }
}
