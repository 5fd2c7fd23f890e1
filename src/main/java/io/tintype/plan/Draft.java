package io.tintype.plan;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Color;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan while it is being made: the operations so far, and what the picture is like after them.
 * Operations without effect are not written down; those beyond a limit are refused.
 */
final class Draft {
  /** The largest side of any picture in libvips ({@code VIPS_MAX_COORD} of its older releases). */
  static final int LARGEST_SIDE = 10_000_000;

  private static final int UPRIGHT = 1;
  private static final int QUARTERS = 4;

  private final List<PlannedStep> steps = new ArrayList<>();
  private final ImageFormat source;
  private final int frames;
  private final Limits limits;

  private Size size;
  private boolean alpha;
  private double shrink = 1;
  private boolean mayShrinkOnLoad;

  Draft(SourceHeader header, int frames, Limits limits) {
    this.source = header.format();
    this.frames = frames;
    this.limits = limits;
    this.size = new Size(header.orientedWidth(), header.orientedHeight());
    this.alpha = header.alpha();
    this.mayShrinkOnLoad = header.frames() == 1;
    if (header.orientation() != UPRIGHT) {
      steps.add(new PlannedStep.Orient(header.orientation()));
    }
  }

  Size size() {
    return size;
  }

  boolean alpha() {
    return alpha;
  }

  double shrink() {
    return shrink;
  }

  List<PlannedStep> steps() {
    return List.copyOf(steps);
  }

  /** The size in which the picture reaches a scale that makes it smaller by this much. */
  Size loadedFor(double scaleShrink) {
    double factor = loadShrink(scaleShrink);
    return factor > 1 ? LoadShrink.loaded(source, size, factor) : size;
  }

  /**
   * Resamples.
   *
   * @param scaleShrink by how much the less affected axis becomes smaller
   */
  void scale(Size target, double scaleShrink) {
    if (target.equals(size)) {
      return;
    }
    check(target);
    if (mayShrinkOnLoad) {
      // Nothing that is loaded smaller than it is wanted on an axis has to be enlarged again.
      shrink = Math.min(loadShrink(scaleShrink), loadShrink(size.shrinkTo(target)));
    }
    change(new PlannedStep.Scale((int) target.width(), (int) target.height()), target);
  }

  private double loadShrink(double scaleShrink) {
    return mayShrinkOnLoad ? LoadShrink.factor(source, size, scaleShrink) : 1;
  }

  /** Cuts out a region that lies inside the picture. */
  void cut(Placement.Offset at, Size region) {
    if (region.equals(size)) {
      return;
    }
    change(
        new PlannedStep.Cut(
            (int) at.left(), (int) at.top(), (int) region.width(), (int) region.height()),
        region);
  }

  /** Puts the picture on a canvas that is nowhere smaller. */
  void canvas(Placement.Offset at, Size canvas, Color background) {
    if (canvas.equals(size)) {
      return;
    }
    check(canvas);
    change(
        new PlannedStep.Canvas(
            (int) at.left(),
            (int) at.top(),
            (int) canvas.width(),
            (int) canvas.height(),
            background),
        canvas);
    alpha |= !background.isOpaque();
  }

  void turn(int quarters) {
    int turns = Math.floorMod(quarters, QUARTERS);
    if (turns != 0) {
      change(new PlannedStep.Turn(turns), turns % 2 == 0 ? size : size.turned());
    }
  }

  void spin(double degrees, Color background, Size boundingBox) {
    check(boundingBox);
    change(
        new PlannedStep.Spin(
            degrees, background, (int) boundingBox.width(), (int) boundingBox.height()),
        boundingBox);
    alpha |= !background.isOpaque();
  }

  /**
   * Puts a colour behind the picture. Its own alpha is ignored, as ImageKit and sharp do, but for a
   * wholly clear one: nothing put behind a picture changes nothing.
   */
  void flatten(Color background) {
    if (!alpha || background.alpha() == 0) {
      return;
    }
    Color opaque = Color.opaque(background.red(), background.green(), background.blue());
    change(new PlannedStep.Fill(opaque), size);
    alpha = false;
  }

  private void change(PlannedStep step, Size result) {
    steps.add(step);
    size = result;
    mayShrinkOnLoad = false;
  }

  private void check(Size result) {
    if (result.exceeds(LARGEST_SIDE) || result.pixels() > limits.resultPixels() / frames) {
      throw new FaultException(
          new Fault.LimitExceeded(
              "resultPixels",
              "The transformation needs a picture of %dx%d pixels%s, more than allowed."
                  .formatted(result.width(), result.height(), Planner.inFrames(frames))));
    }
  }
}
