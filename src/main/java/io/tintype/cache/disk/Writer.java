package io.tintype.cache.disk;

import io.tintype.cache.Variant;
import io.tintype.cache.VariantKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Brings the directory in step with what waits in the outbox, and keeps it within its bounds. All
 * methods block and are confined to one thread at a time.
 */
final class Writer {
  /** Of a directory that cannot be counted, before it is passed over. */
  private static final int MOST_TRIES = 3;

  /** A full disk takes a part of what is there with it, so that not every writing fails. */
  private static final int ROOM_SHARE = 64;

  /** Where making room did not help, something else may be wrong. */
  private static final Duration ROOM_PAUSE = Duration.ofMinutes(1);

  private final DiskDirectory directory;
  private final Ledger ledger;
  private final Shelf shelf;
  private final Outbox outbox;
  private final Trouble trouble;
  private final DiskCounts counts;
  private final InstantSource clock;
  private int counted;
  private int tries;
  private Instant nextRoom = Instant.EPOCH;

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
    if (tries == MOST_TRIES) {
      pass();
    }
    if (counted < FileName.SHARDS) {
      tries++;
      try {
        directory.count(counted, ledger);
        pass();
      } catch (IOException broken) {
        failed(broken);
      }
    }
    boolean _ = evict();
    return counted < FileName.SHARDS;
  }

  /** Whether the directory that was looked at last could not be counted, and will be once more. */
  boolean repeats() {
    return tries > 0;
  }

  private void pass() {
    counted++;
    tries = 0;
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
      if (evict()) {
        trouble.succeeded();
      }
    } catch (IOException broken) {
      failed(broken);
      drop(keeps);
    }
  }

  private void put(VariantKey key, Variant variant) throws IOException {
    byte[] label = Label.of(key, variant).encode();
    ByteBuffer body = variant.bytes().memory().asByteBuffer();
    long size = (long) Frame.BYTES + label.length + body.remaining();
    if (!ledger.admits(size)) {
      drop(true);
      return;
    }
    FileName name = FileName.of(key);
    ByteBuffer head = Frame.of(label, body);
    try {
      shelf.put(name, head.duplicate(), body.duplicate(), clock.instant());
    } catch (IOException full) {
      if (clock.instant().isBefore(nextRoom)) {
        throw full;
      }
      nextRoom = clock.instant().plus(ROOM_PAUSE);
      makeRoom(2 * size + ledger.bytes() / ROOM_SHARE);
      shelf.put(name, head, body, clock.instant());
      nextRoom = Instant.EPOCH;
    }
    counts.written();
  }

  /** The file system may be smaller than what the ledger allows, or have other guests. */
  private void makeRoom(long bytes) throws IOException {
    long goal = ledger.bytes() - bytes;
    while (ledger.bytes() > goal) {
      Optional<FileName> victim = ledger.leastUseful();
      if (victim.isEmpty()) {
        return;
      }
      evict(victim.get());
    }
  }

  /** Keeps to the bounds; false if the disk does not let us. */
  private boolean evict() {
    try {
      for (Optional<FileName> victim = ledger.victim();
          victim.isPresent();
          victim = ledger.victim()) {
        evict(victim.get());
      }
      return true;
    } catch (IOException broken) {
      failed(broken);
      return false;
    }
  }

  /** What cannot be removed still takes room, and stays in the ledger. */
  private void evict(FileName victim) throws IOException {
    shelf.remove(victim);
    counts.evicted();
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
