package io.tintype.render;

import io.tintype.model.Metadata;
import io.tintype.plan.Material;
import io.tintype.plan.PlannedLayer;
import io.tintype.plan.PlannedStep;
import io.tintype.plan.Progress;
import io.tintype.plan.RenderPlan;
import io.tintype.plan.SourceHeader;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * What one job works with: its sources, which may be opened more than once, and the pictures it has
 * computed on the way. A picture that was looked at while the plan was made is not computed again
 * but continued, and a layer that is on every frame is made once.
 */
final class Workbench {
  private final VipsScope scope;
  private final RenderJob job;
  private final SourceOpener opener;
  private final TextPainter painter;
  private final SourcePixels pixels;
  private final Map<Progress, VipsImage> computed = new HashMap<>();

  Workbench(
      VipsScope scope, RenderJob job, SourceOpener opener, TextPainter painter, PixelCache cache) {
    this.scope = scope;
    this.job = job;
    this.opener = opener;
    this.painter = painter;
    this.pixels = new SourcePixels(scope, job, opener, cache);
  }

  RenderJob job() {
    return job;
  }

  /** Everything that has been opened so far. */
  List<SourcePixels.Opening> openings() {
    return pixels.openings();
  }

  /** The job's source as it is loaded for a plan. */
  VipsImage source(RenderPlan plan) {
    return pixels.load(plan.shrink(), plan.frames());
  }

  /** The header of a layer's picture. */
  SourceHeader header(Material.Picture layer) {
    return opener.header(scope, picture(layer), job.checkpoint());
  }

  /** The picture after these steps, its pixels in memory, the frames one below the other. */
  VipsImage compute(Progress wanted) {
    VipsImage known = computed.get(wanted);
    if (known != null) {
      return known;
    }
    VipsImage ready =
        pixels
            .find(wanted)
            .orElseGet(
                () ->
                    pixels.offered(
                        wanted,
                        settled(
                            begun(wanted)
                                .map(begun -> continued(wanted, begun))
                                .orElseGet(() -> fresh(wanted, Metadata.NONE)))));
    computed.put(wanted, ready);
    return ready;
  }

  /**
   * The source after all steps of a plan; what keeps its own colours is computed from the start.
   */
  VipsImage finish(RenderPlan plan) {
    Progress wanted =
        new Progress(new Material.Source(), plan.shrink(), plan.frames(), plan.steps());
    Metadata kept =
        plan.product() instanceof RenderPlan.Encode encode
            ? encode.writing().metadata()
            : Metadata.NONE;
    return kept == Metadata.NONE ? compute(wanted) : settled(fresh(wanted, kept));
  }

  /** Puts a layer on a picture. */
  VipsImage draw(PlannedLayer layer, VipsImage picture) {
    job.checkpoint().check();
    VipsImage drawn = compute(new Progress(layer.material(), layer.shrink(), 1, layer.steps()));
    return LayerCompositor.composed(picture, drawn, layer);
  }

  /**
   * Begins with the source or the layer's material.
   *
   * @param kept what of its metadata the result has
   */
  private VipsImage fresh(Progress wanted, Metadata kept) {
    VipsImage loaded = load(wanted);
    return wanted.frames() > 1
        ? onFrames(
            wanted.frames(),
            ColorConversion.toWebColors(loaded, kept),
            wanted.steps(),
            kept == Metadata.NONE)
        : StepRunner.of(loaded, kept, this).run(wanted.steps());
  }

  private VipsImage continued(Progress wanted, Progress begun) {
    VipsImage start = compute(begun);
    List<PlannedStep> rest = wanted.steps().subList(begun.steps().size(), wanted.steps().size());
    return wanted.frames() > 1
        ? onFrames(wanted.frames(), start, rest, true)
        : StepRunner.ofColored(start, this).run(rest);
  }

  /**
   * Few frames after the others, so that not all are in memory in full size; but where a step looks
   * at colours, all of them have to be there before any is changed.
   *
   * @param bare whether nothing in the header of the source is wanted any more
   */
  private VipsImage onFrames(int frames, VipsImage start, List<PlannedStep> steps, boolean bare) {
    Animation animation = new Animation(frames, List.of(), OptionalInt.empty());
    VipsImage image = start;
    int done = 0;
    for (int at = 0; at < steps.size(); at++) {
      if (steps.get(at) instanceof PlannedStep.Measuring measuring && measuring.measures()) {
        image = settled(onEach(animation, image, steps.subList(done, at), bare));
        Exposure exposure = new Exposure(image, frames, Darkroom.of(job));
        UnaryOperator<VipsImage> treatment = exposure.treatment(measuring);
        image = animation.each(image, frame -> alone(frame, treatment));
        done = at + 1;
      }
    }
    return onEach(animation, image, steps.subList(done, steps.size()), bare);
  }

  private VipsImage onEach(
      Animation animation, VipsImage start, List<PlannedStep> steps, boolean bare) {
    if (steps.isEmpty()) {
      return start;
    }
    if (bare
        && steps.getFirst() instanceof PlannedStep.Scale size
        && FrameScaling.canScale(start, animation.frames(), size)) {
      boolean cuts = steps.size() > 1 && steps.get(1) instanceof PlannedStep.Cut;
      PlannedStep.Cut part =
          cuts
              ? (PlannedStep.Cut) steps.get(1)
              : new PlannedStep.Cut(0, 0, size.width(), size.height());
      VipsImage scaled =
          FrameScaling.scaled(start, animation.frames(), size, part, Darkroom.of(job));
      return onEach(animation, scaled, steps.subList(cuts ? 2 : 1, steps.size()), true);
    }
    UnaryOperator<VipsImage> change = frame -> StepRunner.ofColored(frame, this).run(steps);
    boolean drawsLayers = steps.stream().anyMatch(PlannedStep.Overlay.class::isInstance);
    return animation.each(
        start, frame -> drawsLayers ? settled(change.apply(frame)) : alone(frame, change));
  }

  /** The changed frame, without the pictures it was made from; layers would go with them. */
  private VipsImage alone(VipsImage frame, UnaryOperator<VipsImage> change) {
    int mark = scope.mark();
    VipsImage changed = settled(change.apply(frame));
    scope.release(mark, changed);
    return changed;
  }

  /** What of it has been computed already; empty if nothing. */
  private Optional<Progress> begun(Progress wanted) {
    for (int steps = wanted.steps().size() - 1; steps >= 0; steps--) {
      Progress begun =
          new Progress(
              wanted.material(),
              wanted.shrink(),
              wanted.frames(),
              wanted.steps().subList(0, steps));
      if (computed.containsKey(begun)) {
        return Optional.of(begun);
      }
    }
    return Optional.empty();
  }

  private VipsImage load(Progress wanted) {
    return switch (wanted.material()) {
      case Material.Source _ -> pixels.load(wanted.shrink(), wanted.frames());
      case Material.Picture picture ->
          pixels.open(picture(picture), wanted.shrink(), wanted.frames());
      case Material.Block(var width, var height, var color) ->
          Swatch.of(scope, width, height, color);
      case Material.Words(var text) -> painter.paint(text);
    };
  }

  private RenderSource picture(Material.Picture layer) {
    return job.larder().picture(layer.source()).at(OptionalInt.of(layer.page()));
  }

  private VipsImage settled(VipsImage image) {
    job.checkpoint().check();
    job.brake().killSwitch().arm(image);
    return image.inMemory();
  }
}
