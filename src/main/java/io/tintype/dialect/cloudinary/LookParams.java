package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Param;
import io.tintype.dialect.Reading;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.dialect.cloudinary.ComponentDraft.BorderWish;
import io.tintype.dialect.cloudinary.ComponentDraft.Turn;
import io.tintype.model.Backdrop;
import io.tintype.model.Color;
import io.tintype.model.Corners;
import io.tintype.model.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Angle, corners, border, background, colour and opacity. */
final class LookParams {
  /** Said of pictures that are to stay as they are stored. */
  private static final String IGNORE = "ignore";

  private static final double PERCENT = 100;
  private static final int FULL_TURN = 360;
  private static final Pattern BORDER = Pattern.compile("([0-9]{1,5})px_solid(?:_(.+))?");

  /** {@code b_blurred:<0 to 2000>:<-300 to 100>}, on our scales. */
  private static final double BLUR_SCALE = 20;

  private static final int USUAL_BLUR = 100;
  private static final int MOST_BLUR = 2000;
  private static final double LIGHT_SCALE = 2.55;
  private static final int BRIGHTEST = 255;

  /**
   * Angles that are words. Pictures stand upright as it is, and who does not want that is asked
   * elsewhere.
   */
  static final Map<String, List<Turn>> TURNS =
      Map.of(
          "hflip",
          List.of(new Turn.Mirror(true)),
          "vflip",
          List.of(new Turn.Mirror(false)),
          "auto_left",
          List.of(new Turn.IntoBox(false)),
          "auto_right",
          List.of(new Turn.IntoBox(true)),
          "exif",
          List.of(),
          IGNORE,
          List.of());

  static final List<Param<ComponentDraft>> ALL =
      List.of(
          Param.named("a").taking(angle()).sets(ComponentDraft::turns),
          Param.named("r").taking(radii()).sets(ComponentDraft::corners),
          Param.named("bo").taking(border()).sets(ComponentDraft::border),
          Param.named("o")
              .taking(CloudinaryValues.number(0, PERCENT).map(percent -> percent / PERCENT))
              .sets(ComponentDraft::opacity),
          Param.named("b").taking(background()).sets(ComponentDraft::backdrop),
          Param.named("co").taking(CloudinaryValues.color()).sets(ComponentDraft::color));

  private LookParams() {}

  /** Whether a component wants the picture as it is stored, not as it should be seen. */
  static boolean asStored(Component component) {
    return component
        .last("a")
        .filter(angle -> List.of(angle.value().split("\\.", -1)).contains(IGNORE))
        .isPresent();
  }

  /** Words joined with dots, done one after the other. */
  private static ValueReader<List<Turn>> angle() {
    return Values.of(
        "an angle in degrees, hflip, vflip, exif, ignore, auto_left or auto_right",
        LookParams::turns);
  }

  private static Optional<List<Turn>> turns(String text) {
    List<Turn> turns = new ArrayList<>();
    for (String word : text.split("\\.", -1)) {
      Optional<List<Turn>> turn =
          TURNS.containsKey(word) ? Optional.of(TURNS.get(word)) : by(constant(word));
      if (turn.isEmpty()) {
        return Optional.empty();
      }
      turns.addAll(turn.get());
    }
    return Optional.of(turns);
  }

  private static Optional<List<Turn>> by(OptionalDouble degrees) {
    if (degrees.isEmpty()) {
      return Optional.empty();
    }
    double clockwise = (degrees.getAsDouble() % FULL_TURN + FULL_TURN) % FULL_TURN;
    return Optional.of(clockwise == 0 ? List.of() : List.of(new Turn.By(clockwise)));
  }

  private static OptionalDouble constant(String word) {
    return ExpressionReader.read(word).orElse(null) instanceof Expression.Constant(var value)
        ? OptionalDouble.of(value)
        : OptionalDouble.empty();
  }

  /** One to four radii, clockwise from the top left, as in CSS. */
  private static ValueReader<Corners> radii() {
    ValueReader<Integer> radius =
        CloudinaryValues.integer(0, CloudinaryValues.LONGEST).reading("max", Corners.MAX);
    return new ValueReader<>(
        "max, or one to four radii in pixels with colons between",
        text -> {
          List<Integer> radii = new ArrayList<>();
          for (String word : text.split(":", -1)) {
            switch (radius.read(word)) {
              case Reading.Value<Integer>(var value) -> radii.add(value);
              case Reading.Partly<Integer> _,
                  Reading.Moot<Integer> _,
                  Reading.Invalid<Integer> _ -> {
                return new Reading.Invalid<>();
              }
              case Reading.Unsupported<Integer>(var reason) -> {
                return new Reading.Unsupported<>(reason);
              }
            }
          }
          return corners(radii)
              .<Reading<Corners>>map(Reading.Value::new)
              .orElseGet(Reading.Invalid::new);
        });
  }

  private static Optional<Corners> corners(List<Integer> radii) {
    return switch (radii.size()) {
      case 1 -> Optional.of(Corners.all(radii.getFirst()));
      case 2 -> Optional.of(new Corners(radii.get(0), radii.get(1), radii.get(0), radii.get(1)));
      case 3 -> Optional.of(new Corners(radii.get(0), radii.get(1), radii.get(2), radii.get(1)));
      case 4 -> Optional.of(new Corners(radii.get(0), radii.get(1), radii.get(2), radii.get(3)));
      default -> Optional.empty();
    };
  }

  /** {@code <width>px_solid_<colour>}. */
  static ValueReader<BorderWish> border() {
    return Values.of(
        "a border such as 5px_solid_red",
        text -> {
          Matcher matcher = BORDER.matcher(text);
          if (!matcher.matches()) {
            return Optional.empty();
          }
          Optional<Color> color =
              matcher.group(2) == null
                  ? Optional.of(Color.BLACK)
                  : Values.value(CloudinaryValues.color(), matcher.group(2));
          return color.map(paint -> new BorderWish(Integer.parseInt(matcher.group(1)), paint));
        });
  }

  private static ValueReader<Backdrop> background() {
    ValueReader<Backdrop> paint = CloudinaryValues.color().map(Backdrop.Solid::new);
    return new ValueReader<>(
        paint.expected() + ", or auto or blurred",
        text -> {
          if (text.equals("none")) {
            return new Reading.Value<>(new Backdrop.Solid(Color.CLEAR));
          }
          if (text.startsWith("gen_fill")) {
            return new Reading.Unsupported<>(EffectParams.NEEDS_GENERATIVE);
          }
          if (text.equals("auto") || text.startsWith("auto:")) {
            return AutomaticColors.read(text);
          }
          return text.startsWith("blurred") ? blurred(text) : paint.read(text);
        });
  }

  private static Reading<Backdrop> blurred(String text) {
    String[] words = text.split(":", -1);
    Optional<Integer> blur =
        words.length > 1
            ? Values.value(Values.integer(0, MOST_BLUR), words[1])
            : Optional.of(USUAL_BLUR);
    Optional<Integer> light =
        words.length > 2 ? Values.value(Values.integer(-300, 100), words[2]) : Optional.of(0);
    if (!words[0].equals("blurred") || blur.isEmpty() || light.isEmpty()) {
      return new Reading.Invalid<>();
    }
    int brightness = (int) Math.clamp(light.get() * LIGHT_SCALE, -BRIGHTEST, BRIGHTEST);
    return new Reading.Value<>(
        new Backdrop.Blurred(OptionalDouble.of(blur.get() / BLUR_SCALE), brightness));
  }
}
