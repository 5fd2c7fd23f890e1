package io.tintype.dialect.imagekit;

import static java.util.Map.entry;

import io.tintype.dialect.Param;
import io.tintype.dialect.Reading;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.model.Expression;
import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import io.tintype.model.Output;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** How the result is written. */
final class OutputParams {
  private static final int LEAST_QUALITY = 1;
  private static final int BEST_QUALITY = 100;
  private static final Map<String, FormatChoice> FORMATS =
      Map.ofEntries(
          entry("auto", FormatChoice.AUTOMATIC),
          entry("orig", new FormatChoice.OfSource()),
          entry("jpg", new FormatChoice.Exactly(ImageFormat.JPEG)),
          entry("jpeg", new FormatChoice.Exactly(ImageFormat.JPEG)),
          entry("png", new FormatChoice.Exactly(ImageFormat.PNG)),
          entry("webp", new FormatChoice.Exactly(ImageFormat.WEBP)),
          entry("avif", new FormatChoice.Exactly(ImageFormat.AVIF)),
          entry("gif", new FormatChoice.Exactly(ImageFormat.GIF)),
          entry("thumbhash", new FormatChoice.Placeholder(FormatChoice.Kind.THUMBHASH)),
          entry("blurhash", new FormatChoice.Placeholder(FormatChoice.Kind.BLURHASH)));
  private static final Set<String> VIDEO_FORMATS = Set.of("mp4", "webm");

  static final List<Param<OutputDraft>> ALL =
      List.of(
          Param.named("f").taking(format()).sets(OutputDraft::format),
          Param.named("q")
              .taking(Values.clamped(LEAST_QUALITY, BEST_QUALITY))
              .sets(OutputDraft::quality),
          Param.named("pr").taking(Values.flag()).sets(OutputDraft::progressive),
          Param.named("lo").taking(Values.flag()).sets(OutputDraft::lossless),
          Param.named("cp").taking(Values.flag()).sets(OutputDraft::profile),
          Param.named("md").taking(Values.flag()).sets(OutputDraft::metadata),
          Param.named("dn").taking(density()).sets(OutputDraft::density));

  private OutputParams() {}

  private static ValueReader<Expression> density() {
    return ImageKitValues.orComputed(
        Values.integer(Output.LEAST_DENSITY, Output.MOST_DENSITY).map(Expression::of),
        Scope.PICTURE,
        Function.identity());
  }

  private static ValueReader<FormatChoice> format() {
    ValueReader<FormatChoice> pictures =
        Values.oneOf(FORMATS).moot("svg", "is of no effect: a vector source stays what it is");
    return new ValueReader<>(
        pictures.expected(),
        text ->
            VIDEO_FORMATS.contains(text)
                ? new Reading.Unsupported<>(Reasons.VIDEO)
                : pictures.read(text));
  }
}
