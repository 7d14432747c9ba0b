package paperreviews.testing;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import paperreviews.model.Json;
import paperreviews.testing.FaultyProxy.Call;
import paperreviews.testing.FaultyProxy.Fault;

/** A table of which eventually consistent reads do not see the newest items yet. */
public final class LaggingReplica implements Fault {
  private final Predicate<String> isMissing;

  /** Hides items by their sort keys. */
  public LaggingReplica(Predicate<String> isMissing) {
    this.isMissing = isMissing;
  }

  @Override
  public void on(Call call) throws IOException, InterruptedException {
    if (call.isWrite() || Boolean.TRUE.equals(call.json().get("ConsistentRead"))) {
      call.pass();
      return;
    }
    var answer = call.ask();
    var seen = Json.map(answer.body());
    if (seen.get("Item") instanceof Map<?, ?> item && isHidden(item)) {
      seen.remove("Item");
    }
    if (seen.get("Items") instanceof List<?> items) {
      seen.put("Items", items.stream().filter(item -> !isHidden((Map<?, ?>) item)).toList());
    }
    call.answer(answer.statusCode(), Json.MAPPER.writeValueAsBytes(seen));
  }

  private boolean isHidden(Map<?, ?> item) {
    return isMissing.test((String) ((Map<?, ?>) item.get("sk")).get("S"));
  }
}
