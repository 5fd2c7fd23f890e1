package io.tintype.plan;

import io.tintype.model.Color;
import io.tintype.model.Corners;
import io.tintype.model.Expression;
import io.tintype.model.Quadrangle;
import io.tintype.model.Quadrangle.Point;
import io.tintype.model.Step;
import io.tintype.plan.Placement.Offset;
import java.util.Optional;

/** Plans the steps that change a picture's outline. */
final class ShapePlanner {
  private static final double FULL_TURN = 360;
  private static final double QUARTER = 90;

  /** Of a shadow that is cast, in pixels. */
  private static final double SHADOW_SIGMA = 4;

  /** Beyond that many pixels nothing of such a shadow can be seen. */
  private static final int SHADOW_MARGIN = 8;

  private final Draft draft;
  private final Surroundings surroundings;

  ShapePlanner(Draft draft, Surroundings surroundings) {
    this.draft = draft;
    this.surroundings = surroundings;
  }

  void trim(Step.Trim wish) {
    Size picture = draft.size();
    Probe probe = surroundings.probe();
    Region rest =
        wish.edges().isPresent()
            ? probe.trimmed(draft.progress(), wish.tolerance(), wish.edges().get())
            : probe.trimmed(draft.progress(), wish.tolerance());
    Size region = new Size(rest.width(), rest.height()).atMost(picture);
    draft.cut(Placement.within(picture, region, new Offset(rest.left(), rest.top())), region);
  }

  void rotate(double degrees, Color background) {
    double clockwise = degrees % FULL_TURN;
    if (clockwise < 0) {
      clockwise += FULL_TURN;
    }
    if (clockwise % QUARTER == 0) {
      draft.turn((int) (clockwise / QUARTER));
      return;
    }
    Size box = boundingBox(draft.size(), Math.toRadians(clockwise));
    draft.enlarge(
        new PlannedStep.Spin(clockwise, background, (int) box.width(), (int) box.height()), box);
    if (!background.isOpaque()) {
      draft.addAlpha();
    }
  }

  void flip(boolean leftRight, boolean topBottom) {
    if (leftRight || topBottom) {
      draft.change(new PlannedStep.Flip(leftRight, topBottom));
    }
  }

  void border(Expression width, Color color) {
    long line =
        surroundings.figures(draft.evaluator()).pixels("b", width, Quantity.LENGTH).orElse(0);
    Size picture = draft.size();
    draft.canvas(
        new Offset(line, line),
        new Size(picture.width() + 2 * line, picture.height() + 2 * line),
        color);
  }

  void round(Corners corners) {
    int largest = (int) Math.min(draft.size().width(), draft.size().height()) / 2;
    Corners radii =
        new Corners(
            Math.min(corners.topLeft(), largest),
            Math.min(corners.topRight(), largest),
            Math.min(corners.bottomRight(), largest),
            Math.min(corners.bottomLeft(), largest));
    if (radii.areSharp()) {
      return;
    }
    draft.change(
        corners.equals(Corners.all(Corners.MAX))
            ? new PlannedStep.Ellipse()
            : new PlannedStep.RoundCorners(radii));
    draft.addAlpha();
  }

  /** The canvas is the smallest that holds the corners, as with ImageMagick's best fit. */
  void perspective(Quadrangle to) {
    int left = Math.min(to.topLeft().x(), to.bottomLeft().x());
    int top = Math.min(to.topLeft().y(), to.topRight().y());
    long right = Math.max(to.topRight().x(), to.bottomRight().x());
    long bottom = Math.max(to.bottomLeft().y(), to.bottomRight().y());
    Size canvas = new Size(right - left, bottom - top);
    draft.check(canvas);
    if (!isConvex(to)) {
      surroundings.shortfall().refuse("e-distort-p", "needs four corners that make no dent");
      return;
    }
    Quadrangle corners =
        new Quadrangle(
            moved(to.topLeft(), left, top),
            moved(to.topRight(), left, top),
            moved(to.bottomRight(), left, top),
            moved(to.bottomLeft(), left, top));
    if (canvas.equals(draft.size()) && corners.equals(corners(canvas))) {
      return;
    }
    draft.enlarge(
        new PlannedStep.Perspective(corners, (int) canvas.width(), (int) canvas.height()), canvas);
    draft.addAlpha();
  }

  /** The union of the picture and its shadow. */
  void castShadow(Step.CastShadow wish) {
    Figures figures = surroundings.figures(draft.evaluator());
    long dx = figures.pixels("x", wish.x(), Quantity.COORDINATE).orElse(0);
    long dy = figures.pixels("y", wish.y(), Quantity.COORDINATE).orElse(0);
    if (wish.strength() == 0 || wish.color().alpha() == 0) {
      return;
    }
    Size picture = draft.size();
    long left = Math.max(0, SHADOW_MARGIN - dx);
    long top = Math.max(0, SHADOW_MARGIN - dy);
    Size canvas =
        new Size(
            left + picture.width() + Math.max(0, SHADOW_MARGIN + dx),
            top + picture.height() + Math.max(0, SHADOW_MARGIN + dy));
    draft.check(canvas);
    draft.enlarge(
        new PlannedStep.CastShadow(
            wish.color(),
            SHADOW_SIGMA,
            wish.strength() * wish.color().alpha(),
            (int) left,
            (int) top,
            (int) dx,
            (int) dy,
            (int) canvas.width(),
            (int) canvas.height()),
        canvas);
    draft.addAlpha();
  }

  /** As a perspective whose corners stay a parallelogram. */
  void shear(Step.Shear wish) {
    double right = Math.tan(Math.toRadians(wish.x()));
    double down = Math.tan(Math.toRadians(wish.y()));
    Size picture = draft.size();
    double leaning = right * picture.height();
    double falling = down * picture.width();
    draft.check(
        new Size(
            picture.width() + (long) Math.abs(leaning),
            picture.height() + (long) Math.abs(falling)));
    int wide = (int) picture.width();
    int high = (int) picture.height();
    int across = (int) Math.rint(leaning);
    int below = (int) Math.rint(falling);
    Optional<Quadrangle> slanted =
        Quadrangle.of(
            new Point(0, 0),
            new Point(wide, below),
            new Point(wide + across, high + below),
            new Point(across, high));
    if (slanted.isEmpty()) {
      surroundings
          .shortfall()
          .refuse("e_shear", "needs angles that leave every corner on its side");
      return;
    }
    perspective(slanted.get());
  }

  void bend(double degrees) {
    if (degrees == 0) {
      return;
    }
    Size canvas = bent(draft.size(), Math.toRadians(Math.abs(degrees)));
    draft.enlarge(
        new PlannedStep.Arc(degrees, (int) canvas.width(), (int) canvas.height()), canvas);
    draft.addAlpha();
  }

  /** Rounded to nearest, as libvips does (measured with sharp on 400 random sizes and angles). */
  private static Size boundingBox(Size picture, double angle) {
    double cos = Math.abs(Math.cos(angle));
    double sin = Math.abs(Math.sin(angle));
    return new Size(
        Rounding.of(picture.width() * cos + picture.height() * sin),
        Rounding.of(picture.width() * sin + picture.height() * cos));
  }

  /** The bounding box of a ring's part: see {@link PlannedStep.Arc}. */
  private static Size bent(Size picture, double angle) {
    double middle = picture.width() / angle;
    double outer = middle + picture.height() / 2.0;
    double inner = Math.max(0, middle - picture.height() / 2.0);
    double width = 2 * outer * Math.sin(Math.min(angle, Math.PI) / 2);
    double height =
        angle <= Math.PI ? outer - inner + inner * versine(angle / 2) : outer * versine(angle / 2);
    return new Size(Rounding.up(width), Rounding.up(height));
  }

  /** {@code 1 - cos}, exact for the smallest angles, too. */
  private static double versine(double angle) {
    double sin = Math.sin(angle / 2);
    return 2 * sin * sin;
  }

  private static Point moved(Point point, int left, int top) {
    return new Point(point.x() - left, point.y() - top);
  }

  private static Quadrangle corners(Size size) {
    int width = (int) size.width();
    int height = (int) size.height();
    return new Quadrangle(
        new Point(0, 0), new Point(width, 0), new Point(width, height), new Point(0, height));
  }

  /** Clockwise, every corner turns right. */
  private static boolean isConvex(Quadrangle shape) {
    return turnsRight(shape.topLeft(), shape.topRight(), shape.bottomRight())
        && turnsRight(shape.topRight(), shape.bottomRight(), shape.bottomLeft())
        && turnsRight(shape.bottomRight(), shape.bottomLeft(), shape.topLeft())
        && turnsRight(shape.bottomLeft(), shape.topLeft(), shape.topRight());
  }

  private static boolean turnsRight(Point from, Point over, Point to) {
    long x1 = (long) over.x() - from.x();
    long y1 = (long) over.y() - from.y();
    long x2 = (long) to.x() - over.x();
    long y2 = (long) to.y() - over.y();
    return x1 * y2 - y1 * x2 > 0;
  }
}
