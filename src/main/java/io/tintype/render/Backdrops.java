package io.tintype.render;

import io.tintype.model.Color;
import io.tintype.plan.PlannedStep;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.Samples;
import io.tintype.vips.VipsImage;
import java.util.List;

/** Puts pictures on backdrops that are made of the pictures themselves. */
final class Backdrops {
  private static final int COLORS = 3;

  private Backdrops() {}

  /**
   * On colours of the picture. Where there are none, the canvas is transparent.
   *
   * @param corners what {@link CanvasColors} found
   */
  static VipsImage dominant(
      VipsImage settled, PlannedStep.DominantCanvas canvas, List<Color> corners) {
    if (corners.isEmpty()) {
      VipsImage picture = settled.toColorSpace(ColorSpace.RGB);
      return (picture.hasAlpha() ? picture : picture.addAlpha())
          .embed(canvas.left(), canvas.top(), canvas.width(), canvas.height(), 0, 0, 0, 0);
    }
    VipsImage backdrop = mixed(settled, corners, canvas.width(), canvas.height());
    return Compositing.placed(settled, backdrop, canvas.left(), canvas.top());
  }

  /** On itself, enlarged and blurred. */
  static VipsImage blurred(VipsImage settled, PlannedStep.BlurredCanvas canvas, Darkroom darkroom) {
    PlannedStep.Cut window = canvas.window();
    VipsImage covering =
        Resampling.scaled(settled, canvas.cover().width(), canvas.cover().height())
            .extract(window.left(), window.top(), window.width(), window.height());
    VipsImage backdrop = Blurring.blurred(darkroom.develop(covering), canvas.sigma());
    VipsImage lit =
        canvas.brightness() == 0 ? backdrop : Tones.brighten(backdrop, canvas.brightness());
    VipsImage front = Resampling.scaled(settled, canvas.fit().width(), canvas.fit().height());
    return Compositing.placed(front, darkroom.develop(lit), canvas.left(), canvas.top());
  }

  /**
   * Mixes four colours bilinearly, so that the outermost pixels of the canvas are exactly these.
   *
   * @param corners clockwise from the top left
   */
  private static VipsImage mixed(VipsImage picture, List<Color> corners, int width, int height) {
    Samples share =
        Samples.centers(picture.scope(), width, height)
            .plus(-0.5)
            .times(1.0 / Math.max(1, width - 1), 1.0 / Math.max(1, height - 1));
    Samples right = share.band(0);
    Samples down = share.band(1);
    double[] start = new double[COLORS];
    double[] across = new double[COLORS];
    double[] along = new double[COLORS];
    double[] both = new double[COLORS];
    for (int band = 0; band < COLORS; band++) {
      double[] at = band(corners, band);
      start[band] = at[0];
      across[band] = at[1] - at[0];
      along[band] = at[3] - at[0];
      both[band] = at[0] - at[1] + at[2] - at[3];
    }
    return right
        .linear(across, start)
        .plus(down.times(along))
        .plus(right.times(down).times(both))
        .toPicture();
  }

  private static double[] band(List<Color> colors, int band) {
    return colors.stream()
        .mapToDouble(
            color ->
                switch (band) {
                  case 0 -> color.red();
                  case 1 -> color.green();
                  default -> color.blue();
                })
        .toArray();
  }
}
