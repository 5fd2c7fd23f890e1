package io.tintype.render;

import io.tintype.bytes.ByteBudget;
import io.tintype.vips.Pixels;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pixels of sources, kept for a short while so that other sizes and formats of the same source need
 * no second decoding. Bounded by bytes, and part of the budget of the render threads: they give way
 * to jobs. The least recently used go first. Safe for use by several threads.
 */
public final class PixelCache implements AutoCloseable {
  /** A page's pictures are asked for within seconds of each other. */
  private static final long KEPT = Duration.ofSeconds(10).toMillis();

  /** No result takes more than this part of the cache. */
  private static final int RESULT_PART = 4;

  private final long maxBytes;
  private final ByteBudget memory;
  private final InstantSource clock;
  private final Map<PixelKey, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /**
   * Creates an empty cache.
   *
   * @param maxBytes most bytes of pixels held; 0 = nothing is kept
   * @param memory of all running jobs together, which kept pixels are counted in
   */
  public PixelCache(long maxBytes, ByteBudget memory, InstantSource clock) {
    this.maxBytes = maxBytes;
    this.memory = memory;
    this.clock = clock;
    memory.relieveBy(this::giveUpOne);
  }

  /** A cache that is switched off, where no memory is shared. */
  static PixelCache off() {
    return off(new ByteBudget("no pixels", 0));
  }

  /** A cache that is switched off. */
  public static PixelCache off(ByteBudget memory) {
    return new PixelCache(0, memory, InstantSource.system());
  }

  /**
   * What is kept.
   *
   * @param until in milliseconds of the clock, if nobody asks for it before
   */
  private record Entry(Pixels pixels, long until) {}

  /** What all render jobs and kept pixels together may take. */
  public ByteBudget memory() {
    return memory;
  }

  public boolean isOn() {
    return maxBytes > 0;
  }

  /** Whether a result of this size may be kept: decoded sources serve more jobs. */
  boolean takesResult(long size) {
    return size <= maxBytes / RESULT_PART;
  }

  /** Whether there are such pixels at this moment. */
  public boolean has(PixelKey key) {
    synchronized (entries) {
      return entries.containsKey(key);
    }
  }

  /** Pixels that are kept, shown in a scope. */
  Optional<VipsImage> find(PixelKey key, VipsScope scope) {
    @Nullable Entry entry;
    synchronized (entries) {
      entry =
          entries.computeIfPresent(
              key, (_, known) -> new Entry(known.pixels, clock.millis() + KEPT));
    }
    return entry == null ? Optional.empty() : entry.pixels.in(scope);
  }

  /**
   * Takes room for pixels that are about to be computed.
   *
   * @return empty if they are not to be kept: they are too many, or there is no memory for them
   */
  Optional<Room> room(long wanted) {
    boolean fits = wanted <= Math.min(maxBytes, Integer.MAX_VALUE) && memory.tryReserve(wanted);
    return fits ? Optional.of(new Room(wanted)) : Optional.empty();
  }

  /** Room for pixels: filled, or given back. */
  final class Room implements AutoCloseable {
    private final long size;
    private boolean filled;

    private Room(long size) {
      this.size = size;
    }

    /**
     * Keeps pixels.
     *
     * @param computed in memory, as large as the room
     * @return the same, whose pixels count as memory until the scope is closed, kept or not
     */
    VipsImage fill(PixelKey key, VipsImage computed, VipsScope scope) {
      Pixels pixels = Pixels.of(computed, () -> memory.release(size));
      filled = true;
      VipsImage own = pixels.in(scope).orElseThrow();
      put(key, pixels);
      return own;
    }

    @Override
    public void close() {
      if (!filled) {
        memory.release(size);
      }
    }
  }

  /** Gives back what has not been used for a while. */
  public void expire() {
    long now = clock.millis();
    List<Pixels> old = new ArrayList<>();
    synchronized (entries) {
      Iterator<Entry> all = entries.values().iterator();
      while (all.hasNext()) {
        Entry entry = all.next();
        if (entry.until <= now) {
          all.remove();
          old.add(taken(entry));
        }
      }
    }
    old.forEach(Pixels::close);
  }

  /** Bytes of pixels held. */
  public long bytes() {
    synchronized (entries) {
      return bytes;
    }
  }

  /** Number of pictures held. */
  public long entries() {
    synchronized (entries) {
      return entries.size();
    }
  }

  /** Gives everything back that nobody reads. */
  @Override
  public void close() {
    boolean more = true;
    while (more) {
      more = giveUpOne();
    }
  }

  private void put(PixelKey key, Pixels pixels) {
    List<Pixels> gone = new ArrayList<>();
    synchronized (entries) {
      Entry before = entries.put(key, new Entry(pixels, clock.millis() + KEPT));
      bytes += pixels.bytes();
      if (before != null) {
        gone.add(taken(before));
      }
      while (bytes > maxBytes) {
        gone.add(eldest());
      }
    }
    gone.forEach(Pixels::close);
  }

  private boolean giveUpOne() {
    Pixels gone;
    synchronized (entries) {
      if (entries.isEmpty()) {
        return false;
      }
      gone = eldest();
    }
    gone.close();
    return true;
  }

  private Pixels eldest() {
    Iterator<Entry> all = entries.values().iterator();
    Entry entry = all.next();
    all.remove();
    return taken(entry);
  }

  private Pixels taken(Entry entry) {
    bytes -= entry.pixels.bytes();
    return entry.pixels;
  }
}
