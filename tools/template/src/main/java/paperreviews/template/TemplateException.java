package paperreviews.template;

/** A template that cannot be read; its message is one sentence that names file, line and place. */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TemplateException(String message) {
    super(message);
  }
}
