package io.tintype.render;

import io.tintype.model.ImageFormat;
import io.tintype.plan.Progress;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the pixels of one job's source come from: another job has computed them, or the decoder
 * does. What other jobs are likely to need is decoded into memory and kept; a job that is alone
 * decodes line by line, as if there were no cache.
 */
final class SourcePixels {
  private final VipsScope scope;
  private final RenderJob job;
  private final SourceOpener opener;
  private final PixelCache cache;
  private final Map<PixelKey, VipsImage> shared = new HashMap<>();
  private final List<Opening> openings = new ArrayList<>();

  SourcePixels(VipsScope scope, RenderJob job, SourceOpener opener, PixelCache cache) {
    this.scope = scope;
    this.job = job;
    this.opener = opener;
    this.cache = cache;
  }

  /** A source that has been opened. */
  record Opening(RenderSource source, double shrink, int frames) {}

  /** Everything that has been opened so far. */
  List<Opening> openings() {
    return List.copyOf(openings);
  }

  /** The job's source, which may be readable only once, from top to bottom. */
  VipsImage load(double shrink, int frames) {
    PixelKey key = PixelKey.decoded(job.source(), shrink, frames);
    VipsImage before = shared.get(key);
    if (before != null) {
      return before;
    }
    Optional<VipsImage> found = kept(key);
    Optional<VipsImage> ready = found.or(() -> keeping(key));
    job.relatives().decoded(found.isPresent());
    ready.ifPresent(image -> shared.put(key, image));
    return ready.orElseGet(() -> open(job.source(), shrink, frames));
  }

  /** Any source, for this job alone. */
  VipsImage open(RenderSource source, double shrink, int frames) {
    openings.add(new Opening(source, shrink, frames));
    return opener.open(scope, source, shrink, frames);
  }

  /** What another job has made of the source. */
  Optional<VipsImage> find(Progress wanted) {
    return PixelKey.developed(job.source(), wanted).flatMap(key -> cache.find(key, scope));
  }

  /**
   * Keeps what this job has made of the source, if another one is likely to need it.
   *
   * @param computed in memory; it may be somebody else's afterwards
   * @return the same picture
   */
  VipsImage offered(Progress progress, VipsImage computed) {
    if (!job.relatives().expected() || !cache.takesResult(computed.bytes())) {
      return computed;
    }
    return PixelKey.developed(job.source(), progress)
        .flatMap(key -> cache.room(computed.bytes()).map(room -> handedOver(key, computed, room)))
        .orElse(computed);
  }

  private Optional<VipsImage> kept(PixelKey key) {
    for (double factor : factors(key.shrink())) {
      Optional<VipsImage> found = cache.find(key.decodedBy(factor), scope);
      if (found.isPresent()) {
        return found.map(finer -> derived(finer, key.shrink() / factor));
      }
    }
    return Optional.empty();
  }

  /** Decodes for all who wait, if there is room for that. */
  private Optional<VipsImage> keeping(PixelKey key) {
    if (!cache.isOn() || !job.relatives().expected()) {
      return Optional.empty();
    }
    double least = job.relatives().leastShrink(key.shrink());
    for (double factor : factors(key.shrink()).reversed()) {
      if (factor >= least) {
        VipsImage opened = open(job.source(), factor, key.frames());
        Optional<PixelCache.Room> room = cache.room(opened.bytes());
        if (room.isPresent()) {
          return Optional.of(
              derived(kept(key.decodedBy(factor), opened, room.get()), key.shrink() / factor));
        }
      }
    }
    return Optional.empty();
  }

  private VipsImage kept(PixelKey key, VipsImage opened, PixelCache.Room room) {
    try (room) {
      return handedOver(key, Darkroom.of(job).develop(opened), room);
    }
  }

  /** From now on nobody may stop what belongs to all. */
  private VipsImage handedOver(PixelKey key, VipsImage computed, PixelCache.Room room) {
    job.brake().killSwitch().disarm();
    room.fill(key, computed);
    return computed.view();
  }

  /** Only a JPEG decoder averages pixels in a way that can be caught up on. */
  private List<Double> factors(double shrink) {
    List<Double> factors = new ArrayList<>(List.of(shrink));
    if (job.source().format() == ImageFormat.JPEG) {
      for (double factor = shrink / 2; factor >= 1; factor /= 2) {
        factors.add(factor);
      }
    }
    return factors;
  }

  /** What a decoder that shrinks delivers: the mean of every block. */
  private static VipsImage derived(VipsImage finer, double factor) {
    return factor > 1 ? finer.averaged((int) factor) : finer;
  }
}
