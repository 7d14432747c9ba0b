package paperreviews.testing;

import com.amazonaws.services.lambda.runtime.Context;
import java.lang.reflect.Proxy;

/** Lambda's context of an invocation, as far as functions use it. */
public final class Invocation {
  private Invocation() {}

  /** Returns a context with this request id. Any other question to it fails. */
  public static Context context(String requestId) {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) -> {
              if (method.getName().equals("getAwsRequestId")) {
                return requestId;
              }
              throw new UnsupportedOperationException(method.toString());
            });
  }
}
