package paperreviews.search.index;

import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.apache.lucene.store.ByteBuffersDataInput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.ByteBuffersIndexInput;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.NoLockFactory;

/**
 * The files of an index in memory, for Lucene to read where they are: {@link ByteBuffersDirectory}
 * holds a copy, for which an index of some hundred megabytes leaves no room.
 */
final class PackedDirectory extends FilterDirectory {
  private final NavigableMap<String, ByteBuffer> files;

  PackedDirectory(NavigableMap<String, ByteBuffer> files) {
    super(new ByteBuffersDirectory(NoLockFactory.INSTANCE));
    this.files = files;
  }

  @Override
  public String[] listAll() {
    return files.navigableKeySet().toArray(String[]::new);
  }

  @Override
  public long fileLength(String name) throws NoSuchFileException {
    return file(name).limit();
  }

  /**
   * Opens a file in two buffers. Of one buffer, Lucene reads integers byte by byte; of many, it
   * makes slices for every query.
   */
  @Override
  public IndexInput openInput(String name, IOContext context) throws NoSuchFileException {
    var file = file(name);
    int first = Integer.highestOneBit(Math.max(1, file.limit() - 1));
    var buffers =
        first < file.limit()
            ? List.of(file.slice(0, first), file.slice(first, file.limit() - first))
            : List.of(file);
    return new ByteBuffersIndexInput(new ByteBuffersDataInput(buffers), name);
  }

  private ByteBuffer file(String name) throws NoSuchFileException {
    return Optional.ofNullable(files.get(name)).orElseThrow(() -> new NoSuchFileException(name));
  }
}
