package paperreviews.listsections;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import paperreviews.api.Answer;
import paperreviews.api.Query;
import paperreviews.api.Request;

/** {@code GET /openapi.json}: the contract, which the build converts from openapi.yaml. */
final class OpenApi {
  private OpenApi() {}

  static Query parse(Request request) {
    request.parameters().check();
    return new Query.Static(new Answer.Text("application/json", text()));
  }

  private static String text() {
    try (var file = OpenApi.class.getResourceAsStream("/openapi.json")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
