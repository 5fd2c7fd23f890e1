package io.tintype.testing;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes native bytes and knows how many have not been given back. */
public final class TrackedBytes {
  private final AtomicInteger open = new AtomicInteger();

  public ImageBytes of(byte[] content) {
    ImageBytes inner = NettyBuffers.copyOf(content);
    open.incrementAndGet();
    return ImageBytes.owning(
        inner.address(),
        inner.size(),
        () -> {
          inner.close();
          open.decrementAndGet();
        });
  }

  public ImageBytes of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public int open() {
    return open.get();
  }
}
