package paperreviews.support;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** A table of which eventually consistent reads do not see the newest items yet. */
public final class LaggingReplica implements ExecutionInterceptor {
  private final Predicate<String> isMissing;

  /** Hides items by their sort keys. */
  public LaggingReplica(Predicate<String> isMissing) {
    this.isMissing = isMissing;
  }

  @Override
  public SdkResponse modifyResponse(
      Context.ModifyResponse context, ExecutionAttributes attributes) {
    return switch (context.response()) {
      case GetItemResponse found
          when context.request() instanceof GetItemRequest request
              && !request.consistentRead()
              && found.hasItem()
              && isHidden(found.item()) ->
          GetItemResponse.builder().consumedCapacity(found.consumedCapacity()).build();
      case QueryResponse found
          when context.request() instanceof QueryRequest request && !request.consistentRead() ->
          found.toBuilder().items(seen(found.items())).build();
      default -> context.response();
    };
  }

  private List<Map<String, AttributeValue>> seen(List<Map<String, AttributeValue>> items) {
    return items.stream().filter(item -> !isHidden(item)).toList();
  }

  private boolean isHidden(Map<String, AttributeValue> item) {
    return isMissing.test(item.get("sk").s());
  }
}
