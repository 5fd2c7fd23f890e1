package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Param;
import io.tintype.dialect.Reading;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Size, crop and gravity. */
final class GeometryParams {
  private static final double DENSEST = 100;
  private static final double LEAST_ZOOM = 0.01;
  private static final double MOST_ZOOM = 100;

  static final List<Param<ComponentDraft>> ALL =
      List.of(
          Param.named("w").taking(side()).sets(geometry(GeometryDraft::width)),
          Param.named("h").taking(CloudinaryValues.side()).sets(geometry(GeometryDraft::height)),
          Param.named("ar").taking(CloudinaryValues.ratio()).sets(geometry(GeometryDraft::ratio)),
          Param.named("dpr").taking(density()).sets(geometry(GeometryDraft::density)),
          Param.named("c").taking(mode()).sets(geometry(GeometryDraft::mode)),
          Param.named("g").taking(GravityValues.reader()).sets(geometry(GeometryDraft::gravity)),
          Param.named("x").taking(CloudinaryValues.offset()).sets(geometry(GeometryDraft::x)),
          Param.named("y").taking(CloudinaryValues.offset()).sets(geometry(GeometryDraft::y)),
          Param.named("z")
              .taking(Values.decimal(LEAST_ZOOM, MOST_ZOOM))
              .sets(geometry(GeometryDraft::zoom)));

  private GeometryParams() {}

  private static ValueReader<String> mode() {
    return Values.oneOf(
        CropMode.BY_NAME.keySet().stream()
            .collect(Collectors.toMap(Function.identity(), Function.identity())));
  }

  private static ValueReader<Double> density() {
    return Values.decimal(0.01, DENSEST).notYet("auto"::equals);
  }

  private static ValueReader<Length> side() {
    ValueReader<Length> side = CloudinaryValues.side();
    return new ValueReader<>(
        side.expected(),
        text ->
            text.equals("auto") || text.startsWith("auto:")
                ? new Reading.Unsupported<>(ValueReader.NOT_YET)
                : side.read(text));
  }

  private static <T> BiConsumer<ComponentDraft, T> geometry(BiConsumer<GeometryDraft, T> effect) {
    return (draft, value) -> effect.accept(draft.geometry(), value);
  }
}
