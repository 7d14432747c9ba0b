package paperreviews.benchmark.naive;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import paperreviews.table.CurrentEdition;
import paperreviews.table.Papers;
import paperreviews.table.Table;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Fetches a paper as many functions would: AWS's event classes, a client with all its defaults made
 * for each call, an answer by data binding, and nothing done before the first request.
 */
public final class NaiveGetPaper
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try (var client = DynamoDbClient.create()) {
      var table = new Table(client, System.getenv("TABLE_NAME"));
      var edition = new CurrentEdition(table, Duration.ZERO).get().orElseThrow();
      var paper =
          new Papers(table).find(edition, event.getPathParameters().get("paperId")).orElseThrow();
      var body =
          Map.of(
              "edition", edition.id(),
              "paper", paper.summary(),
              "section", paper.section(),
              "review", paper.review());
      return APIGatewayV2HTTPResponse.builder()
          .withStatusCode(200)
          .withHeaders(Map.of("content-type", "application/json"))
          .withBody(new ObjectMapper().writeValueAsString(body))
          .build();
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
