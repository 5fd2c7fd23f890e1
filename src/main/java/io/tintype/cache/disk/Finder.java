package io.tintype.cache.disk;

import io.tintype.bytes.FileBlock;
import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.RequestScope;
import io.tintype.cache.Variant;
import io.tintype.cache.VariantKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.time.InstantSource;
import java.util.Optional;

/** Finds variants in files, and checks every byte of them. Blocks. Safe for several threads. */
final class Finder {
  private final Shelf shelf;
  private final DiskCounts counts;
  private final InstantSource clock;

  Finder(Shelf shelf, DiskCounts counts, InstantSource clock) {
    this.shelf = shelf;
    this.counts = counts;
    this.clock = clock;
  }

  /** The variant of a key; what is damaged is removed and not there. */
  Optional<Variant> find(VariantKey key, RequestScope scope) throws IOException {
    FileName name = FileName.of(key);
    Optional<Variant> found;
    try {
      found = read(name, key, scope);
    } catch (ClosedChannelException _) {
      // The file has been replaced, or had to make room among the open ones.
      found = read(name, key, scope);
    }
    if (found.isPresent()) {
      noteUse(name);
    }
    return found;
  }

  /** A disk that cannot be written can be read all the same. */
  void noteUse(FileName name) {
    try {
      shelf.used(name, clock.instant());
    } catch (IOException _) {
      counts.failed();
    }
  }

  private Optional<Variant> read(FileName name, VariantKey key, RequestScope scope)
      throws IOException {
    Optional<OpenFile> file = shelf.open(name);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try (FileBlock block = file.get().read()) {
      ByteBuffer content = block.content();
      return switch (Frame.check(content)) {
        case Frame.Content.Foreign _ -> Optional.empty();
        case Frame.Content.Damaged _ -> damaged(name);
        case Frame.Content.Whole whole -> {
          Optional<Label> label = file.get().label(content, whole);
          if (label.isEmpty()) {
            yield damaged(name);
          }
          if (!label.get().key().equals(key)) {
            yield Optional.empty();
          }
          ImageBytes body = scope.adopt(block.handOver(whole.bodyAt(), whole.bodyLength()));
          yield Optional.of(label.get().on(body));
        }
      };
    }
  }

  private Optional<Variant> damaged(FileName name) throws IOException {
    counts.damaged();
    shelf.remove(name);
    return Optional.empty();
  }
}
