package io.tintype.dialect.imagekit;

import io.tintype.model.Box;
import io.tintype.model.Color;
import io.tintype.model.Extent;
import io.tintype.model.Fit;
import io.tintype.model.Gravity;
import io.tintype.model.Padding;
import io.tintype.model.Step;
import java.util.Optional;

/** What one component says about size and crop, and the step that follows from it. */
final class GeometryDraft {
  private static final String[] POSITION = {"x", "y", "xc", "yc"};
  private static final String NO_SIZE = "of no effect without w or h";

  private Extent width = Extent.AUTO;
  private Extent height = Extent.AUTO;
  private double aspectRatio;
  private double density = 1;
  private Optional<Shape> crop = Optional.empty();
  private Optional<Shape> cropMode = Optional.empty();
  private Gravity focus = Gravity.CENTER;
  private int x;
  private int y;
  private int xCenter;
  private int yCenter;

  void width(Extent side) {
    width = side;
  }

  void height(Extent side) {
    height = side;
  }

  void aspectRatio(double ratio) {
    aspectRatio = ratio;
  }

  void density(double factor) {
    density = factor;
  }

  void crop(Shape shape) {
    crop = Optional.of(shape);
  }

  void cropMode(Shape shape) {
    cropMode = Optional.of(shape);
  }

  void focus(Gravity gravity) {
    focus = gravity;
  }

  void x(int pixels) {
    x = pixels;
  }

  void y(int pixels) {
    y = pixels;
  }

  void xCenter(int pixels) {
    xCenter = pixels;
  }

  void yCenter(int pixels) {
    yCenter = pixels;
  }

  /** The step asked for; empty without a width and a height. */
  Optional<Step> step(Color background, Usage usage) {
    boolean wide = !width.equals(Extent.AUTO);
    boolean high = !height.equals(Extent.AUTO);
    if (!wide && !high) {
      usage.moot(NO_SIZE, "ar", "dpr");
      usage.moot(NO_SIZE, POSITION);
      return Optional.empty();
    }
    if (wide && high) {
      usage.moot("of no effect with both w and h", "ar");
      aspectRatio = 0;
    }
    Box box = new Box(width, height, aspectRatio, density);
    boolean complete = (wide && high) || aspectRatio != 0;
    Shape shape = shape(usage);
    return Optional.of(
        switch (shape) {
          case Shape.Region() -> new Step.Crop(box, region(usage));
          case Shape.Fill(var padding) when complete ->
              new Step.Pad(
                  padding, box, padding == Padding.EXTRACT ? region(usage) : focus, background);
          case Shape.Scale(var fit) when complete ->
              new Step.Resize(fit, box, cuts(fit) ? focus : Gravity.CENTER);
          case Shape.Scale(var fit) when fit == Fit.INSIDE ->
              new Step.Resize(fit, box, Gravity.CENTER);
          // One side alone is a plain proportional scale, whatever the mode.
          case Shape.Fill _, Shape.Scale _ -> new Step.Resize(Fit.COVER, box, Gravity.CENTER);
        });
  }

  private Shape shape(Usage usage) {
    if (cropMode.isPresent()) {
      usage.moot("overridden by cm", "c");
    }
    Shape shape = cropMode.or(() -> crop).orElse(new Shape.Scale(Fit.COVER));
    if (!(shape instanceof Shape.Region || shape.equals(new Shape.Fill(Padding.EXTRACT)))) {
      usage.moot("of no effect without cm-extract or cm-pad_extract", POSITION);
    }
    return shape;
  }

  /** A corner wins over a centre, and both over an anchor. */
  private Gravity region(Usage usage) {
    if (usage.has("x") || usage.has("y")) {
      usage.moot("overridden by x and y", "xc", "yc", "fo");
      return new Gravity.TopLeft(x, y);
    }
    if (usage.has("xc") && usage.has("yc")) {
      usage.moot("overridden by xc and yc", "fo");
      return new Gravity.Centre(xCenter, yCenter);
    }
    usage.moot("of no effect without yc", "xc");
    usage.moot("of no effect without xc", "yc");
    return focus;
  }

  private static boolean cuts(Fit fit) {
    return fit == Fit.COVER || fit == Fit.COVER_NO_ENLARGE;
  }
}
