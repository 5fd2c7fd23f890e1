package io.tintype.testing;

import io.netty.util.ResourceLeakDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Remembers what Netty finds, beside writing it to the log. Netty makes one of these for each kind
 * of resource, as {@code io.netty.customResourceLeakDetector} tells it.
 */
public final class BufferLeaks<T> extends ResourceLeakDetector<T> {
  private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();

  /** As Netty calls it. */
  public BufferLeaks(Class<?> resourceType, int samplingInterval) {
    super(resourceType, samplingInterval);
  }

  /** As older callers within Netty call it. */
  @SuppressWarnings({"deprecation", "unused"}) // the signature is given
  public BufferLeaks(Class<?> resourceType, int samplingInterval, long maxActive) {
    super(resourceType, samplingInterval);
  }

  /** What was found since this was asked last. */
  static List<String> found() {
    List<String> all = new ArrayList<>();
    for (String leak = FOUND.poll(); leak != null; leak = FOUND.poll()) {
      all.add(leak);
    }
    return all;
  }

  @Override
  protected void reportTracedLeak(String resourceType, String records) {
    FOUND.add(resourceType + " was not released:" + records);
    super.reportTracedLeak(resourceType, records);
  }

  @Override
  protected void reportUntracedLeak(String resourceType) {
    FOUND.add(resourceType + " was not released");
    super.reportUntracedLeak(resourceType);
  }
}
