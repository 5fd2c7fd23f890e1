package io.tintype.dialect.cloudinary;

import io.tintype.model.Backdrop;
import io.tintype.model.Box;
import io.tintype.model.Expression;
import io.tintype.model.Expression.Measure;
import io.tintype.model.Expression.Operation;
import io.tintype.model.Expression.Property;
import io.tintype.model.Expression.Subject;
import io.tintype.model.Extent;
import io.tintype.model.Fit;
import io.tintype.model.Gravity;
import io.tintype.model.Gravity.Direction;
import io.tintype.model.Padding;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes sizes, crops and paddings. */
final class GeometryWriter {
  private static final Expression NONE = Expression.of(0);
  private static final Set<String> FACE = Set.of("face");
  private static final double BLUR_SCALE = 20;
  private static final double LIGHT_SCALE = 2.55;
  private static final Map<Fit, String> FITS =
      Map.of(
          Fit.COVER, "fill",
          Fit.COVER_NO_ENLARGE, "lfill",
          Fit.FORCE, "scale",
          Fit.INSIDE, "limit",
          Fit.INSIDE_ENLARGE, "fit",
          Fit.INSIDE_NO_SHRINK, "mfit");
  private static final Map<Padding, String> PADDINGS =
      Map.of(Padding.FIT, "pad", Padding.FIT_NO_ENLARGE, "lpad", Padding.EXTEND, "mpad");
  private static final Map<Direction, String> DIRECTIONS =
      GravityValues.DIRECTIONS.entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  private GeometryWriter() {}

  static Optional<String> resize(Fit fit, Box box, Gravity gravity) {
    boolean cuts = fit == Fit.COVER || fit == Fit.COVER_NO_ENLARGE;
    Fit wide = fit == Fit.COVER && isOneSided(box) ? Fit.FORCE : fit;
    ComponentText text = new ComponentText().with("c", Optional.ofNullable(FITS.get(wide)));
    return (cuts ? held(text, gravity) : text).text().flatMap(mode -> sized(mode, box));
  }

  /** Whether the other side follows from the picture, so that nothing is cut. */
  private static boolean isOneSided(Box box) {
    boolean single = box.width().equals(Extent.AUTO) != box.height().equals(Extent.AUTO);
    return single && box.aspectRatio().equals(NONE);
  }

  /** A crop to mere proportions, or around things, needs a mode that covers. */
  static Optional<String> crop(Box box, Gravity gravity) {
    return held(ComponentText.of("c", "crop"), gravity).text().flatMap(mode -> sized(mode, box));
  }

  static Optional<String> pad(Padding padding, Box box, Gravity gravity, Backdrop backdrop) {
    ComponentText text = new ComponentText().with("c", Optional.ofNullable(PADDINGS.get(padding)));
    if (!(backdrop instanceof Backdrop.Solid(var color)) || color.alpha() > 0) {
      text.with("b", backdrop(backdrop));
    }
    return held(text, gravity).text().flatMap(mode -> sized(mode, box));
  }

  /** The anchor by its name. */
  static String anchor(Direction direction) {
    return DIRECTIONS.getOrDefault(direction, "center");
  }

  private static Optional<String> sized(String mode, Box box) {
    ComponentText text = new ComponentText();
    boolean ofBase = side(text, "w", box.width(), Measure.WIDTH);
    ofBase |= side(text, "h", box.height(), Measure.HEIGHT);
    Property proportions = new Property(Subject.CURRENT, Measure.ASPECT_RATIO);
    if (!box.aspectRatio().equals(NONE) && !box.aspectRatio().equals(proportions)) {
      text.with("ar", ValueWriter.ratio(box.aspectRatio()));
    }
    text.withIf(ofBase, Flags.KEY, Flags.RELATIVE);
    boolean plain = box.density().equals(Expression.of(1));
    return text.text().filter(_ -> plain).map(sides -> sides.isEmpty() ? mode : mode + "," + sides);
  }

  /** Writes a side; true if it is one of the picture below. */
  private static boolean side(ComponentText text, String key, Extent side, Measure measure) {
    switch (side) {
      case Extent.Auto() -> {}
      case Extent.Pixels(var pixels) -> text.with(key, Integer.toString(pixels));
      case Extent.OfSource(var share) -> text.with(key, Optional.empty());
      case Extent.Computed(var expression) -> {
        boolean ofBase =
            expression instanceof Operation(_, Expression left, _)
                && left.equals(new Property(Subject.BASE, measure));
        text.with(
            key, ValueWriter.length(expression, ofBase ? Subject.BASE : Subject.CURRENT, measure));
        return ofBase;
      }
    }
    return false;
  }

  private static ComponentText held(ComponentText text, Gravity gravity) {
    return switch (gravity) {
      case Gravity.Compass(var direction) ->
          text.withIf(direction != Direction.CENTER, "g", anchor(direction));
      case Gravity.Inwards(var from, var x, var y) -> offset(text.with("g", anchor(from)), x, y);
      case Gravity.Near(var x, var y) -> offset(text.with("g", "xy_center"), x, y);
      case Gravity.Attention() -> text.with("g", "auto");
      case Gravity.Stored(var otherwise, _) -> text.with("g", stored(otherwise));
      case Gravity.Objects(var names, var zoom, var otherwise) ->
          text.with("g", Optional.of(names).filter(FACE::equals).flatMap(_ -> face(otherwise)))
              .withIf(zoom != 1, "z", ValueWriter.number(zoom));
      case Gravity.TopLeft _, Gravity.Centre _ -> text.with("g", Optional.empty());
    };
  }

  private static ComponentText offset(ComponentText text, Expression x, Expression y) {
    return text.with("x", ValueWriter.length(x, Subject.CURRENT, Measure.WIDTH))
        .with("y", ValueWriter.length(y, Subject.CURRENT, Measure.HEIGHT));
  }

  private static Optional<String> face(Gravity otherwise) {
    return switch (otherwise) {
      case Gravity.Attention() -> Optional.of("face:auto");
      case Gravity.Compass(var direction) when direction == Direction.TOP -> Optional.of("face");
      case Gravity.Compass(var direction) when direction == Direction.CENTER ->
          Optional.of("face:center");
      default -> Optional.empty();
    };
  }

  private static Optional<String> stored(Gravity otherwise) {
    return switch (otherwise) {
      case Gravity.Attention() -> Optional.of("custom:auto");
      case Gravity.Compass(var direction) when direction == Direction.TOP ->
          Optional.of("custom:face");
      case Gravity.Compass(var direction) when direction == Direction.CENTER ->
          Optional.of("custom");
      default -> Optional.empty();
    };
  }

  private static Optional<String> backdrop(Backdrop backdrop) {
    return switch (backdrop) {
      case Backdrop.Solid(var color) ->
          Optional.of(ValueWriter.color(color)).filter(_ -> color.isOpaque());
      case Backdrop.Blurred(var sigma, _) when sigma.isEmpty() -> Optional.empty();
      case Backdrop.Blurred(var sigma, var brightness) ->
          Optional.of(
              "blurred:"
                  + ValueWriter.level(sigma.getAsDouble() * BLUR_SCALE)
                  + ":"
                  + light(brightness));
      case Backdrop.Dominant colors -> Optional.of(AutomaticColors.write(colors));
    };
  }

  /** The level that is read as this brightness: fractions of it are dropped. */
  private static String light(int brightness) {
    double away = brightness / LIGHT_SCALE;
    return ValueWriter.number(brightness < 0 ? Math.floor(away) : Math.ceil(away));
  }
}
