package paperreviews.support;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** A table that is too busy to take anything of some batches, however often the SDK tries. */
public final class Throttled implements ExecutionInterceptor {
  private final String error;
  private int left;

  /** Refuses so many batches with an error of this code. */
  public Throttled(String error, int batches) {
    this.error = error;
    left = batches;
  }

  /** How many batches are still to be refused. */
  public int left() {
    return left;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (left > 0 && context.request() instanceof BatchWriteItemRequest) {
      left--;
      throw DynamoDbException.builder()
          .statusCode(400)
          .awsErrorDetails(
              AwsErrorDetails.builder().errorCode(error).errorMessage("Too much at once").build())
          .build();
    }
  }
}
