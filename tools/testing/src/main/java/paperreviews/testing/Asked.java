package paperreviews.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import paperreviews.testing.FaultyProxy.Call;
import paperreviews.testing.FaultyProxy.Fault;

/** No fault: notes what the database is asked for. */
public final class Asked implements Fault {
  private final List<String> operations = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void on(Call call) throws IOException, InterruptedException {
    operations.add(call.operation());
    call.pass();
  }

  /** The operations since this was last asked, such as {@code GetItem}. */
  public List<String> take() {
    var taken = List.copyOf(operations);
    operations.clear();
    return taken;
  }
}
