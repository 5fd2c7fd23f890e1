package io.tintype.dialect.cloudinary;

import static java.util.Map.entry;

import io.tintype.dialect.Reading;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.cloudinary.GravityWish.Anchor;
import io.tintype.dialect.cloudinary.GravityWish.Attention;
import io.tintype.dialect.cloudinary.GravityWish.Point;
import io.tintype.dialect.cloudinary.GravityWish.Stored;
import io.tintype.dialect.cloudinary.GravityWish.Things;
import io.tintype.model.Gravity;
import io.tintype.model.Gravity.Compass;
import io.tintype.model.Gravity.Direction;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code g} (Cloudinary, "Transformation URL API reference", gravity). */
final class GravityValues {
  private static final Gravity NORTH = new Compass(Direction.TOP);
  private static final Set<String> FACE = Set.of("face");

  static final Map<String, Direction> DIRECTIONS =
      Map.of(
          "north", Direction.TOP,
          "south", Direction.BOTTOM,
          "east", Direction.RIGHT,
          "west", Direction.LEFT,
          "north_west", Direction.TOP_LEFT,
          "north_east", Direction.TOP_RIGHT,
          "south_west", Direction.BOTTOM_LEFT,
          "south_east", Direction.BOTTOM_RIGHT,
          "center", Direction.CENTER);

  /** A face that is not found leaves the north, unless the value says otherwise. */
  static final Map<String, GravityWish> OTHERS =
      Map.ofEntries(
          entry("xy_center", new Point()),
          entry("auto", new Attention()),
          entry("face", new Things(FACE, NORTH)),
          entry("faces", new Things(FACE, NORTH)),
          entry("adv_face", new Things(FACE, NORTH)),
          entry("adv_faces", new Things(FACE, NORTH)),
          entry("adv_eyes", new Things(FACE, NORTH)),
          entry("face:center", new Things(FACE, Gravity.CENTER)),
          entry("faces:center", new Things(FACE, Gravity.CENTER)),
          entry("face:auto", new Things(FACE, new Gravity.Attention())),
          entry("faces:auto", new Things(FACE, new Gravity.Attention())),
          entry("custom", new Stored(Gravity.CENTER)),
          entry("custom:face", new Stored(NORTH)),
          entry("custom:faces", new Stored(NORTH)),
          entry("custom:adv_face", new Stored(NORTH)),
          entry("custom:adv_faces", new Stored(NORTH)),
          entry("custom:auto", new Stored(new Gravity.Attention())));

  private static final String REFINED = "auto:";

  /** Said of how attention is measured, which is left to us, and how close to cut. */
  static final Set<String> MANNERS =
      Set.of(
          "subject",
          "classic",
          "no_custom",
          "no_faces",
          "custom_no_override",
          "thirds",
          "thirds_0");

  private static final Pattern CLOSENESS = Pattern.compile("[0-9]{1,3}");

  /** Said of what is looked for. */
  static final Set<String> FACES =
      Set.of("face", "faces", "eyes", "adv_face", "adv_faces", "adv_eyes");

  /** Things and places that only a model could find. */
  private static final Pattern A_THING = Pattern.compile("[a-zA-Z][a-zA-Z0-9_:!-]{0,99}");

  private GravityValues() {}

  static ValueReader<GravityWish> reader() {
    return new ValueReader<>(
        "a direction, auto, face, faces, custom or xy_center", GravityValues::read);
  }

  /** What draws attention, as refined by words with colons between. */
  private static Reading<GravityWish> refined(String text) {
    GravityWish wish = new Attention();
    boolean understood = true;
    for (String word : text.split(":", -1)) {
      if (FACES.contains(word)) {
        wish = new Things(FACE, new Gravity.Attention());
      } else if (!MANNERS.contains(word) && !CLOSENESS.matcher(word).matches()) {
        understood = false;
      }
    }
    return understood
        ? new Reading.Value<>(wish)
        : new Reading.Partly<>(wish, "needs a detector for more than faces");
  }

  private static Reading<GravityWish> read(String text) {
    Direction direction = DIRECTIONS.get(text);
    if (direction != null) {
      return new Reading.Value<>(new Anchor(direction));
    }
    GravityWish other = OTHERS.get(text);
    if (other != null) {
      return new Reading.Value<>(other);
    }
    if (text.equals("liquid")) {
      return new Reading.Partly<>(
          new Anchor(Direction.CENTER), "needs seams to be cut out, and the whole is scaled");
    }
    if (text.startsWith(REFINED)) {
      return refined(text.substring(REFINED.length()));
    }
    return A_THING.matcher(text).matches()
        ? new Reading.Unsupported<>("needs a detector, and none is configured")
        : new Reading.Invalid<>();
  }
}
