package paperreviews.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paperreviews.template.Template;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

class EmbeddedDynamoDbTest {
  private static final CreateTableRequest TABLE =
      Template.read(Path.of("../../template.yaml")).table();

  @Test
  void keepsItemsInTheTableOfTheTemplate() throws IOException {
    try (var dynamoDb = EmbeddedDynamoDb.start()) {
      dynamoDb.createTable(TABLE, "reviews");
      var client = dynamoDb.client();

      assertEquals(
          "PAY_PER_REQUEST",
          client
              .describeTable(request -> request.tableName("reviews"))
              .table()
              .billingModeSummary()
              .billingModeAsString());
      client.putItem(request -> request.tableName("reviews").item(item("a", "1")));
      client.batchWriteItem(
          request ->
              request.requestItems(
                  Map.of(
                      "reviews",
                      List.of(
                          WriteRequest.builder()
                              .putRequest(PutRequest.builder().item(item("a", "2")).build())
                              .build()))));
      client.updateItem(
          request ->
              request
                  .tableName("reviews")
                  .key(key("a", "2"))
                  .updateExpression("SET title = :title ADD hits :one")
                  .expressionAttributeValues(
                      Map.of(":title", text("注意"), ":one", AttributeValue.fromN("1"))));

      assertEquals(
          "注意",
          client
              .getItem(request -> request.tableName("reviews").key(key("a", "2")))
              .item()
              .get("title")
              .s());
      assertEquals(
          2,
          client
              .query(
                  request ->
                      request
                          .tableName("reviews")
                          .keyConditionExpression("pk = :pk")
                          .expressionAttributeValues(Map.of(":pk", text("a"))))
              .count());
      assertEquals(2, client.scan(request -> request.tableName("reviews")).count());
    }
  }

  @Test
  void checksConditionsAndTransactions() throws IOException {
    try (var dynamoDb = EmbeddedDynamoDb.start()) {
      dynamoDb.createTable(TABLE, "reviews");
      var client = dynamoDb.client();
      client.putItem(request -> request.tableName("reviews").item(item("a", "1")));

      assertThrows(
          ConditionalCheckFailedException.class,
          () ->
              client.putItem(
                  request ->
                      request
                          .tableName("reviews")
                          .item(item("a", "1"))
                          .conditionExpression("attribute_not_exists(pk)")));
      assertThrows(
          TransactionCanceledException.class,
          () ->
              client.transactWriteItems(
                  request ->
                      request.transactItems(
                          TransactWriteItem.builder()
                              .put(
                                  put ->
                                      put.tableName("reviews")
                                          .item(item("a", "1"))
                                          .conditionExpression("attribute_not_exists(pk)"))
                              .build())));
    }
  }

  @Test
  void answersWhatTheAwsCliMayAsk() throws IOException {
    try (var dynamoDb = EmbeddedDynamoDb.start()) {
      dynamoDb.createTable(TABLE, "reviews");
      var client = dynamoDb.client();
      client.putItem(request -> request.tableName("reviews").item(item("a", "1")));

      assertEquals(
          1,
          client
              .scan(
                  request ->
                      request
                          .tableName("reviews")
                          .filterExpression("contains(pk, :a) AND size(sk) = :one")
                          .projectionExpression("sk")
                          .segment(0)
                          .totalSegments(1)
                          .expressionAttributeValues(
                              Map.of(":a", text("a"), ":one", AttributeValue.fromN("1"))))
              .count());
      assertEquals(
          1,
          client
              .batchGetItem(
                  request ->
                      request.requestItems(
                          Map.of(
                              "reviews",
                              KeysAndAttributes.builder().keys(List.of(key("a", "1"))).build())))
              .responses()
              .get("reviews")
              .size());
      client.updateTimeToLive(
          request ->
              request
                  .tableName("reviews")
                  .timeToLiveSpecification(ttl -> ttl.attributeName("expires").enabled(true)));
      client.updateTable(
          request ->
              request
                  .tableName("reviews")
                  .streamSpecification(
                      stream -> stream.streamEnabled(true).streamViewType("NEW_IMAGE")));
      client.deleteItem(
          request ->
              request
                  .tableName("reviews")
                  .key(key("a", "1"))
                  .conditionExpression("attribute_exists(pk)"));
      client.deleteTable(request -> request.tableName("reviews"));
      assertThrows(
          ResourceNotFoundException.class,
          () -> client.scan(request -> request.tableName("reviews")));
    }
  }

  @Test
  void keepsBinaryItemsOfThreeHundredKilobytes() throws IOException {
    try (var dynamoDb = EmbeddedDynamoDb.start()) {
      dynamoDb.createTable(TABLE, "reviews");
      var bytes = new byte[300 * 1024];
      bytes[bytes.length - 1] = 1;
      var item = new HashMap<>(item("chunk", "1"));
      item.put("bytes", AttributeValue.fromB(SdkBytes.fromByteArray(bytes)));

      dynamoDb.client().putItem(request -> request.tableName("reviews").item(item));

      var read =
          dynamoDb.client().getItem(request -> request.tableName("reviews").key(key("chunk", "1")));
      assertEquals(SdkBytes.fromByteArray(bytes), read.item().get("bytes").b());
    }
  }

  @Test
  void startsAfreshWithinOneJvm() throws IOException {
    for (int i = 0; i < 5; i++) {
      try (var dynamoDb = EmbeddedDynamoDb.start()) {
        dynamoDb.createTable(TABLE, "reviews");
        assertEquals(0, dynamoDb.client().scan(request -> request.tableName("reviews")).count());
      }
    }
  }

  @Test
  void keepsTwoAtOnceApart() throws IOException {
    try (var one = EmbeddedDynamoDb.start();
        var other = EmbeddedDynamoDb.start()) {
      one.createTable(TABLE, "reviews");
      assertEquals(List.of(), other.client().listTables().tableNames());
    }
  }

  @Test
  void listensOnTheLoopbackInterfaceOnly() throws IOException {
    try (var dynamoDb = EmbeddedDynamoDb.start()) {
      assertFalse(dynamoDb.isOpen());
      int port = dynamoDb.endpoint().getPort();
      for (var network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        for (var address : Collections.list(network.getInetAddresses())) {
          if (!address.isLoopbackAddress()) {
            try (var socket = new Socket()) {
              assertThrows(
                  IOException.class,
                  () -> socket.connect(new InetSocketAddress(address, port), 1000));
            }
          }
        }
      }
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        assertTrue(socket.isConnected());
      }
    }
  }

  @Test
  void listensOnEveryInterfaceOnRequest() throws IOException {
    try (var dynamoDb = EmbeddedDynamoDb.start(InetAddress.ofLiteral("0.0.0.0"), 0)) {
      assertTrue(dynamoDb.isOpen());
      assertEquals("127.0.0.1", dynamoDb.endpoint().getHost());
      dynamoDb.createTable(TABLE, "reviews");
      var addresses =
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .filter(Inet4Address.class::isInstance)
              .toList();
      for (var address : addresses) {
        try (var socket = new Socket(address, dynamoDb.endpoint().getPort())) {
          assertTrue(socket.isConnected());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 400",
    "127.0.0.1, 400",
    "[::1], 400",
    "192.0.2.1, 400",
    "host.docker.internal, 400",
    "evil.example, 403",
    "127.0.0.1.evil.example, 403",
    "localhost.evil.example, 403",
    "::evil, 400",
  })
  void refusesRequestsToTheNameOfASite(String host, int status) throws IOException {
    try (var dynamoDb = EmbeddedDynamoDb.start();
        var socket = new Socket(InetAddress.getLoopbackAddress(), dynamoDb.endpoint().getPort())) {
      var request =
          "POST / HTTP/1.1\r\nHost: %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
              .formatted(host);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
    }
  }

  @Test
  void saysThatThePortIsInUse() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThrows(
          BindException.class,
          () -> EmbeddedDynamoDb.start(InetAddress.getLoopbackAddress(), taken.getLocalPort()));
    }
  }

  @Test
  void saysNothingOnTheConsole() throws IOException {
    var out = System.out;
    var err = System.err;
    var said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said));
    System.setErr(new PrintStream(said));
    try (var dynamoDb = EmbeddedDynamoDb.start()) {
      dynamoDb.createTable(TABLE, "reviews");
      dynamoDb.client().putItem(request -> request.tableName("reviews").item(item("a", "1")));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertEquals("", said.toString());
  }

  private static Map<String, AttributeValue> item(String pk, String sk) {
    return key(pk, sk);
  }

  private static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", text(pk), "sk", text(sk));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
