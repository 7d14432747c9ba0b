package paperreviews.seed;

import java.util.concurrent.Callable;

/**
 * A command that another module adds to {@code seed}: a {@linkplain java.util.ServiceLoader
 * service} that the class path provides, annotated as a picocli command.
 */
public interface SeedCommand extends Callable<Integer> {}
