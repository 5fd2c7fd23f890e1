package io.tintype.cache.disk;

import static io.tintype.cache.disk.DiskFixture.key;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.bytes.RequestScope;
import io.tintype.cache.VariantCache;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a hit costs in caches of different sizes; prints a table and proves nothing. {@code mvn -q
 * test -Dtest=CacheSizes -Dtintype.entries=1000000} on a machine with room for as many small files.
 */
class CacheSizes {
  private static final int LOOKUPS = 20_000;
  private static final int ROUNDS = 5;
  private static final int BODY = 2_000;

  @TempDir private Path temporary;
  private final Random random = new Random(1);

  @Test
  void print() throws IOException {
    int most = Integer.getInteger("tintype.entries", 100_000);
    System.out.printf("%-8s %10s %12s%n", "tier", "entries", "CPU us/hit");
    for (int entries = 1_000; entries <= most; entries *= 10) {
      memory(entries);
    }
    for (int entries = 1_000; entries <= most; entries *= 10) {
      disk(entries);
    }
  }

  /** All entries share their bytes: what is looked for is the entry. */
  private void memory(int entries) throws IOException {
    try (ImageBytes body = NettyBuffers.copyOf(new byte[1]);
        VariantCache cache = new VariantCache(Long.MAX_VALUE)) {
      for (int i = 0; i < entries; i++) {
        cache.keep(key("k" + i), DiskFixture.variant(body, false));
      }
      measure(
          "memory",
          entries,
          name -> {
            try (RequestScope scope = new RequestScope()) {
              return cache.find(key(name), scope).isPresent();
            }
          });
    }
  }

  private void disk(int entries) throws IOException {
    DiskDirectory directory = new DiskDirectory(temporary.resolve("d" + entries));
    directory.open();
    Ledger ledger = new Ledger(Long.MAX_VALUE, Integer.MAX_VALUE, random);
    try (Shelf shelf = new Shelf(directory, ledger);
        ImageBytes body = NettyBuffers.copyOf(new byte[BODY])) {
      for (int i = 0; i < entries; i++) {
        ByteBuffer content = body.memory().asByteBuffer();
        byte[] label = Label.of(key("k" + i), DiskFixture.variant(body, false)).encode();
        shelf.put(FileName.of(key("k" + i)), Frame.of(label, content), content, Instant.now());
      }
      Finder finder = new Finder(shelf, new DiskCounts(), InstantSource.system());
      measure(
          "disk",
          entries,
          name -> {
            try (RequestScope scope = new RequestScope()) {
              return finder.find(key(name), scope).isPresent();
            }
          });
    }
    directory.close();
  }

  /** Whether a name is found. */
  @FunctionalInterface
  private interface Lookup {
    boolean finds(String name) throws IOException;
  }

  /** The best round counts: what others do to the machine only ever adds. */
  private void measure(String tier, int entries, Lookup lookup) throws IOException {
    var threads = ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = threads.getCurrentThreadCpuTime();
      for (int i = 0; i < LOOKUPS; i++) {
        if (!lookup.finds("k" + random.nextInt(entries))) {
          throw new IllegalStateException("a file is missing");
        }
      }
      best = Math.min(best, threads.getCurrentThreadCpuTime() - before);
    }
    System.out.printf("%-8s %10d %12.2f%n", tier, entries, best / 1000.0 / LOOKUPS);
  }
}
