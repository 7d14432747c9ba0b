package paperreviews.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import paperreviews.template.FunctionDefinition;

/**
 * A function in a JVM of its own. It takes one invocation at a time, as an execution environment of
 * Lambda does; others wait. A JVM that is gone is replaced at the next invocation.
 */
public final class FunctionProcess implements AutoCloseable {
  private final FunctionDefinition function;
  private final FunctionSetting setting;
  private final ReentrantLock lock = new ReentrantLock(true);
  private volatile Optional<ExecutionEnvironment> current = Optional.empty();
  private volatile boolean closed;

  FunctionProcess(FunctionDefinition function, FunctionSetting setting) {
    this.function = function;
    this.setting = setting;
  }

  /**
   * Starts the JVM, unless it runs, and waits for the end of its initialization: until the function
   * could take an event, or with {@link LocalStack.Options#snapStart()} until its snapshot would be
   * made. An error of the initialization is what the next invocation answers.
   */
  public void start() {
    lock.lock();
    try {
      environment().awaitInitialized();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Restores the function, if it waits in its snapshot, without an invocation. */
  public void restore() {
    lock.lock();
    try {
      var environment = environment();
      if (environment.awaitInitialized().isEmpty()) {
        environment.restore();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Invokes the function with an event; a function in its snapshot is restored before. */
  public InvocationResult invoke(byte[] event) {
    lock.lock();
    try {
      while (true) {
        var environment = environment();
        var error = environment.awaitInitialized();
        if (error.isPresent()) {
          return new InvocationResult.FunctionError(error.get());
        }
        var result = environment.invoke(event);
        if (result.isPresent()) {
          return result.get();
        }
        environment.kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the function ran", e);
    } finally {
      lock.unlock();
    }
  }

  /** Kills the JVM, whatever it does; an invocation that runs ends with an error. */
  public void kill() {
    current.ifPresent(
        environment -> {
          try {
            environment.kill();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Returns the JVM, if one runs. */
  public Optional<ProcessHandle> process() {
    return current.map(ExecutionEnvironment::process).filter(ProcessHandle::isAlive);
  }

  /** Ends the JVM; one that hangs is killed. */
  @Override
  public void close() {
    closed = true;
    current.ifPresent(ExecutionEnvironment::close);
  }

  private ExecutionEnvironment environment() {
    if (closed) {
      throw new IllegalStateException("The local stack is closed");
    }
    if (process().isEmpty()) {
      current.ifPresent(ExecutionEnvironment::close);
      try {
        var environment = ExecutionEnvironment.start(function, setting);
        current = Optional.of(environment);
        if (closed) {
          // It was closed in between, and could not know of this one.
          environment.close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException("No JVM for " + function.logicalId(), e);
      }
    }
    return current.orElseThrow();
  }
}
