package paperreviews.local;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Fills the table before the functions start. */
@FunctionalInterface
public interface Seeder {
  /**
   * Fills the table.
   *
   * @throws Exception if that fails; its message should say how to fix it
   */
  void seed(DynamoDbClient client, String tableName) throws Exception;
}
