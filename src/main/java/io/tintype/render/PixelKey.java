package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.plan.Material;
import io.tintype.plan.PlannedStep;
import io.tintype.plan.Progress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What tells pixels made of sources apart.
 *
 * @param source known by its identity: the same bytes read once more are another source
 * @param page the only frame or page that is loaded; empty = all frames, the first page
 * @param shrink factor by which the decoder has shrunk
 * @param frames how many frames are loaded
 * @param steps done since, in web colours; empty = as the decoder delivers it
 */
public record PixelKey(
    ImageBytes source,
    OptionalInt page,
    double shrink,
    int frames,
    Optional<List<PlannedStep>> steps) {
  public PixelKey {
    steps = steps.map(List::copyOf);
  }

  /** A source as its decoder delivers it. */
  static PixelKey decoded(RenderSource source, double shrink, int frames) {
    return new PixelKey(source.bytes(), source.page(), shrink, frames, Optional.empty());
  }

  /** A source after some steps; empty if more goes into them than the source. */
  static Optional<PixelKey> developed(RenderSource source, Progress progress) {
    boolean alone =
        progress.material() instanceof Material.Source
            && progress.steps().stream().noneMatch(PlannedStep.Overlay.class::isInstance);
    return Optional.of(
            new PixelKey(
                source.bytes(),
                source.page(),
                progress.shrink(),
                progress.frames(),
                Optional.of(progress.steps())))
        .filter(_ -> alone);
  }

  /** The same source, decoded with another factor. */
  public PixelKey decodedBy(double factor) {
    return new PixelKey(source, page, factor, frames, Optional.empty());
  }
}
