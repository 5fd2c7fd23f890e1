package io.tintype.plan;

import io.tintype.model.Gravity;
import io.tintype.model.Gravity.Objects;
import java.util.List;
import java.util.Optional;

/** Cuts a picture around the things a detector finds in it. */
final class CloseUp {
  private final Draft draft;
  private final Surroundings surroundings;

  CloseUp(Draft draft, Surroundings surroundings) {
    this.draft = draft;
    this.surroundings = surroundings;
  }

  /**
   * Cuts and scales, if the gravity names things and they are there.
   *
   * @param window what of the picture is to be seen at a zoom of 1
   * @param target size of the result, of the window's proportions
   * @return whether the picture has the target's size now
   */
  boolean take(Gravity gravity, Size window, Size target) {
    if (!(gravity instanceof Objects objects)) {
      return false;
    }
    Optional<Region> found = find(objects);
    found.ifPresent(
        things -> {
          Size region = zoomed(window, objects.zoom());
          draft.cut(around(things, region), region);
          draft.scale(target, draft.size().shrinkTo(target));
        });
    return found.isPresent();
  }

  /**
   * Cuts closely, if the gravity names things and they are there.
   *
   * @param ratio width divided by height of the result; 0 = that of the things
   * @return whether it did
   */
  boolean takeClosely(Gravity gravity, double ratio) {
    if (!(gravity instanceof Objects objects)) {
      return false;
    }
    Optional<Region> found = find(objects);
    found.ifPresent(
        things -> {
          Size region = grown(things, ratio, objects.zoom()).atMost(draft.size());
          draft.cut(around(things, region), region);
        });
    return found.isPresent();
  }

  /** Around everything that is found; that there is no detector, the grammar has told. */
  private Optional<Region> find(Objects objects) {
    Optional<List<Region>> answer = surroundings.probe().objects(draft.progress(), objects.names());
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    Optional<Region> found = answer.get().stream().reduce(Region::and);
    if (found.isEmpty()) {
      surroundings
          .shortfall()
          .report("fo-" + String.join("_", objects.names().stream().sorted().toList()));
    }
    return found;
  }

  /** Smaller for a larger zoom, and as large as the picture at most. */
  private Size zoomed(Size window, double zoom) {
    Size picture = draft.size();
    double least =
        Math.max(
            (double) window.width() / picture.width(), (double) window.height() / picture.height());
    double factor = Math.max(zoom, least);
    return new Size(Rounding.of(window.width() / factor), Rounding.of(window.height() / factor))
        .atMost(picture);
  }

  private static Size grown(Region things, double ratio, double zoom) {
    double width = things.width() / zoom;
    double height = things.height() / zoom;
    if (ratio > 0) {
      width = Math.max(width, height * ratio);
      height = Math.max(height, width / ratio);
    }
    return new Size(Rounding.of(width), Rounding.of(height));
  }

  private Placement.Offset around(Region things, Size region) {
    return Placement.near(
        draft.size(),
        region,
        things.left() + things.width() / 2.0,
        things.top() + things.height() / 2.0);
  }
}
