package paperreviews.listsections;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import paperreviews.api.Body;
import paperreviews.api.Question;
import paperreviews.api.Request;

/** {@code GET /openapi.json}: the description of the API, which the build makes of openapi.yaml. */
final class OpenApi {
  private OpenApi() {}

  static Question read(Request request) {
    request.parameters().check();
    return Question.always(new Body.Text("application/json", text()));
  }

  private static String text() {
    try (var file = OpenApi.class.getResourceAsStream("/openapi.json")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
