package io.tintype.render;

import io.tintype.model.Quadrangle;
import io.tintype.model.Quadrangle.Point;
import io.tintype.plan.PlannedStep;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.Samples;
import io.tintype.vips.VipsImage;

/** Bends pictures: for every pixel of the canvas it is computed where in the picture it was. */
final class Distortions {
  private static final double HALF_TURN = 180;

  private Distortions() {}

  /**
   * Moves the corners; a picture that becomes smaller is first scaled, so that nothing flickers.
   */
  static VipsImage perspective(VipsImage settled, PlannedStep.Perspective wish, Darkroom darkroom) {
    Quadrangle corners = wish.corners();
    int width =
        least(
            settled.width(),
            longest(
                corners.topLeft(),
                corners.topRight(),
                corners.bottomLeft(),
                corners.bottomRight()));
    int height =
        least(
            settled.height(),
            longest(
                corners.topLeft(),
                corners.bottomLeft(),
                corners.topRight(),
                corners.bottomRight()));
    VipsImage picture = darkroom.develop(Resampling.scaled(translucent(settled), width, height));
    Homography map = Homography.into(width, height, corners);
    Samples centers = Samples.centers(settled.scope(), wish.width(), wish.height());
    Samples divisor = row(centers, map.row(2));
    Samples places =
        Samples.join(
            row(centers, map.row(0)).over(divisor), row(centers, map.row(1)).over(divisor));
    return Resampling.taken(picture, places.plus(-0.5).image());
  }

  /**
   * Bends along a circle: the middle row keeps its length, columns become rays. Downwards is
   * upwards turned over.
   */
  static VipsImage arc(VipsImage settled, PlannedStep.Arc wish, Darkroom darkroom) {
    boolean upwards = wish.degrees() > 0;
    VipsImage picture = translucent(settled);
    picture = darkroom.develop(upwards ? picture : Turning.turnedOver(picture));
    ArcGeometry arc = ArcGeometry.of(picture.width(), picture.height(), Math.abs(wish.degrees()));
    Samples rays =
        Samples.centers(settled.scope(), wish.width(), wish.height())
            .plus(-wish.width() / 2.0, -arc.outer());
    Samples fromTop = rays.band(0).times(-1).angle(rays.band(1)).plus(-HALF_TURN);
    Samples places =
        Samples.join(
            fromTop.linear(new double[] {arc.columnsPerDegree()}, picture.width() / 2.0),
            rays.length().linear(new double[] {-1}, arc.outer()));
    VipsImage bent = Resampling.taken(picture, places.plus(-0.5).image());
    return upwards ? bent : Turning.turnedOver(darkroom.develop(bent));
  }

  private static Samples row(Samples centers, double[] weights) {
    return centers.mixed(new double[] {weights[0], weights[1]}).plus(weights[2]);
  }

  private static VipsImage translucent(VipsImage image) {
    VipsImage picture = image.toColorSpace(ColorSpace.RGB);
    return picture.hasAlpha() ? picture : picture.addAlpha();
  }

  /** The longer one of two edges. */
  private static double longest(Point from, Point to, Point otherFrom, Point otherTo) {
    return Math.max(
        Math.hypot(to.x() - from.x(), to.y() - from.y()),
        Math.hypot(otherTo.x() - otherFrom.x(), otherTo.y() - otherFrom.y()));
  }

  private static int least(int size, double edge) {
    return Math.max(1, Math.min(size, (int) Math.ceil(edge)));
  }
}
