package io.tintype.render;

import io.tintype.model.Layer;
import io.tintype.model.Metadata;
import io.tintype.plan.PlannedLayer;
import io.tintype.plan.PlannedStep;
import io.tintype.vips.VipsImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs planned steps on one frame. */
final class StepRunner {
  /** Last of the orientations that keep the order of lines. */
  private static final int MIRRORED = 2;

  /** First of the orientations that exchange width and height. */
  private static final int LYING = 5;

  /**
   * Steps whose pixels are computed on demand, one by the other, on the stack of one thread of
   * libvips: 25 turns overflow it, which ends the process.
   */
  private static final int MOST_ON_DEMAND = 8;

  private final Metadata kept;
  private final Workbench bench;
  private final Darkroom darkroom;
  private VipsImage image;

  /** Whether the pixels can be read in any order, and not only from top to bottom. */
  private boolean random;

  /** The picture whose pixels are in memory, if any were needed there. */
  private @Nullable VipsImage settled;

  /** Steps since pixels were last brought to memory. */
  private int onDemand;

  /** Which images of the scope are there for good. */
  private int mark;

  /** Whether the picture is what {@link ColorConversion} makes of it. */
  private boolean colored;

  private StepRunner(VipsImage image, boolean colored, Metadata kept, Workbench bench) {
    this.image = image;
    this.colored = colored;
    this.kept = kept;
    this.bench = bench;
    this.darkroom = Darkroom.of(bench.job());
    this.mark = image.scope().mark();
  }

  /** For a still picture as it was loaded, whose colours may have to stay as they are. */
  static StepRunner of(VipsImage loaded, Metadata kept, Workbench bench) {
    return new StepRunner(loaded, false, kept, bench);
  }

  /** For a frame whose colours have been converted. */
  static StepRunner ofColored(VipsImage frame, Workbench bench) {
    return new StepRunner(frame, true, Metadata.NONE, bench);
  }

  /**
   * Runs the steps in order, except that an orientation directly before a scaling comes after it:
   * the result is the same, and only the smaller picture has to be kept in memory.
   */
  VipsImage run(List<PlannedStep> steps) {
    if (!ColorConversion.canWait(image)) {
      convertColors();
    }
    for (int i = 0; i < steps.size(); i++) {
      if (i + 1 < steps.size()
          && steps.get(i) instanceof PlannedStep.Orient orient
          && steps.get(i + 1) instanceof PlannedStep.Scale scale) {
        step(orient.orientation() < LYING ? scale : exchanged(scale));
        step(orient);
        i++;
      } else {
        step(steps.get(i));
      }
    }
    convertColors();
    return image;
  }

  private static PlannedStep exchanged(PlannedStep.Scale scale) {
    return new PlannedStep.Scale(/* width= */ scale.height(), /* height= */ scale.width());
  }

  private void step(PlannedStep step) {
    darkroom.checkpoint().check();
    if (!(step instanceof PlannedStep.Scale scale) || enlarges(scale)) {
      convertColors();
    }
    if (onDemand == MOST_ON_DEMAND) {
      settled();
    }
    image = done(step);
    onDemand++;
    if (step instanceof PlannedStep.Overlay) {
      mark = image.scope().mark();
    } else {
      image.scope().release(mark, image);
    }
  }

  private VipsImage done(PlannedStep step) {
    return switch (step) {
      case PlannedStep.Orient(var orientation) -> upright(orientation);
      case PlannedStep.Scale(var width, var height) -> Resampling.scaled(image, width, height);
      case PlannedStep.Cut(var left, var top, var width, var height) ->
          image.extract(left, top, width, height);
      case PlannedStep.Canvas canvas -> Canvases.padded(image, canvas);
      case PlannedStep.DominantCanvas canvas -> measured(canvas);
      case PlannedStep.BlurredCanvas canvas -> Backdrops.blurred(settled(), canvas, darkroom);
      case PlannedStep.Turn(var quarters) -> Turning.turned(randomly(), quarters);
      case PlannedStep.Spin spin ->
          Turning.spun(Canvases.ready(randomly(), spin.background()), spin);
      case PlannedStep.Tile tile -> Canvases.tiled(settled(), tile);
      case PlannedStep.Flip(var leftRight, var topBottom) -> flipped(leftRight, topBottom);
      case PlannedStep.Tone tone -> toned(tone);
      case PlannedStep.Perspective wish -> Distortions.perspective(settled(), wish, darkroom);
      case PlannedStep.Arc wish -> Distortions.arc(settled(), wish, darkroom);
      case PlannedStep.Gradient wish -> Gradients.drawn(settled(), wish);
      case PlannedStep.Shadow wish -> Shadows.thrown(settled(), wish);
      case PlannedStep.CastShadow wish -> Shadows.cast(settled(), wish);
      case PlannedStep.Overlay(var layer) -> bench.draw(layer, underlay(layer));
      case PlannedStep.RoundCorners(var radii) ->
          radii.areSharp() ? image : Coverage.rounded(settled(), radii);
      case PlannedStep.Ellipse _ -> Coverage.elliptic(settled());
      case PlannedStep.Fade(var opacity) ->
          opacity == 1 ? image : Coverage.faded(settled(), opacity);
      case PlannedStep.Fill(var background) ->
          background.isOpaque()
              ? Canvases.filled(image, background)
              : Canvases.backed(settled(), background);
    };
  }

  private VipsImage toned(PlannedStep.Tone tone) {
    return switch (tone) {
      case PlannedStep.Blur(var sigma) -> Blurring.blurred(settled(), sigma);
      case PlannedStep.Grayscale _ -> Tones.grayscale(image);
      case PlannedStep.StretchContrast stretch -> measured(stretch);
      case PlannedStep.Sharpen(var amount) -> Sharpening.sharpened(settled(), amount, darkroom);
      case PlannedStep.UnsharpMask wish -> Sharpening.unsharp(settled(), wish, darkroom);
      case PlannedStep.ReplaceColor wish -> measured(wish);
      case PlannedStep.Colorize(var color, var intensity) ->
          Tones.colorize(settled(), color, intensity);
      case PlannedStep.Adjust adjust ->
          adjust.measures()
              ? measured(adjust)
              : Adjustments.adjusted(settled(), adjust.adjustment(), darkroom);
      case PlannedStep.Within(var region, var inside) -> within(region, inside);
    };
  }

  private VipsImage within(PlannedStep.Cut region, PlannedStep.Tone tone) {
    VipsImage whole = settled();
    VipsImage part = whole.extract(region.left(), region.top(), region.width(), region.height());
    VipsImage changed = ofColored(part, bench).run(List.of(tone));
    return Compositing.inserted(changed, whole, region.left(), region.top());
  }

  /** By this picture alone; what measures many frames has done so before they came here. */
  private VipsImage measured(PlannedStep.Measuring step) {
    return new Exposure(settled(), 1, darkroom).treatment(step).apply(settled());
  }

  private void convertColors() {
    if (!colored) {
      image = ColorConversion.toWebColors(image, kept);
      colored = true;
    }
  }

  private boolean enlarges(PlannedStep.Scale scale) {
    return (long) scale.width() * scale.height() > (long) image.width() * image.height();
  }

  private VipsImage upright(int orientation) {
    boolean inOrder = orientation <= MIRRORED;
    return Turning.upright(inOrder ? image : randomly(), orientation);
  }

  private VipsImage flipped(boolean leftRight, boolean topBottom) {
    VipsImage flipped = topBottom ? Turning.turnedOver(randomly()) : image;
    return leftRight ? Turning.mirrored(flipped) : flipped;
  }

  /** What a layer is drawn on: whatever is displaced is read in any order. */
  private VipsImage underlay(PlannedLayer layer) {
    return layer.blend() == Layer.Blend.DISPLACE ? settled() : image;
  }

  /** The picture in a form whose pixels can be read in any order, as turning does. */
  private VipsImage randomly() {
    return random ? image : settled();
  }

  /** The picture with its pixels in memory, for what reads them more than once. */
  private VipsImage settled() {
    if (settled != image) {
      image = darkroom.develop(image);
      settled = image;
      random = true;
      onDemand = 0;
    }
    return image;
  }
}
