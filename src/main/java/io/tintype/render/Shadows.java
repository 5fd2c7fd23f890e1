package io.tintype.render;

import io.tintype.plan.PlannedStep;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.Samples;
import io.tintype.vips.VipsImage;

/** Puts a shadow of whatever is opaque behind it. */
final class Shadows {
  private static final double OPAQUE = 255;

  /** Band of alpha beside colours. */
  private static final int ALPHA = 3;

  private Shadows() {}

  /** The canvas keeps its size, and outside of it nothing throws a shadow. */
  static VipsImage thrown(VipsImage settled, PlannedStep.Shadow wish) {
    if (!settled.hasAlpha()) {
      return settled;
    }
    int margin = Blurring.reach(wish.sigma());
    int width = settled.width() + 2 * margin;
    int height = settled.height() + 2 * margin;
    int left = wish.dx() - margin;
    int top = wish.dy() - margin;
    boolean seen =
        left < settled.width() && top < settled.height() && left + width > 0 && top + height > 0;
    if (!seen) {
      return settled;
    }
    VipsImage silhouette = settled.alpha().embed(margin, margin, width, height, 0);
    VipsImage shadow =
        Blurring.blurred(silhouette, wish.sigma())
            .embed(left, top, settled.width(), settled.height(), 0);
    return behind(settled, Samples.of(shadow).times(wish.strength() / OPAQUE));
  }

  /** The canvas holds the picture and its shadow. */
  static VipsImage cast(VipsImage settled, PlannedStep.CastShadow wish) {
    VipsImage rgb = settled.toColorSpace(ColorSpace.RGB);
    VipsImage picture = rgb.hasAlpha() ? rgb : rgb.addAlpha();
    VipsImage silhouette =
        picture
            .alpha()
            .embed(wish.left() + wish.dx(), wish.top() + wish.dy(), wish.width(), wish.height(), 0);
    Samples shadow =
        Samples.of(Blurring.blurred(silhouette.inMemory(), wish.sigma()))
            .times(wish.strength() / OPAQUE);
    Samples front =
        Samples.of(picture.embed(wish.left(), wish.top(), wish.width(), wish.height(), 0, 0, 0, 0));
    Samples own = front.band(ALPHA).times(1 / OPAQUE);
    Samples behind = shadow.minus(own.times(shadow));
    Samples alpha = own.plus(behind);
    Samples paint =
        behind.linear(
            new double[] {wish.color().red(), wish.color().green(), wish.color().blue()}, 0, 0, 0);
    Samples colors = Samples.of(front.image().colors()).times(own).plus(paint).over(alpha);
    return Samples.join(colors, alpha.times(OPAQUE)).toPicture();
  }

  private static VipsImage behind(VipsImage picture, Samples shadow) {
    Samples own = Samples.of(picture.alpha()).times(1 / OPAQUE);
    Samples alpha = own.plus(shadow).minus(own.times(shadow));
    Samples colors = Samples.of(picture.colors()).times(own).over(alpha);
    return Samples.join(colors, alpha.times(OPAQUE)).toPicture();
  }
}
