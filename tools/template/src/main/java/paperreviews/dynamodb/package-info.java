/**
 * The real DynamoDB Local, within this JVM and in memory.
 *
 * <pre>{@code
 * try (var dynamoDb = EmbeddedDynamoDb.start()) {
 *   dynamoDb.createTable(template.table(), "reviews");
 *   dynamoDb.client().putItem(...);
 * }
 * }</pre>
 */
package paperreviews.dynamodb;
