package paperreviews.benchmark.naive;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import java.util.stream.Collectors;
import paperreviews.store.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.ObjectMapper;

/**
 * Fetches a paper as many functions would: AWS's event classes, a client with all its defaults made
 * for each call, an answer by data binding, and nothing done before the first request.
 */
public final class NaiveGetPaper
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try (var client = DynamoDbClient.create()) {
      var edition = item(client, Key.current());
      var paper =
          item(
              client,
              Key.paper(edition.get("buildId").s(), event.getPathParameters().get("paperId")));
      var body = Map.of("edition", edition.get("id").s(), "paper", plain(paper));
      return APIGatewayV2HTTPResponse.builder()
          .withStatusCode(200)
          .withHeaders(Map.of("content-type", "application/json"))
          .withBody(new ObjectMapper().writeValueAsString(body))
          .build();
    }
  }

  private static Map<String, AttributeValue> item(DynamoDbClient client, Key key) {
    return client
        .getItem(request -> request.tableName(System.getenv("TABLE_NAME")).key(key.attributes()))
        .item();
  }

  private static Map<String, Object> plain(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> plain(entry.getValue())));
  }

  private static Object plain(AttributeValue value) {
    return switch (value.type()) {
      case S -> value.s();
      case N -> Integer.valueOf(value.n());
      case M -> plain(value.m());
      case L -> value.l().stream().map(NaiveGetPaper::plain).toList();
      default -> throw new IllegalStateException("No paper has a " + value.type());
    };
  }
}
