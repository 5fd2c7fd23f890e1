package io.tintype.dialect.cloudinary;

import static java.util.Map.entry;

import io.tintype.dialect.Param;
import io.tintype.dialect.Reading;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import io.tintype.model.Metadata;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the result is written. */
final class OutputParams {
  private static final int DENSEST = 1200;

  /** Formats that we write, by extension. */
  static final Map<String, ImageFormat> FORMATS =
      Map.ofEntries(
          entry("jpg", ImageFormat.JPEG),
          entry("jpeg", ImageFormat.JPEG),
          entry("jpe", ImageFormat.JPEG),
          entry("png", ImageFormat.PNG),
          entry("webp", ImageFormat.WEBP),
          entry("avif", ImageFormat.AVIF),
          entry("gif", ImageFormat.GIF),
          entry("tif", ImageFormat.TIFF),
          entry("tiff", ImageFormat.TIFF));

  static final Set<String> AUTOMATIC = Set.of("auto", "auto:image", "auto:animated");
  static final Set<String> MOVING =
      Set.of("auto:video", "mp4", "webm", "ogv", "mov", "m3u8", "mpd", "mp3", "wav", "ogg");

  static final List<Param<OutputDraft>> ALL =
      List.of(
          Param.named("f").taking(format()).sets(OutputDraft::format),
          Param.named("q").taking(QualityWish.reader()).sets(OutputDraft::quality),
          Param.named("dn").taking(CloudinaryValues.integer(1, DENSEST)).sets(OutputDraft::density),
          Param.named("cs").taking(colors()).sets(OutputDraft::colors));

  private OutputParams() {}

  /** Everything becomes sRGB unless it is to stay as it is. */
  private static ValueReader<Metadata> colors() {
    return Values.oneOf(
            Map.of(
                "srgb", Metadata.NONE,
                "srgb:truecolor", Metadata.NONE,
                "tinysrgb", Metadata.NONE,
                "no_cmyk", Metadata.NONE,
                "copy", Metadata.PROFILE))
        .instead(
            text -> text.equals("cmyk") || text.equals("keep_cmyk") || text.startsWith("icc:"),
            new Reading.Unsupported<>("is a colour space that is not written here"));
  }

  private static ValueReader<FormatChoice> format() {
    return new ValueReader<>(
        "auto, jpg, png, webp, avif, gif or tiff",
        text -> {
          ImageFormat exact = FORMATS.get(text);
          if (exact != null) {
            return new Reading.Value<>(FormatChoice.always(exact));
          }
          if (AUTOMATIC.contains(text)) {
            return new Reading.Value<>(FormatChoice.AUTOMATIC);
          }
          return new Reading.Unsupported<>(whyNot(text));
        });
  }

  /**
   * Why a format is not delivered, as a clause.
   *
   * @param format by extension, none of {@link #FORMATS}
   */
  static String whyNot(String format) {
    return MOVING.contains(format)
        ? "is a format of videos"
        : "is a format that is not written here";
  }
}
