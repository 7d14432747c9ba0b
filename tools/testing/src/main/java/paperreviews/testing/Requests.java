package paperreviews.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Notes the requests of a client. */
public final class Requests implements ExecutionInterceptor {
  private final List<SdkRequest> seen = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    seen.add(context.request());
  }

  /** The requests since this was last asked, such as {@code GetItem}. */
  public List<String> take() {
    return take(_ -> true);
  }

  /** Those of the requests since this was last asked that a test looks for. */
  public List<String> take(Predicate<SdkRequest> wanted) {
    var names = seen.stream().filter(wanted).map(Requests::name).toList();
    seen.clear();
    return names;
  }

  /** Whether a request may change the table. */
  public static boolean isWrite(SdkRequest request) {
    return !(request instanceof GetItemRequest || request instanceof QueryRequest);
  }

  private static String name(SdkRequest request) {
    return request.getClass().getSimpleName().replaceAll("Request$", "");
  }
}
