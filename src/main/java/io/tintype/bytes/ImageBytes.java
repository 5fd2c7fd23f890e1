package io.tintype.bytes;

import io.vertx.core.buffer.Buffer;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Encoded bytes in native memory with a count of owners. The memory is freed when the last owner
 * closes. Whoever reads on another thread holds a reference of its own.
 */
public final class ImageBytes implements AutoCloseable {
  private final long address;
  private final int size;
  private final Runnable free;
  private final AtomicInteger owners = new AtomicInteger(1);
  private final AtomicReference<@Nullable Supplier<Buffer>> shown = new AtomicReference<>();

  private ImageBytes(long address, int size, Runnable free) {
    this.address = address;
    this.size = size;
    this.free = free;
  }

  /**
   * Takes ownership of native memory.
   *
   * @param address first byte; must stay valid until {@code free} runs
   * @param size number of bytes, at least 0
   * @param free gives the memory back; runs exactly once, on the thread of the last owner
   */
  public static ImageBytes owning(long address, int size, Runnable free) {
    if (size < 0) {
      throw new IllegalArgumentException("size " + size);
    }
    ImageBytes bytes = new ImageBytes(address, size, free);
    LostBytes.watch(bytes, bytes.owners);
    return bytes;
  }

  /** Address of the first byte; only valid while the caller owns a reference. */
  public long address() {
    return address;
  }

  public int size() {
    return size;
  }

  /** The bytes as Java reads native memory; only valid while the caller owns a reference. */
  public MemorySegment memory() {
    return MemorySegment.ofAddress(address).reinterpret(size);
  }

  /**
   * Shows the bytes as a buffer; only valid while the caller owns a reference.
   *
   * @param showing prepares such views; asked once, whoever looks how often
   */
  Buffer view(Function<MemorySegment, Supplier<Buffer>> showing) {
    Supplier<Buffer> views = shown.get();
    if (views == null) {
      views = showing.apply(memory());
      shown.set(views);
    }
    return views.get();
  }

  /** Adds an owner; false if the memory is already gone, and then the bytes must not be touched. */
  public boolean tryRetain() {
    int seen = owners.get();
    while (seen > 0) {
      if (owners.compareAndSet(seen, seen + 1)) {
        return true;
      }
      seen = owners.get();
    }
    return false;
  }

  /** Whether somebody still owns the bytes. */
  public boolean isOpen() {
    return owners.get() > 0;
  }

  /** Gives up one reference. */
  @Override
  public void close() {
    int left = owners.decrementAndGet();
    if (left == 0) {
      free.run();
    } else if (left < 0) {
      throw new IllegalStateException("closed more often than retained");
    }
  }
}
