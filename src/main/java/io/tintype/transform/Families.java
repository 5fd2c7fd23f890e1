package io.tintype.transform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tintype.bus.TransformRequest;
import io.tintype.bytes.ImageBytes;
import io.tintype.render.PixelCache;
import java.time.Duration;
import java.util.Optional;

/**
 * Tells which jobs have the same source: not by its name, but by its bytes in memory, which only
 * those share whose source was read once for all of them. Confined to the queue's event loop.
 */
final class Families {
  /** As long as pixels are kept that nobody asks for. */
  private static final Duration LATELY = Duration.ofSeconds(10);

  private static final long MOST = 1_000;

  private final PixelCache pixels;
  private final Runnable progressed;
  private final Cache<ImageBytes, Family> families =
      Caffeine.newBuilder()
          .weakKeys()
          .maximumSize(MOST)
          .expireAfterAccess(LATELY)
          .executor(Runnable::run)
          .build();

  /**
   * Nobody is there yet.
   *
   * @param pixels what members of a family share
   * @param progressed told, on any thread, when jobs that are held may go
   */
  Families(PixelCache pixels, Runnable progressed) {
    this.pixels = pixels;
    this.progressed = progressed;
  }

  /** Takes a job in, which waits; where no pixels are kept, every job is alone. */
  Member join(TransformRequest request, Optional<Demand> demand) {
    Family family =
        pixels.isOn()
            ? families.get(request.source(), _ -> new Family(request.format(), pixels))
            : new Family(request.format(), pixels);
    return family.join(demand, progressed);
  }
}
