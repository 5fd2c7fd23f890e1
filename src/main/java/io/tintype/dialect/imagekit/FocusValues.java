package io.tintype.dialect.imagekit;

import io.tintype.dialect.Reading;
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

  /** Names of things, by ImageKit's page: those of the COCO data set, in camel case. */
  private static final Set<String> THINGS =
      Set.of(
          """
          person bicycle car motorcycle airplane bus train truck boat trafficLight fireHydrant
          stopSign parkingMeter bench bird cat dog horse sheep cow elephant bear zebra giraffe
          backpack umbrella handbag tie suitcase frisbee skis snowboard sportsBall kite baseballBat
          baseballGlove skateboard surfboard tennisRacket bottle wineGlass cup fork knife spoon bowl
          banana apple sandwich orange broccoli carrot hotDog pizza donut cake chair couch
          pottedPlant bed diningTable toilet tv laptop mouse remote keyboard cellPhone microwave
          oven toaster sink refrigerator book clock vase scissors teddyBear hairDrier toothbrush
          """
              .strip()
              .split("\\s+", -1));

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
      if (!name.equals(FACE) && !THINGS.contains(name)) {
        return Optional.empty();
      }
      names.add(name);
    }
    return Optional.of(names);
  }
}
