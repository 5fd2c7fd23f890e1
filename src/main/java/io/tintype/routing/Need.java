package io.tintype.routing;

import io.tintype.bus.FetchRequest.Mode;
import io.tintype.fault.Fault;
import io.tintype.model.Ingredients;
import io.tintype.model.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One thing that layers need from an origin. */
public record Need(SourceRef source, Kind kind) {
  /** What it has to be. */
  public enum Kind {
    PICTURE(Mode.DRAW, "picture"),
    FONT(Mode.FILE, "font");

    private final Mode mode;
    private final String label;

    Kind(Mode mode, String label) {
      this.mode = mode;
      this.label = label;
    }

    /** How it is to be read. */
    public Mode mode() {
      return mode;
    }

    String label() {
      return label;
    }
  }

  /**
   * Everything layers need. What is picture and font at once can only be a picture.
   *
   * @param known what need not be fetched for them
   */
  public static List<Need> of(Ingredients ingredients, SourceRef known) {
    List<Need> needs = new ArrayList<>();
    for (SourceRef picture : ingredients.pictures()) {
      if (!picture.equals(known)) {
        needs.add(new Need(picture, Kind.PICTURE));
      }
    }
    for (SourceRef font : ingredients.fonts()) {
      if (!ingredients.pictures().contains(font)) {
        needs.add(new Need(font, Kind.FONT));
      }
    }
    return needs;
  }

  /**
   * Why needs are not to be met: there are too many.
   *
   * @param most as {@link io.tintype.model.Limits#layers}
   */
  public static Optional<Fault> excess(List<Need> needs, int most) {
    return needs.size() <= most
        ? Optional.empty()
        : Optional.of(
            new Fault.LimitExceeded(
                "layers",
                "The layers need more than the %d pictures and fonts allowed.".formatted(most)));
  }
}
