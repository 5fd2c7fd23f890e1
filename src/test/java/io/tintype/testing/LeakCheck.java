package io.tintype.testing;

import io.tintype.bytes.LostBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails whichever test class runs when native memory is found that was never given back. It may be
 * that of a class before: garbage is collected when there is some. Registered for all tests, by its
 * name in {@code META-INF/services}.
 */
public final class LeakCheck implements AfterAllCallback {
  private static final int COLLECTIONS = 3;
  private static final long BETWEEN_NANOS = 5_000_000_000L;
  private static final Map<String, List<String>> LEAKING = new ConcurrentHashMap<>();
  private static long lastCollection = System.nanoTime();

  @Override
  public void afterAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(LeakCheck.class))
        .getOrComputeIfAbsent(LastLook.class);
    if (isTimeToCollect()) {
      System.gc();
    }
    String tests = context.getDisplayName();
    List<String> leaks = found();
    if (!leaks.isEmpty()) {
      LEAKING.merge(
          tests, leaks, (before, now) -> Stream.concat(before.stream(), now.stream()).toList());
    }
    // A second try does not lose the same bytes again, and so is none.
    fail(LEAKING.getOrDefault(tests, List.of()));
  }

  private static synchronized boolean isTimeToCollect() {
    boolean due = System.nanoTime() - lastCollection > BETWEEN_NANOS;
    if (due) {
      lastCollection = System.nanoTime();
    }
    return due;
  }

  private static List<String> found() {
    List<String> all = new ArrayList<>(LostBytes.found());
    all.addAll(BufferLeaks.found());
    return all;
  }

  private static void fail(List<String> leaks) {
    if (!leaks.isEmpty()) {
      throw new AssertionError(leaks.size() + " leaks\n" + String.join("\n", leaks));
    }
  }

  /** What is still unfound when all tests are over. */
  static final class LastLook implements AutoCloseable {
    @Override
    public void close() {
      List<String> leaks = new ArrayList<>();
      for (int i = 0; i < COLLECTIONS; i++) {
        System.gc();
        // Netty looks when it makes the next buffer.
        io.netty.buffer.PooledByteBufAllocator.DEFAULT.directBuffer(1).release();
        leaks.addAll(found());
      }
      fail(leaks);
    }
  }
}
