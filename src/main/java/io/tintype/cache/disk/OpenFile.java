package io.tintype.cache.disk;

import io.tintype.bytes.FileBlock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of the tier that is kept open. Every reading is checked; only the label of a content that
 * has been read before need not be taken apart again. Safe for use by several threads.
 */
final class OpenFile implements AutoCloseable {
  private final FileChannel channel;
  private final int size;
  private volatile @Nullable Known known;

  private OpenFile(FileChannel channel, int size) {
    this.channel = channel;
    this.size = size;
  }

  /** The label that a content with this checksum has. */
  private record Known(int sum, Label label) {}

  static OpenFile open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      return new OpenFile(channel, Math.clamp(channel.size(), 0, Integer.MAX_VALUE));
    } catch (IOException broken) {
      channel.close();
      throw broken;
    }
  }

  /** Everything in it, not checked yet. */
  FileBlock read() throws IOException {
    return FileBlock.read(channel, size);
  }

  /** The label in a content; empty if it cannot be understood. */
  Optional<Label> label(ByteBuffer content, Frame.Content.Whole whole) {
    Known before = known;
    if (before != null && before.sum() == whole.sum()) {
      return Optional.of(before.label());
    }
    try {
      Label label = Label.decode(content.slice(Frame.BYTES, whole.labelLength()));
      known = new Known(whole.sum(), label);
      return Optional.of(label);
    } catch (RuntimeException _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
