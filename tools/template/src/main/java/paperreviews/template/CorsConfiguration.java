package paperreviews.template;

import java.util.List;

/**
 * Which pages of other origins may call the HTTP API from a browser.
 *
 * @param allowOrigins origins, or {@code *}
 * @param allowMethods methods, or {@code *}
 * @param allowHeaders request headers, or {@code *}
 * @param exposeHeaders answer headers that scripts may read, or {@code *}
 * @param maxAge seconds for which a preflight answer may be cached, -1 to 86,400; 0 if not set
 */
public record CorsConfiguration(
    List<String> allowOrigins,
    List<String> allowMethods,
    List<String> allowHeaders,
    List<String> exposeHeaders,
    int maxAge) {}
