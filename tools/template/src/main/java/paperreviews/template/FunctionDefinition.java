package paperreviews.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A function, with what Globals add to it.
 *
 * @param logicalId its name in the template
 * @param codeUri the folder of its code, absolute; it need not exist
 * @param handler the handler, such as {@code paperreviews.getpaper.GetPaper}
 * @param memorySize its memory in MB, 128 to 10,240
 * @param timeout how long one invocation may take, 1 to 900 seconds
 * @param environment its environment variables, resolved, in the template's order
 * @param routes the routes of the HTTP API that it answers
 */
public record FunctionDefinition(
    String logicalId,
    Path codeUri,
    String handler,
    int memorySize,
    Duration timeout,
    Map<String, String> environment,
    List<Route> routes) {}
