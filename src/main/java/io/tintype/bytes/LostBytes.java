package io.tintype.bytes;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Finds bytes that nobody has given back and nobody knows any more. Only where the system property
 * {@code tintype.lostBytes} is {@code true}, as in tests: it notes where all bytes come from.
 */
public final class LostBytes {
  private static final @Nullable LostBytes WATCH =
      Boolean.getBoolean("tintype.lostBytes") ? new LostBytes() : null;

  private final ReferenceQueue<ImageBytes> gone = new ReferenceQueue<>();
  private final Set<Trace> traces = ConcurrentHashMap.newKeySet();

  private LostBytes() {}

  /** What stays of bytes when they are gone. */
  private static final class Trace extends PhantomReference<ImageBytes> {
    private final AtomicInteger owners;
    private final Throwable origin = new Throwable("bytes that nobody gave back, made");

    Trace(ImageBytes bytes, AtomicInteger owners, ReferenceQueue<ImageBytes> gone) {
      super(bytes, gone);
      this.owners = owners;
    }

    boolean isLost() {
      return owners.get() > 0;
    }

    String origin() {
      StringWriter text = new StringWriter();
      origin.printStackTrace(new PrintWriter(text));
      return text.toString();
    }
  }

  /** Takes note of new bytes. */
  static void watch(ImageBytes bytes, AtomicInteger owners) {
    if (WATCH != null) {
      WATCH.traces.add(new Trace(bytes, owners, WATCH.gone));
    }
  }

  /** Where those came from that the garbage collector has found lost since this was asked last. */
  public static List<String> found() {
    List<String> origins = new ArrayList<>();
    if (WATCH != null) {
      for (var next = WATCH.gone.poll(); next != null; next = WATCH.gone.poll()) {
        if (next instanceof Trace trace && WATCH.traces.remove(trace) && trace.isLost()) {
          origins.add(trace.origin());
        }
      }
    }
    return origins;
  }
}
