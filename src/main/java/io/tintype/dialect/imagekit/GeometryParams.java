package io.tintype.dialect.imagekit;

import static java.util.Map.entry;

import io.tintype.dialect.Param;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.model.Fit;
import io.tintype.model.Gravity;
import io.tintype.model.Padding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Size, crop and position. */
final class GeometryParams {
  private static final String AUTO = "auto";

  private static final Map<String, Shape> CROPS =
      Map.of(
          "maintain_ratio", new Shape.Scale(Fit.COVER),
          "maintain_ratio_no_enlarge", new Shape.Scale(Fit.COVER_NO_ENLARGE),
          "force", new Shape.Scale(Fit.FORCE),
          "at_max", new Shape.Scale(Fit.INSIDE),
          "at_max_enlarge", new Shape.Scale(Fit.INSIDE_ENLARGE),
          "at_least", new Shape.Scale(Fit.OUTSIDE));

  private static final Map<String, Shape> CROP_MODES =
      Map.of(
          "pad_resize", new Shape.Fill(Padding.FIT),
          "pad_resize_no_enlarge", new Shape.Fill(Padding.FIT_NO_ENLARGE),
          "extract", new Shape.Region(),
          "pad_extract", new Shape.Fill(Padding.EXTRACT),
          "pad_extract_no_shrink", new Shape.Fill(Padding.EXTEND));

  private static final Map<String, Gravity.Direction> ANCHORS =
      Map.ofEntries(
          entry("center", Gravity.Direction.CENTER),
          entry("top", Gravity.Direction.TOP),
          entry("left", Gravity.Direction.LEFT),
          entry("bottom", Gravity.Direction.BOTTOM),
          entry("right", Gravity.Direction.RIGHT),
          entry("top_left", Gravity.Direction.TOP_LEFT),
          entry("top_right", Gravity.Direction.TOP_RIGHT),
          entry("bottom_left", Gravity.Direction.BOTTOM_LEFT),
          entry("bottom_right", Gravity.Direction.BOTTOM_RIGHT));

  private static final Set<String> CLEVER_FOCUS =
      Set.of("custom", AUTO, "auto-custom_override", "face");

  /** ImageKit's bounds of the device pixel ratio. */
  private static final ValueReader<Double> DENSITY =
      Values.decimal(0.1, 5).notYet(text -> text.equals(AUTO) || ImageKitValues.isExpression(text));

  static final List<Param<StepDraft>> ALL =
      List.of(
          Param.named("w")
              .taking(ImageKitValues.side().notYet(AUTO::equals))
              .sets(geometry(GeometryDraft::width)),
          Param.named("h").taking(ImageKitValues.side()).sets(geometry(GeometryDraft::height)),
          Param.named("ar")
              .taking(ImageKitValues.ratio())
              .sets(geometry(GeometryDraft::aspectRatio)),
          Param.named("dpr").taking(DENSITY).sets(geometry(GeometryDraft::density)),
          Param.named("c").taking(Values.oneOf(CROPS)).sets(geometry(GeometryDraft::crop)),
          Param.named("cm")
              .taking(Values.oneOf(CROP_MODES))
              .sets(geometry(GeometryDraft::cropMode)),
          Param.named("fo")
              .taking(
                  Values.oneOf(ANCHORS)
                      .<Gravity>map(Gravity.Compass::new)
                      .notYet(CLEVER_FOCUS::contains))
              .sets(geometry(GeometryDraft::focus)),
          position("x", GeometryDraft::x),
          position("y", GeometryDraft::y),
          position("xc", GeometryDraft::xCenter),
          position("yc", GeometryDraft::yCenter));

  private GeometryParams() {}

  private static Param<StepDraft> position(String name, BiConsumer<GeometryDraft, Integer> effect) {
    return Param.named(name).taking(ImageKitValues.coordinate()).sets(geometry(effect));
  }

  private static <T> BiConsumer<StepDraft, T> geometry(BiConsumer<GeometryDraft, T> effect) {
    return (draft, value) -> effect.accept(draft.geometry(), value);
  }
}
