package io.tintype.dialect.imagekit;

import io.tintype.model.Backdrop;
import io.tintype.model.Box;
import io.tintype.model.Expression;
import io.tintype.model.Extent;
import io.tintype.model.Fit;
import io.tintype.model.Gravity;
import io.tintype.model.Padding;
import io.tintype.model.Step;
import java.util.Optional;

/** What one component says about size and crop, and the step that follows from it. */
final class GeometryDraft {
  private static final String[] POSITION = {"x", "y", "xc", "yc"};
  private static final String NO_SIZE = "is of no effect without w or h";
  private static final Expression NONE = Expression.of(0);

  /** Empty = as the client hints. */
  private Optional<Extent> width = Optional.of(Extent.AUTO);

  private Extent height = Extent.AUTO;
  private Expression aspectRatio = NONE;

  /** Empty = as the client hints. */
  private Optional<Expression> density = Optional.of(Expression.of(1));

  private Optional<Shape> crop = Optional.empty();
  private Optional<Shape> cropMode = Optional.empty();
  private Gravity focus = Gravity.CENTER;
  private double zoom = 1;
  private Expression x = NONE;
  private Expression y = NONE;
  private Expression xCenter = NONE;
  private Expression yCenter = NONE;

  void width(Optional<Extent> side) {
    width = side;
  }

  void height(Extent side) {
    height = side;
  }

  void aspectRatio(Expression ratio) {
    aspectRatio = ratio;
  }

  void density(Optional<Expression> factor) {
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

  void zoom(double factor) {
    zoom = factor;
  }

  void x(Expression pixels) {
    x = pixels;
  }

  void y(Expression pixels) {
    y = pixels;
  }

  void xCenter(Expression pixels) {
    xCenter = pixels;
  }

  void yCenter(Expression pixels) {
    yCenter = pixels;
  }

  /** The step asked for; empty without a width and a height. */
  Optional<Step> step(Backdrop backdrop, Usage usage, Context context) {
    Gravity focused = focused(usage, context);
    Extent wished = width.orElseGet(() -> context.hints().width());
    boolean wide = !wished.equals(Extent.AUTO);
    boolean high = !height.equals(Extent.AUTO);
    if (!wide && !high) {
      return unsized(focused, usage, context);
    }
    if (wide && high) {
      usage.moot("is of no effect with both w and h", "ar");
      aspectRatio = NONE;
    }
    Box box = new Box(wished, height, aspectRatio, density(wide, usage, context));
    boolean complete = (wide && high) || !aspectRatio.equals(NONE);
    Shape shape = shape(usage);
    return Optional.of(
        switch (shape) {
          case Shape.Region() -> new Step.Crop(box, region(focused, usage));
          case Shape.Fill(var padding) when complete ->
              new Step.Pad(
                  padding,
                  box,
                  padding == Padding.EXTRACT ? region(focused, usage) : anchor(focused, usage),
                  backdrop);
          case Shape.Scale(var fit) when complete ->
              new Step.Resize(fit, box, cuts(fit) ? focused : Gravity.CENTER);
          case Shape.Scale(var fit) when fit == Fit.INSIDE ->
              new Step.Resize(fit, box, Gravity.CENTER);
          // One side alone is a plain proportional scale, whatever the mode.
          case Shape.Fill _, Shape.Scale _ -> new Step.Resize(Fit.COVER, box, Gravity.CENTER);
        });
  }

  /** Things in a picture have a size of their own; nothing else does. */
  private Optional<Step> unsized(Gravity focused, Usage usage, Context context) {
    usage.moot(NO_SIZE, "dpr");
    usage.moot(NO_SIZE, POSITION);
    if (focused instanceof Gravity.Objects) {
      if (!context.settings().detector()) {
        usage.moot(NO_SIZE, "ar");
      }
      Box box = new Box(Extent.AUTO, Extent.AUTO, aspectRatio, Expression.of(1));
      return Optional.of(new Step.Crop(box, focused));
    }
    usage.moot(NO_SIZE, "ar");
    return Optional.empty();
  }

  private Gravity focused(Usage usage, Context context) {
    if (!(focus instanceof Gravity.Objects(var names, _, _))) {
      usage.moot("is of no effect without fo-face or another thing to look for", "z");
      return focus;
    }
    if (!context.settings().detector()) {
      boolean faces = names.equals(FocusValues.FACES);
      String reason = faces ? Reasons.NO_FACE_DETECTOR : Reasons.NO_DETECTOR;
      usage.unsupported(reason, "fo");
      usage.moot(reason, "z");
    }
    return new Gravity.Objects(names, zoom);
  }

  /** A width that the client has measured is in device pixels already. */
  private Expression density(boolean wide, Usage usage, Context context) {
    if (width.isEmpty()) {
      if (density.isPresent() && wide) {
        usage.moot("is of no effect with w-auto", "dpr");
      }
      return density.filter(_ -> !wide).orElse(Expression.of(1));
    }
    return density.orElseGet(() -> Expression.of(context.hints().density()));
  }

  private Shape shape(Usage usage) {
    if (cropMode.isPresent()) {
      usage.moot("is overridden by cm", "c");
    }
    Shape shape = cropMode.or(() -> crop).orElse(new Shape.Scale(Fit.COVER));
    if (!(shape instanceof Shape.Region || shape.equals(new Shape.Fill(Padding.EXTRACT)))) {
      usage.moot("is of no effect without cm-extract or cm-pad_extract", POSITION);
    }
    return shape;
  }

  /** A corner wins over a centre, and both over an anchor. */
  private Gravity region(Gravity focused, Usage usage) {
    if (usage.has("x") || usage.has("y")) {
      usage.moot("is overridden by x and y", "xc", "yc", "fo");
      return new Gravity.TopLeft(x, y);
    }
    if (usage.has("xc") && usage.has("yc")) {
      usage.moot("is overridden by xc and yc", "fo");
      return new Gravity.Centre(xCenter, yCenter);
    }
    usage.moot("is of no effect without yc", "xc");
    usage.moot("is of no effect without xc", "yc");
    return focused;
  }

  /** Where the whole picture stands on its canvas. */
  private static Gravity anchor(Gravity focused, Usage usage) {
    if (focused instanceof Gravity.Compass) {
      return focused;
    }
    usage.moot("is of no effect where nothing is cut", "fo");
    return Gravity.CENTER;
  }

  private static boolean cuts(Fit fit) {
    return fit == Fit.COVER || fit == Fit.COVER_NO_ENLARGE;
  }
}
