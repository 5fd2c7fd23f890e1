package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Param;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Size, crop and gravity. */
final class GeometryParams {
  private static final double LEAST_DENSITY = 0.01;
  private static final double DENSEST = 100;
  private static final double LEAST_ZOOM = 0.01;
  private static final double MOST_ZOOM = 100;

  static final List<Param<ComponentDraft>> ALL =
      List.of(
          Param.named("w").taking(width()).sets(geometry(GeometryDraft::width)),
          Param.named("h").taking(CloudinaryValues.side()).sets(geometry(GeometryDraft::height)),
          Param.named("ar").taking(CloudinaryValues.ratio()).sets(geometry(GeometryDraft::ratio)),
          Param.named("dpr")
              .taking(CloudinaryValues.number(LEAST_DENSITY, DENSEST))
              .sets(geometry(GeometryDraft::density)),
          Param.named("c").taking(mode()).sets(geometry(GeometryDraft::mode)),
          Param.named("g").taking(GravityValues.reader()).sets(geometry(GeometryDraft::gravity)),
          Param.named("x").taking(CloudinaryValues.offset()).sets(geometry(GeometryDraft::x)),
          Param.named("y").taking(CloudinaryValues.offset()).sets(geometry(GeometryDraft::y)),
          Param.named("z")
              .taking(CloudinaryValues.number(LEAST_ZOOM, MOST_ZOOM))
              .sets(geometry(GeometryDraft::zoom)));

  private GeometryParams() {}

  private static ValueReader<String> mode() {
    return Values.oneOf(
        CropMode.BY_NAME.keySet().stream()
            .collect(Collectors.toMap(Function.identity(), Function.identity())));
  }

  /** What is automatic has become a number before, but for those that weigh files. */
  private static ValueReader<Length> width() {
    return CloudinaryValues.side()
        .notYet(text -> text.startsWith("auto:breakpoints") && text.endsWith(":json"));
  }

  private static <T> BiConsumer<ComponentDraft, T> geometry(BiConsumer<GeometryDraft, T> effect) {
    return (draft, value) -> effect.accept(draft.geometry(), value);
  }
}
