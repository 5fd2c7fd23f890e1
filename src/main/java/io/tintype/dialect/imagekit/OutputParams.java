package io.tintype.dialect.imagekit;

import static java.util.Map.entry;

import io.tintype.dialect.Param;
import io.tintype.dialect.Values;
import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Format and quality of the result, and which source it is made from. */
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
          entry("gif", new FormatChoice.Exactly(ImageFormat.GIF)));

  private static final Set<String> VIDEO_FORMATS = Set.of("mp4", "webm");

  static final List<Param<OutputDraft>> ALL =
      List.of(
          Param.named("f")
              .taking(
                  Values.oneOf(FORMATS)
                      .moot("svg", "of no effect: a vector source stays what it is")
                      .notYet(VIDEO_FORMATS::contains))
              .sets(OutputDraft::format),
          Param.named("q")
              .taking(Values.clamped(LEAST_QUALITY, BEST_QUALITY))
              .sets(OutputDraft::quality),
          Param.named("orig").taking(Values.flag()).sets(OutputDraft::original),
          Param.named("di").taking(SourceReader.stored()).sets(OutputDraft::defaultImage));

  private OutputParams() {}
}
