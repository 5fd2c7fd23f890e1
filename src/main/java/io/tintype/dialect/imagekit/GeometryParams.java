package io.tintype.dialect.imagekit;

import io.tintype.dialect.Param;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.model.Expression;
import io.tintype.model.Extent;
import io.tintype.model.Fit;
import io.tintype.model.Padding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Size, crop and position. */
final class GeometryParams {
  private static final String AUTO = "auto";

  /** ImageKit's bounds of the device pixel ratio. */
  private static final double LEAST_DENSITY = 0.1;

  private static final double MOST_DENSITY = 5;
  private static final double MOST_ZOOM = 100;
  private static final double LEAST_ZOOM = 0.01;

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

  private GeometryParams() {}

  static List<Param<StepDraft>> in(Scope scope) {
    return List.of(
        Param.named("w").taking(width(scope)).sets(geometry(GeometryDraft::width)),
        Param.named("h").taking(ImageKitValues.side(scope)).sets(geometry(GeometryDraft::height)),
        Param.named("ar")
            .taking(ImageKitValues.ratio(scope))
            .sets(geometry(GeometryDraft::aspectRatio)),
        Param.named("dpr").taking(density(scope)).sets(geometry(GeometryDraft::density)),
        Param.named("c").taking(Values.oneOf(CROPS)).sets(geometry(GeometryDraft::crop)),
        Param.named("cm").taking(Values.oneOf(CROP_MODES)).sets(geometry(GeometryDraft::cropMode)),
        Param.named("fo").taking(FocusValues.reader()).sets(geometry(GeometryDraft::focus)),
        Param.named("z")
            .taking(Values.decimal(LEAST_ZOOM, MOST_ZOOM))
            .sets(geometry(GeometryDraft::zoom)),
        position("x", scope, GeometryDraft::x),
        position("y", scope, GeometryDraft::y),
        position("xc", scope, GeometryDraft::xCenter),
        position("yc", scope, GeometryDraft::yCenter));
  }

  /** The hint is about the place of the whole picture. */
  private static ValueReader<Optional<Extent>> width(Scope scope) {
    ValueReader<Optional<Extent>> said = ImageKitValues.side(scope).map(Optional::of);
    return scope == Scope.PICTURE
        ? said.reading(AUTO, Optional.empty())
        : said.moot(AUTO, "is of no effect in a layer");
  }

  private static ValueReader<Optional<Expression>> density(Scope scope) {
    return ImageKitValues.orComputed(
            Values.decimal(LEAST_DENSITY, MOST_DENSITY).map(Expression::of),
            scope,
            Function.identity())
        .map(Optional::of)
        .reading(AUTO, Optional.empty());
  }

  private static Param<StepDraft> position(
      String name, Scope scope, BiConsumer<GeometryDraft, Expression> effect) {
    return Param.named(name).taking(ImageKitValues.coordinate(scope)).sets(geometry(effect));
  }

  private static <T> BiConsumer<StepDraft, T> geometry(BiConsumer<GeometryDraft, T> effect) {
    return (draft, value) -> effect.accept(draft.geometry(), value);
  }
}
