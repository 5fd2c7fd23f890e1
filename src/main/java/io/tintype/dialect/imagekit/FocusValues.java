package io.tintype.dialect.imagekit;

import io.tintype.dialect.Reading;
import io.tintype.dialect.ThingNames;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.model.Gravity;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What {@code fo} takes. */
final class FocusValues {
  private static final String FACE = "face";

  /** All there is to find for a mere face detector. */
  static final Set<String> FACES = Set.of(FACE);

  private FocusValues() {}

  /** An anchor, the stored area, what draws attention, or names of things. */
  static ValueReader<Gravity> reader() {
    ValueReader<Gravity> anchors = Anchors.reader().map(Gravity.Compass::new);
    return Values.of(
        "an anchor such as top_left, or auto, custom, auto-custom_override, face or names of things"
            + " such as cat_dog",
        text ->
            anchors.read(text) instanceof Reading.Value<Gravity>(var gravity)
                ? Optional.of(gravity)
                : clever(text));
  }

  private static Optional<Gravity> clever(String text) {
    return switch (text) {
      case "auto" -> Optional.of(new Gravity.Attention());
      case "custom" -> Optional.of(new Gravity.Stored(Gravity.CENTER));
      case "auto-custom_override" -> Optional.of(new Gravity.Stored(new Gravity.Attention()));
      default -> things(text).map(names -> new Gravity.Objects(names, 1));
    };
  }

  private static Optional<Set<String>> things(String text) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : text.split("_", -1)) {
      if (!name.equals(FACE) && !ThingNames.COCO.contains(name)) {
        return Optional.empty();
      }
      names.add(name);
    }
    return Optional.of(names);
  }
}
