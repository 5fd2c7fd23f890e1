package io.tintype.render;

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
    Optional<VipsImage> found = cache.find(key, scope);
    Optional<VipsImage> ready = found.or(() -> keeping(key));
    job.relatives().decoded(found.isPresent());
    ready.ifPresent(image -> shared.put(key, image));
    return ready.orElseGet(() -> open(job.source(), shrink, frames));
  }

  /** Any source, for this job alone. */
  VipsImage open(RenderSource source, double shrink, int frames) {
    openings.add(new Opening(source, shrink, frames));
    return opener.open(scope, source, shrink, frames, job.checkpoint());
  }

  /** What another job has made of the source. */
  Optional<VipsImage> find(Progress wanted) {
    Optional<VipsImage> found =
        PixelKey.developed(job.source(), wanted).flatMap(key -> cache.find(key, scope));
    if (found.isPresent()) {
      job.relatives().decoded(true);
    }
    return found;
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

  /** Decodes into memory for all who need the same, if they fit. */
  private Optional<VipsImage> keeping(PixelKey key) {
    if (!cache.isOn() || !job.relatives().expected()) {
      return Optional.empty();
    }
    VipsImage opened = open(job.source(), key.shrink(), key.frames());
    return cache.room(opened.bytes()).map(room -> kept(key, opened, room));
  }

  private VipsImage kept(PixelKey key, VipsImage opened, PixelCache.Room room) {
    try (room) {
      return handedOver(key, Darkroom.of(job).develop(opened), room);
    }
  }

  /** From now on nobody may stop what belongs to all. */
  private VipsImage handedOver(PixelKey key, VipsImage computed, PixelCache.Room room) {
    job.brake().killSwitch().disarm();
    return room.fill(key, computed, scope);
  }
}
