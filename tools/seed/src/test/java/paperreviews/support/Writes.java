package paperreviews.support;

import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Counts the writes of a client, whatever their kind, and does something at one of them. */
public final class Writes implements ExecutionInterceptor {
  private final Consumer<Integer> before;
  private final Consumer<Integer> after;
  private int begun;
  private int done;

  private Writes(Consumer<Integer> before, Consumer<Integer> after) {
    this.before = before;
    this.after = after;
  }

  /** The process was killed. It is an Error, so that nothing in the SDK or the seeder mends it. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  /** Counts. */
  public static Writes counted() {
    return new Writes(_ -> {}, _ -> {});
  }

  /** Kills the process when it is about to write for the n-th time. */
  public static Writes killedBefore(int n) {
    return new Writes(write -> killAt(n, write), _ -> {});
  }

  /** Kills the process when it has written for the n-th time and not heard of it yet. */
  public static Writes killedAfter(int n) {
    return new Writes(_ -> {}, write -> killAt(n, write));
  }

  private static void killAt(int n, int write) {
    if (write == n) {
      throw new Killed();
    }
  }

  /** Does something right before the n-th write. */
  public static Writes before(int n, Runnable action) {
    return new Writes(
        write -> {
          if (write == n) {
            action.run();
          }
        },
        _ -> {});
  }

  /** Does something right before the write that moves the pointer, the only conditional one. */
  public static ExecutionInterceptor beforePointer(Runnable action) {
    return new ExecutionInterceptor() {
      @Override
      public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (context.request() instanceof PutItemRequest put && put.conditionExpression() != null) {
          action.run();
        }
      }
    };
  }

  /** How many writes were done. */
  public int count() {
    return done;
  }

  /** Whether a request changes the table. */
  public static boolean isWrite(SdkRequest request) {
    return !(request instanceof GetItemRequest || request instanceof QueryRequest);
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (isWrite(context.request())) {
      before.accept(++begun);
    }
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    if (isWrite(context.request())) {
      after.accept(++done);
    }
  }
}
