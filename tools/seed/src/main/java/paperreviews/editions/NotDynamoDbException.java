package paperreviews.editions;

/** Another server answered in the place of DynamoDB. */
public final class NotDynamoDbException extends RuntimeException {
  private static final long serialVersionUID = 1;
}
