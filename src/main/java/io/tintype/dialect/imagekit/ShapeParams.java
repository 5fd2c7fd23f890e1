package io.tintype.dialect.imagekit;

import io.tintype.dialect.Param;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.model.Corners;
import io.tintype.model.Expression;
import io.tintype.model.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Trimming, turning, frame, corners, and what is behind the picture. */
final class ShapeParams {
  /** ImageKit's editor and sharp both begin with it; documented to lie between 5 and 15. */
  static final Step.Trim USUAL_TRIM = new Step.Trim(10);

  private static final int MOST_TOLERANCE = 99;
  private static final double PERCENT = 100;
  private static final int CORNERS_OF_A_PICTURE = 4;

  static final Param<StepDraft> CORNERS =
      Param.named("r")
          .taking(corners())
          .sets(
              (draft, corners) ->
                  draft.put(
                      Place.CORNERS,
                      Optional.of(corners)
                          .filter(some -> !some.areSharp())
                          .map(Step.RoundCorners::new)));

  static final Param<StepDraft> ROTATION =
      Param.named("rt")
          // The orientation of the source is always applied: auto asks for nothing more.
          .taking(ImageKitValues.degrees().reading("auto", 0.0))
          .sets(StepDraft::degrees);

  static final Param<StepDraft> FLIP =
      Param.named("fl")
          .taking(
              Values.oneOf(
                  Map.of(
                      "h", new Step.Flip(true, false),
                      "v", new Step.Flip(false, true),
                      "h_v", new Step.Flip(true, true),
                      "v_h", new Step.Flip(true, true))))
          .sets((draft, flip) -> draft.put(Place.FLIP, Optional.of(flip)));

  private ShapeParams() {}

  static List<Param<StepDraft>> in(Scope scope) {
    return List.of(
        Param.named("t").taking(trim()).sets((draft, trim) -> draft.put(Place.TRIM, trim)),
        ROTATION,
        FLIP,
        Param.named("b")
            .taking(border(scope))
            .sets((draft, border) -> draft.put(Place.BORDER, Optional.of(border))),
        CORNERS,
        Param.named("o")
            .taking(Values.integer(0, (int) PERCENT))
            .sets((draft, percent) -> draft.put(Place.FADE, fade(percent))),
        Param.named("bg").taking(BackdropValues.reader()).sets(StepDraft::backdrop));
  }

  private static ValueReader<Optional<Step.Trim>> trim() {
    return Values.integer(1, MOST_TOLERANCE)
        .map(tolerance -> Optional.of(new Step.Trim(tolerance)))
        .reading("true", Optional.of(USUAL_TRIM))
        .reading("false", Optional.empty())
        .called("true, false or a number from 1 to 99");
  }

  private static Optional<Step> fade(int percent) {
    return percent == PERCENT ? Optional.empty() : Optional.of(new Step.Fade(percent / PERCENT));
  }

  /** The colour is the last word; what stands before may be arithmetic. */
  private static ValueReader<Step.Border> border(Scope scope) {
    ValueReader<Expression> width = ImageKitValues.length(1, scope);
    return Values.of(
        "a width and a colour such as 10_FF0000",
        text -> {
          int cut = Math.max(text.lastIndexOf('_'), text.lastIndexOf('-'));
          return cut < 0
              ? Optional.empty()
              : Paint.read(text.substring(cut + 1))
                  .flatMap(
                      paint ->
                          Values.value(width, text.substring(0, cut))
                              .map(pixels -> new Step.Border(pixels, paint.color())));
        });
  }

  /** One radius, or four from the top left clockwise. */
  static ValueReader<Corners> corners() {
    ValueReader<Integer> radius =
        Values.integer(0, ImageKitValues.MAX_SIDE).reading("max", Corners.MAX);
    return Values.of(
        "a radius, max, or four of them such as 10_20_max_0",
        text -> {
          List<Integer> radii =
              Stream.of(text.split("_", CORNERS_OF_A_PICTURE + 1))
                  .flatMap(word -> Values.value(radius, word).stream())
                  .toList();
          boolean complete = text.chars().filter(c -> c == '_').count() == radii.size() - 1;
          return complete ? corners(radii) : Optional.empty();
        });
  }

  private static Optional<Corners> corners(List<Integer> radii) {
    return switch (radii.size()) {
      case 1 -> Optional.of(Corners.all(radii.getFirst()));
      case CORNERS_OF_A_PICTURE ->
          Optional.of(new Corners(radii.get(0), radii.get(1), radii.get(2), radii.get(3)));
      default -> Optional.empty();
    };
  }
}
