package io.tintype.plan;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Color;
import io.tintype.model.Expression.Subject;
import io.tintype.model.ImageFormat;
import io.tintype.model.Layer.Blend;
import io.tintype.model.Limits;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan of one chain while it is being made: the operations so far, and what the picture is like
 * after them. Operations without effect are not written down; those beyond a limit are refused.
 */
final class Draft {
  /** The largest side of any picture in libvips ({@code VIPS_MAX_COORD} of its older releases). */
  static final int LARGEST_SIDE = 10_000_000;

  private static final int UPRIGHT = 1;
  private static final int QUARTERS = 4;

  private final List<PlannedStep> steps = new ArrayList<>();
  private final Material material;
  private final int frames;
  private final Limits limits;
  private final LoadShrink loadShrink;
  private final Optional<Measured> base;
  private final Measured initial;

  private Size size;
  private boolean alpha;
  private double shrink = 1;

  /** What is stored with the picture; empty once it is out of sight. */
  private Optional<Focus> focus = Optional.empty();

  /** Whose decoder may shrink; empty once that is decided, or the pixels have been looked at. */
  private Optional<ImageFormat> shrinkable;

  private Draft(
      Material material,
      Measured initial,
      int frames,
      Surroundings surroundings,
      Optional<Measured> base) {
    this.material = material;
    this.frames = frames;
    this.limits = surroundings.limits();
    this.loadShrink = surroundings.loadShrink();
    this.base = base;
    this.initial = initial;
    this.size = initial.size();
    this.shrinkable = Optional.empty();
  }

  /** Of the source of the delivery. */
  static Draft ofSource(SourceHeader header, int frames, Surroundings surroundings) {
    return ofFile(new Material.Source(), header, frames, surroundings, Optional.empty());
  }

  /** Of a layer's picture; one frame of it. */
  static Draft ofLayer(
      Material.Picture picture, SourceHeader header, Surroundings surroundings, Measured base) {
    return ofFile(picture, header, 1, surroundings, Optional.of(base));
  }

  /** Of a layer that is made and not decoded; it has an alpha channel. */
  static Draft ofLayer(Material material, Size size, Surroundings surroundings, Measured base) {
    Measured initial = new Measured(size, SourceHeader.USUAL_DENSITY, 1);
    Draft draft = new Draft(material, initial, 1, surroundings, Optional.of(base));
    draft.check(size);
    draft.alpha = true;
    return draft;
  }

  private static Draft ofFile(
      Material material,
      SourceHeader header,
      int frames,
      Surroundings surroundings,
      Optional<Measured> base) {
    Size oriented = new Size(header.orientedWidth(), header.orientedHeight());
    Measured initial = new Measured(oriented, header.density(), header.frames());
    Draft draft = new Draft(material, initial, frames, surroundings, base);
    draft.alpha = header.alpha();
    draft.focus = header.focus().flatMap(area -> Focus.of(area, oriented));
    if (header.frames() == 1) {
      draft.shrinkable = Optional.of(header.format());
    }
    if (header.orientation() != UPRIGHT) {
      draft.steps.add(new PlannedStep.Orient(header.orientation()));
    }
    return draft;
  }

  Size size() {
    return size;
  }

  /** Where the area lies now that is stored with the picture. */
  Optional<Focus> focus() {
    return focus;
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

  /** The picture as it is now, for the numbers of what is put on it. */
  Measured measured() {
    return new Measured(size, initial.density(), initial.pages());
  }

  /** Computes the numbers of the step that comes next. */
  Evaluator evaluator() {
    Map<Subject, Measured> pictures = new EnumMap<>(Subject.class);
    pictures.put(Subject.INITIAL, initial);
    pictures.put(Subject.CURRENT, measured());
    base.ifPresent(below -> pictures.put(Subject.BASE, below));
    return new Evaluator(pictures);
  }

  /** For a look at the pixels, which decides that they are decoded in full. */
  Progress progress() {
    shrinkable = Optional.empty();
    return new Progress(material, shrink, frames, steps);
  }

  /** As something to put on a picture. */
  PlannedLayer asLayer(Blend blend, Placement.Offset at) {
    return new PlannedLayer(
        material,
        shrink,
        steps,
        blend,
        (int) at.left(),
        (int) at.top(),
        (int) size.width(),
        (int) size.height());
  }

  /** The size in which the picture reaches a scale that makes it smaller by this much. */
  Size loadedFor(double scaleShrink) {
    double factor = loadShrink(scaleShrink);
    return shrinkable
        .filter(_ -> factor != 1)
        .map(format -> LoadShrink.loaded(format, size, factor))
        .orElse(size);
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
    shrinkOnLoad(target, scaleShrink);
    change(new PlannedStep.Scale((int) target.width(), (int) target.height()), target);
  }

  /**
   * Resamples twice, and puts one on the other.
   *
   * @param scaleShrink by how much the larger of the two is smaller than the picture
   */
  void blurredCanvas(PlannedStep.BlurredCanvas step, double scaleShrink) {
    Size cover = new Size(step.cover().width(), step.cover().height());
    check(cover);
    shrinkOnLoad(cover, scaleShrink);
    change(step, new Size(step.window().width(), step.window().height()));
  }

  /** Nothing that is loaded smaller than it is wanted on an axis has to be enlarged again. */
  private void shrinkOnLoad(Size target, double scaleShrink) {
    if (shrinkable.isPresent()) {
      shrink = Math.min(loadShrink(scaleShrink), loadShrink(size.shrinkTo(target)));
    }
  }

  private double loadShrink(double scaleShrink) {
    return shrinkable.map(format -> loadShrink.factor(format, size, scaleShrink)).orElse(1.0);
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
    enlarge(
        new PlannedStep.Canvas(
            (int) at.left(),
            (int) at.top(),
            (int) canvas.width(),
            (int) canvas.height(),
            background),
        canvas);
    alpha |= !background.isOpaque();
  }

  /**
   * Repeats the picture all over a canvas.
   *
   * @param at where one of the copies begins
   */
  void tile(Placement.Offset at, Size canvas) {
    enlarge(
        new PlannedStep.Tile(
            (int) Math.floorMod(at.left(), size.width()),
            (int) Math.floorMod(at.top(), size.height()),
            (int) canvas.width(),
            (int) canvas.height()),
        canvas);
  }

  void turn(int quarters) {
    int turns = Math.floorMod(quarters, QUARTERS);
    if (turns != 0) {
      change(new PlannedStep.Turn(turns), turns % 2 == 0 ? size : size.turned());
    }
  }

  /** Puts a colour behind the picture; a clear one changes nothing. */
  void flatten(Color background) {
    if (!alpha || background.alpha() == 0) {
      return;
    }
    change(new PlannedStep.Fill(background));
    alpha = !background.isOpaque();
  }

  /** What the picture is from now on: it has places where nothing is. */
  void addAlpha() {
    alpha = true;
  }

  /** Something that keeps the size. */
  void change(PlannedStep step) {
    change(step, size);
  }

  /** Something whose result may be larger than the picture. */
  void enlarge(PlannedStep step, Size result) {
    check(result);
    change(step, result);
  }

  private void change(PlannedStep step, Size result) {
    steps.add(step);
    Size before = size;
    focus = focus.flatMap(area -> area.after(step, before, result));
    size = result;
    shrinkable = Optional.empty();
  }

  /** Refuses sizes beyond the limit. */
  void check(Size result) {
    if (result.exceeds(LARGEST_SIDE) || result.pixels() > limits.resultPixels() / frames) {
      throw new FaultException(
          new Fault.LimitExceeded(
              "resultPixels",
              "The transformation needs a picture of %dx%d pixels%s; allowed are %d in all and %d on a side."
                  .formatted(
                      result.width(),
                      result.height(),
                      Planner.inFrames(frames),
                      limits.resultPixels(),
                      LARGEST_SIDE)));
    }
  }
}
