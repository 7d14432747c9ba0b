package paperreviews.testing;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import paperreviews.model.Json;
import paperreviews.testing.FaultyProxy.Call;
import paperreviews.testing.FaultyProxy.Fault;

/** What goes wrong between a seeder and its table. */
public final class Faults {
  private Faults() {}

  /** Nothing goes wrong. */
  public static Fault none() {
    return Call::pass;
  }

  /** The seeder is killed when it is about to write for the n-th time. */
  public static Fault killedBefore(int n) {
    return call -> {
      if (call.write() == n) {
        call.kill();
      } else {
        call.pass();
      }
    };
  }

  /** The seeder is killed when it has written for the n-th time and not heard of it yet. */
  public static Fault killedAfter(int n) {
    return call -> {
      if (call.write() == n) {
        call.ask();
        call.kill();
      } else {
        call.pass();
      }
    };
  }

  /** Something else happens right before the n-th write. */
  public static Fault before(int n, Runnable action) {
    return call -> {
      if (call.write() == n) {
        action.run();
      }
      call.pass();
    };
  }

  /** Every third request is lost on its way. */
  public static Fault losingRequests() {
    var count = new AtomicInteger();
    return call -> {
      if (count.incrementAndGet() % 3 != 0) {
        call.pass();
      }
    };
  }

  /** Every third answer is lost on its way, and so all is asked again that was done. */
  public static Fault losingAnswers() {
    var count = new AtomicInteger();
    return call -> {
      if (count.incrementAndGet() % 3 == 0) {
        call.ask();
      } else {
        call.pass();
      }
    };
  }

  /** Every write arrives twice. */
  public static Fault repeating() {
    return call -> {
      if (call.isWrite()) {
        call.ask();
      }
      call.pass();
    };
  }

  /** The first batch is under way until another one has arrived. */
  public static Fault delaying() {
    var second = new CountDownLatch(2);
    return call -> {
      if (call.operation().equals("BatchWriteItem")) {
        boolean isFirst = second.getCount() == 2;
        second.countDown();
        if (isFirst) {
          second.await(2, TimeUnit.SECONDS);
        }
      }
      call.pass();
    };
  }

  /** The table is too busy to take anything of some batches. */
  public static Fault throttling(String error, int batches) {
    var left = new AtomicInteger(batches);
    return call -> {
      if (call.operation().equals("BatchWriteItem") && left.getAndDecrement() > 0) {
        call.refuse(400, error);
      } else {
        call.pass();
      }
    };
  }

  /** Of each batch the table takes a few items and hands the rest back. */
  public static Fault unprocessed(int taken) {
    return call -> {
      if (call.operation().equals("BatchWriteItem")) {
        handBack(call, taken);
      } else {
        call.pass();
      }
    };
  }

  private static void handBack(Call call, int taken) throws IOException, InterruptedException {
    var request = call.json();
    @SuppressWarnings("unchecked")
    var tables = (Map<String, List<Object>>) request.get("RequestItems");
    var table = tables.keySet().iterator().next();
    var items = tables.get(table);
    if (items.size() <= taken) {
      call.pass();
      return;
    }
    var rest = List.copyOf(items.subList(taken, items.size()));
    request.put("RequestItems", Map.of(table, List.copyOf(items.subList(0, taken))));
    var answer = call.ask(Json.MAPPER.writeValueAsBytes(request));
    var json = new LinkedHashMap<>(Json.map(answer.body()));
    json.put("UnprocessedItems", Map.of(table, rest));
    call.answer(answer.statusCode(), Json.MAPPER.writeValueAsBytes(json));
  }

  /** All of that, by chance, to every other request; the same chance for the same seed. */
  public static Fault any(long seed) {
    var random = new Random(seed);
    return call -> {
      int chance;
      synchronized (random) {
        chance = random.nextInt(12);
      }
      switch (chance) {
        case 0 -> {} // It is lost.
        case 1 -> call.ask();
        case 2 -> call.refuse(400, "ProvisionedThroughputExceededException");
        case 3 -> call.refuse(500, "InternalServerError");
        case 4 -> {
          if (call.isWrite()) {
            call.ask();
          }
          call.pass();
        }
        case 5 -> {
          if (call.operation().equals("BatchWriteItem")) {
            handBack(call, 1);
          } else {
            call.pass();
          }
        }
        default -> call.pass();
      }
    };
  }
}
