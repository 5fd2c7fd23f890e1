package io.tintype.cache.disk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files themselves: directory, ledger and a bounded number of open files, which change together
 * for each name, so that no open file outlives its replacement or removal. All methods block. Safe
 * for use by several threads.
 */
final class Shelf implements AutoCloseable {
  /** Opening costs more than reading a thumbnail; well below the usual limit of 1024. */
  private static final int MOST_OPEN = 400;

  private final DiskDirectory directory;
  private final Ledger ledger;
  private final Cache<FileName, OpenFile> open =
      Caffeine.newBuilder()
          .maximumSize(MOST_OPEN)
          .<FileName, OpenFile>evictionListener((_, file, _) -> close(file))
          .executor(Runnable::run)
          .build();

  Shelf(DiskDirectory directory, Ledger ledger) {
    this.directory = directory;
    this.ledger = ledger;
  }

  /** The file of a name, open; it may be closed by others at any time. */
  Optional<OpenFile> open(FileName name) throws IOException {
    OpenFile there = open.getIfPresent(name);
    if (there != null) {
      return Optional.of(there);
    }
    try {
      return Optional.ofNullable(
          open.asMap().compute(name, (_, before) -> before == null ? openOrStrike(name) : before));
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
  }

  /** Puts a file there in place of the one before. */
  void put(FileName name, ByteBuffer head, ByteBuffer body, Instant now) throws IOException {
    long size = (long) head.remaining() + body.remaining();
    change(
        name,
        () -> {
          directory.write(name, head, body);
          ledger.wrote(name, size, now);
        });
  }

  /** Removes a file, if it is there. */
  void remove(FileName name) throws IOException {
    change(
        name,
        () -> {
          directory.delete(name);
          ledger.gone(name);
        });
  }

  /** Notes that a file has been used, on disk not more often than needed. */
  void used(FileName name, Instant now) throws IOException {
    if (ledger.used(name, now)) {
      try {
        directory.mark(name, now);
      } catch (NoSuchFileException _) {
        // It had to make room meanwhile, or whoever opens it next strikes it out.
      }
    }
  }

  /** Closes all files; they can be opened again. */
  @Override
  public void close() {
    for (FileName name : open.asMap().keySet()) {
      close(open.asMap().remove(name));
    }
  }

  /** What may fail while a name is locked. */
  @FunctionalInterface
  private interface Change {
    void run() throws IOException;
  }

  private void change(FileName name, Change change) throws IOException {
    try {
      open.asMap()
          .compute(
              name,
              (_, before) -> {
                run(change);
                close(before);
                return null;
              });
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private static void run(Change change) {
    try {
      change.run();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private @Nullable OpenFile openOrStrike(FileName name) {
    try {
      return OpenFile.open(directory.file(name));
    } catch (NoSuchFileException _) {
      ledger.gone(name);
      return null;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A file that was only read loses nothing when it cannot be closed. */
  private static void close(@Nullable OpenFile file) {
    if (file != null) {
      try {
        file.close();
      } catch (IOException _) {
        // Nothing is left to be done.
      }
    }
  }
}
