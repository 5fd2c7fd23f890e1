package io.tintype.cache.disk;

import io.tintype.cache.Variant;
import io.tintype.cache.VariantKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Brings the directory in step with what waits in the outbox, and keeps it within its bounds. All
 * methods block and are confined to one thread at a time.
 */
final class Writer {
  private final DiskDirectory directory;
  private final Ledger ledger;
  private final Shelf shelf;
  private final Outbox outbox;
  private final Trouble trouble;
  private final DiskCounts counts;
  private final InstantSource clock;
  private int counted;

  /** Creates a writer of a directory that has not been opened. */
  Writer(DiskDirectory directory, Ledger ledger, Outbox outbox, Watch watch) {
    this.directory = directory;
    this.ledger = ledger;
    this.shelf = watch.shelf();
    this.outbox = outbox;
    this.trouble = watch.trouble();
    this.counts = watch.counts();
    this.clock = watch.clock();
  }

  /** What reading and writing have in common. */
  record Watch(Shelf shelf, Trouble trouble, DiskCounts counts, InstantSource clock) {}

  /** Takes the directory, if it can be had; true once it is ours. */
  boolean open() {
    try {
      if (directory.open()) {
        directory.removeUnfinished();
        trouble.succeeded();
        return true;
      }
      trouble.failed("another process uses the directory");
    } catch (IOException broken) {
      failed(broken);
    }
    return false;
  }

  /** Looks at the next of the directories that were there at the start; false if all are known. */
  boolean countSome() {
    if (counted == FileName.SHARDS) {
      return false;
    }
    try {
      directory.count(counted, ledger);
    } catch (IOException broken) {
      failed(broken);
    }
    counted++;
    evict();
    return counted < FileName.SHARDS;
  }

  /** Writes everything that waits. */
  void writeAll() {
    for (Optional<Outbox.Next> next = outbox.next(); next.isPresent(); next = outbox.next()) {
      try {
        write(next.get());
      } finally {
        outbox.done(next.get());
      }
    }
  }

  private void write(Outbox.Next next) {
    boolean keeps = next.change() instanceof Outbox.Change.Keep;
    if (!trouble.mayTry()) {
      drop(keeps);
      return;
    }
    try {
      // Whoever has removed the directory meanwhile gets a new one.
      if (!directory.open()) {
        throw new IOException("another process uses the directory");
      }
      switch (next.change()) {
        case Outbox.Change.Keep(var variant) -> put(next.key(), variant);
        case Outbox.Change.Forget _ -> shelf.remove(FileName.of(next.key()));
      }
      trouble.succeeded();
    } catch (IOException broken) {
      failed(broken);
      drop(keeps);
    }
    evict();
  }

  private void put(VariantKey key, Variant variant) throws IOException {
    byte[] label = Label.of(key, variant).encode();
    ByteBuffer body = variant.bytes().memory().asByteBuffer();
    if (!ledger.admits((long) Frame.BYTES + label.length + body.remaining())) {
      drop(true);
      return;
    }
    shelf.put(FileName.of(key), Frame.of(label, body), body, clock.instant());
    counts.written();
  }

  private void evict() {
    for (Optional<FileName> victim = ledger.victim();
        victim.isPresent();
        victim = ledger.victim()) {
      try {
        shelf.remove(victim.get());
        counts.evicted();
      } catch (IOException broken) {
        failed(broken);
      }
    }
  }

  private void drop(boolean keeps) {
    if (keeps) {
      counts.dropped();
    }
  }

  private void failed(IOException broken) {
    counts.failed();
    trouble.failed(broken.toString());
  }
}
