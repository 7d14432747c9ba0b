package paperreviews.support;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A busy table: of each batch it takes a few items and hands the rest back unprocessed. */
public final class Unprocessed implements ExecutionInterceptor {
  private static final ExecutionAttribute<Map<String, List<WriteRequest>>> HANDED_BACK =
      new ExecutionAttribute<>("HandedBack");

  private final int taken;
  private int handedBack;

  /** Takes so many items of each batch. */
  public Unprocessed(int taken) {
    this.taken = taken;
  }

  /** How many items have been handed back so far. */
  public int count() {
    return handedBack;
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    if (!(context.request() instanceof BatchWriteItemRequest batch)) {
      return context.request();
    }
    var table = batch.requestItems().keySet().iterator().next();
    var items = batch.requestItems().get(table);
    if (items.size() <= taken) {
      return batch;
    }
    var rest = items.subList(taken, items.size());
    handedBack += rest.size();
    attributes.putAttribute(HANDED_BACK, Map.of(table, rest));
    return batch.toBuilder().requestItems(Map.of(table, items.subList(0, taken))).build();
  }

  @Override
  public SdkResponse modifyResponse(
      Context.ModifyResponse context, ExecutionAttributes attributes) {
    var rest = attributes.getAttribute(HANDED_BACK);
    return rest != null && context.response() instanceof BatchWriteItemResponse response
        ? response.toBuilder().unprocessedItems(rest).build()
        : context.response();
  }
}
