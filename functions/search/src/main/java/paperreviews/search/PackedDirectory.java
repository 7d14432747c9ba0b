package paperreviews.search;

import java.io.FileNotFoundException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.store.ByteBuffersDataInput;
import org.apache.lucene.store.ByteBuffersIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;

/** A packed index as Lucene reads it: in place, without a copy, and never written to. */
final class PackedDirectory extends Directory {
  private final Map<String, ByteBuffer> files = new HashMap<>();

  PackedDirectory(PackedIndex index) {
    int at = 0;
    for (var file : index.files()) {
      files.put(file.name(), ByteBuffer.wrap(index.bytes(), at, file.length()).slice());
      at += file.length();
    }
  }

  @Override
  public String[] listAll() {
    return files.keySet().stream().sorted().toArray(String[]::new);
  }

  @Override
  public long fileLength(String name) throws FileNotFoundException {
    return file(name).remaining();
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws FileNotFoundException {
    var input = new ByteBuffersDataInput(List.of(file(name)));
    return new ByteBuffersIndexInput(input, name);
  }

  private ByteBuffer file(String name) throws FileNotFoundException {
    var file = files.get(name);
    if (file == null) {
      throw new FileNotFoundException(name);
    }
    return file.asReadOnlyBuffer();
  }

  @Override
  public Set<String> getPendingDeletions() {
    return Set.of();
  }

  @Override
  public void close() {}

  @Override
  public void deleteFile(String name) {
    throw readOnly();
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) {
    throw readOnly();
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) {
    throw readOnly();
  }

  @Override
  public void sync(Collection<String> names) {
    throw readOnly();
  }

  @Override
  public void syncMetaData() {
    throw readOnly();
  }

  @Override
  public void rename(String source, String destination) {
    throw readOnly();
  }

  @Override
  public Lock obtainLock(String name) {
    throw readOnly();
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException("A published index is never changed");
  }
}
