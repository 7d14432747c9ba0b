package paperreviews.local;

import java.util.Map;

/**
 * What all functions of a stack have in common.
 *
 * @param client the runtime interface client
 * @param environment environment variables, over those of the template
 * @param log takes what functions print
 * @param snapStart whether they are held where the snapshot would be made
 */
record FunctionSetting(
    RuntimeClient client, Map<String, String> environment, FunctionLog log, boolean snapStart) {}
