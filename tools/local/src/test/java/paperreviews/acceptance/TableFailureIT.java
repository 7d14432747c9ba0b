package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableFailureIT {
  private static final List<String> PATHS =
      List.of("/sections", "/sections/video", "/papers/1905.11946", "/papers?q=EfficientNet");

  @Test
  void asksToComeBackWhenTheTableIsOutOfReach() throws Exception {
    int nobodyThere;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobodyThere = socket.getLocalPort();
    }
    assertAsksToComeBack("http://127.0.0.1:" + nobodyThere);
  }

  @Test
  void asksToComeBackWhenTheTableIsThrottled() throws Exception {
    var busy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var answer =
        """
        {"__type": "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",
         "message": "The level of configured provisioned throughput was exceeded"}
        """
            .getBytes(StandardCharsets.UTF_8);
    busy.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(400, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    busy.start();
    try {
      assertAsksToComeBack("http://127.0.0.1:" + busy.getAddress().getPort());
    } finally {
      busy.stop(0);
    }
  }

  private static void assertAsksToComeBack(String endpoint) throws Exception {
    try (var api = Api.start(options -> options.environment("DYNAMODB_ENDPOINT", endpoint))) {
      for (var path : PATHS) {
        var reply = api.get(path);
        assertEquals(503, reply.status(), path);
        assertEquals("/problems/table-unavailable", reply.at("type"));
        assertEquals("2", reply.header("retry-after").orElseThrow());
        assertEquals("no-store", reply.header("cache-control").orElseThrow());
      }
      assertEquals("ERROR", api.logged("\"status\":503").get("level"));
      assertEquals(400, api.get("/papers?limit=0").status());
      assertEquals(404, api.get("/nope").status());
    }
  }
}
