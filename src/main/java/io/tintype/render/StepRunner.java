package io.tintype.render;

import io.tintype.model.Color;
import io.tintype.model.Metadata;
import io.tintype.plan.PlannedStep;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.KillSwitch;
import io.tintype.vips.VipsImage;
import java.util.List;

/** Runs planned steps on one frame. */
final class StepRunner {
  private static final double OPAQUE = 255;

  /** First of the orientations that exchange width and height. */
  private static final int LYING = 5;

  private final Checkpoint checkpoint;
  private final KillSwitch killSwitch;
  private final Metadata kept;
  private VipsImage image;

  /** Whether the pixels can be read in any order, and not only from top to bottom. */
  private boolean random;

  /** Whether the picture is what {@link ColorConversion} makes of it. */
  private boolean colored;

  private StepRunner(VipsImage image, boolean colored, Metadata kept, RenderJob job) {
    this.image = image;
    this.colored = colored;
    this.kept = kept;
    this.checkpoint = job.checkpoint();
    this.killSwitch = job.brake().killSwitch();
  }

  /** For a still picture as it was loaded. */
  static StepRunner of(VipsImage loaded, RenderJob job) {
    return of(loaded, Metadata.NONE, job);
  }

  /** For a still picture as it was loaded, whose colours may have to stay as they are. */
  static StepRunner of(VipsImage loaded, Metadata kept, RenderJob job) {
    return new StepRunner(loaded, false, kept, job);
  }

  /** For a frame whose colours have been converted. */
  static StepRunner ofColored(VipsImage frame, RenderJob job) {
    return new StepRunner(frame, true, Metadata.NONE, job);
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
    checkpoint.check();
    if (!(step instanceof PlannedStep.Scale scale) || enlarges(scale)) {
      convertColors();
    }
    image =
        switch (step) {
          case PlannedStep.Orient(var orientation) -> orient(orientation);
          case PlannedStep.Scale(var width, var height) -> scale(width, height);
          case PlannedStep.Cut(var left, var top, var width, var height) ->
              image.extract(left, top, width, height);
          case PlannedStep.Canvas canvas -> canvas(canvas);
          case PlannedStep.Turn(var quarters) -> randomly().turn(quarters);
          case PlannedStep.Spin spin -> spin(spin);
          case PlannedStep.Fill(var background) -> fill(background);
          default -> throw new UnsupportedOperationException(step.toString());
        };
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

  /** EXIF 2.32, 4.6.5.1.6: what has to be done to see the picture upright. */
  private VipsImage orient(int orientation) {
    return switch (orientation) {
      case 2 -> image.mirror();
      case 3 -> randomly().turn(2);
      case 4 -> randomly().turnOver();
      case 5 -> randomly().turn(1).mirror();
      case 6 -> randomly().turn(1);
      case 7 -> randomly().turn(3).mirror();
      case 8 -> randomly().turn(3);
      default -> image;
    };
  }

  private VipsImage scale(int width, int height) {
    if (image.width() == width && image.height() == height) {
      return image;
    }
    return image.hasAlpha()
        ? image.premultiply().resize(width, height).unpremultiply()
        : image.resize(width, height);
  }

  private VipsImage canvas(PlannedStep.Canvas canvas) {
    VipsImage colored = colored(canvas.background());
    return colored.embed(
        canvas.left(),
        canvas.top(),
        canvas.width(),
        canvas.height(),
        bands(canvas.background(), colored));
  }

  /** The bounding box of libvips may differ from the planned one by a pixel of rounding. */
  private VipsImage spin(PlannedStep.Spin spin) {
    randomly();
    VipsImage colored = colored(spin.background());
    VipsImage spun;
    if (colored.hasAlpha()) {
      double[] premultiplied = bands(spin.background(), colored);
      for (int band = 0; band < premultiplied.length - 1; band++) {
        premultiplied[band] *= spin.background().alpha();
      }
      spun = colored.premultiply().spin(spin.degrees(), premultiplied).unpremultiply();
    } else {
      spun = colored.spin(spin.degrees(), bands(spin.background(), colored));
    }
    return fitted(spun, spin.width(), spin.height(), bands(spin.background(), spun));
  }

  private static VipsImage fitted(VipsImage spun, int width, int height, double... background) {
    if (spun.width() == width && spun.height() == height) {
      return spun;
    }
    return spun.embed(
        Math.floorDiv(width - spun.width(), 2),
        Math.floorDiv(height - spun.height(), 2),
        width,
        height,
        background);
  }

  private VipsImage fill(Color background) {
    if (!image.hasAlpha()) {
      return image;
    }
    VipsImage rgb = rgb();
    return rgb.flatten(background.red(), background.green(), background.blue());
  }

  /** The picture in bands that can hold a colour. */
  private VipsImage colored(Color background) {
    VipsImage rgb = rgb();
    return background.isOpaque() || rgb.hasAlpha() ? rgb : rgb.addAlpha();
  }

  private VipsImage rgb() {
    return image.colorSpace() == ColorSpace.RGB ? image : image.toColorSpace(ColorSpace.RGB);
  }

  private static double[] bands(Color color, VipsImage image) {
    return image.hasAlpha()
        ? new double[] {color.red(), color.green(), color.blue(), color.alpha() * OPAQUE}
        : new double[] {color.red(), color.green(), color.blue()};
  }

  /** The picture with its pixels in memory: turning reads them in another order. */
  private VipsImage randomly() {
    if (!random) {
      killSwitch.arm(image);
      image = image.inMemory();
      random = true;
    }
    return image;
  }
}
