package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.model.ImageFormat;
import io.tintype.model.Metadata;
import io.tintype.plan.Chroma;
import io.tintype.plan.EncoderSettings;
import io.tintype.plan.Writing;
import io.tintype.render.StudyPictures.Study;
import io.tintype.vips.Kept;
import io.tintype.vips.Operation;
import io.tintype.vips.TestVips;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints what our encoders take and give beside those of sharp and of libvips as they are by
 * default; asserts nothing, and runs only when it is asked for by name. {@code -Dtintype.pictures}
 * is a folder with more pictures, {@code -Dtintype.sizes} the widths in pixels.
 */
class EncoderTable {
  private static final String JPEG = "jpegload_buffer";
  private static final String WEBP = "webpload_buffer";
  private static final String AVIF = "heifload_buffer";
  private static final String PNG = "pngload_buffer";
  private static final String GIF = "gifload_buffer";
  private static final EncoderSettings USUAL = EncoderSettings.DEFAULT;

  private final FormatWriter writer = new FormatWriter(TestVips.open());
  @TempDir private Path folder;
  private Optional<SharpEncoder> sharp = Optional.empty();

  @BeforeEach
  void start() throws IOException {
    sharp = SharpEncoder.open(folder);
  }

  @AfterEach
  void stop() throws IOException {
    if (sharp.isPresent()) {
      sharp.get().close();
    }
  }

  @Test
  void jpeg() throws IOException {
    JsonObject q80 = new JsonObject().put("quality", 80);
    forAllSizes(
        "JPEG, quality 80",
        study -> {
          bySharp(study, "jpeg", JPEG, q80);
          byLibvips(study, "jpegsave_buffer", JPEG, saver -> saver.integer("Q", 80));
          ours(study, "ours", JPEG, ImageFormat.JPEG, writing(80, Chroma.FULL, false, USUAL));
          ours(
              study,
              "chroma: half",
              JPEG,
              ImageFormat.JPEG,
              writing(80, Chroma.HALF, false, USUAL));
          ours(
              study, "trellis", JPEG, ImageFormat.JPEG, writing(80, Chroma.FULL, false, trellis()));
        });
  }

  @Test
  void webp() throws IOException {
    JsonObject q80 = new JsonObject().put("quality", 80);
    forAllSizes(
        "WebP, quality 80",
        study -> {
          bySharp(study, "webp", WEBP, q80);
          byLibvips(study, "webpsave_buffer", WEBP, saver -> saver.integer("Q", 80));
          for (int effort : new int[] {0, 2, 4, 6}) {
            String name = effort == USUAL.webp() ? "ours, effort " : "effort ";
            Writing writing = writing(80, Chroma.FULL, false, webp(effort));
            ours(study, name + effort, WEBP, ImageFormat.WEBP, writing);
          }
        });
  }

  @Test
  void avif() throws IOException {
    for (int quality : new int[] {50, 80}) {
      JsonObject options = new JsonObject().put("quality", quality);
      forAllSizes(
          "AVIF, quality " + quality,
          study -> {
            bySharp(study, "avif", AVIF, options);
            if (sharp.isEmpty()) {
              UnaryOperator<Operation> av1 =
                  s -> s.choice("compression", "av1").integer("Q", quality);
              byLibvips(study, "heifsave_buffer", AVIF, av1);
            }
            ours(
                study, "ours", AVIF, ImageFormat.AVIF, writing(quality, Chroma.FULL, false, USUAL));
            for (int effort = 0; effort <= 3; effort++) {
              Writing writing = writing(quality, Chroma.FULL, false, avif(effort));
              ours(study, "effort " + effort, AVIF, ImageFormat.AVIF, writing);
            }
          });
    }
  }

  @Test
  void png() throws IOException {
    forAllSizes(
        "PNG with all colours",
        study -> {
          bySharp(study, "png", PNG, new JsonObject());
          byLibvips(study, "pngsave_buffer", PNG, saver -> saver);
          for (int level : new int[] {1, 6, 9}) {
            String name = level == EncoderSettings.PNG_COMPRESSION ? "ours, " : "";
            Writing writing = writing(80, Chroma.FULL, false, zlib(level, false));
            ours(study, name + "compression " + level, PNG, ImageFormat.PNG, writing);
          }
          Writing filtered = writing(80, Chroma.FULL, false, zlib(6, true));
          ours(study, "filters", PNG, ImageFormat.PNG, filtered);
        });
  }

  @Test
  void palette() throws IOException {
    JsonObject palette = new JsonObject().put("palette", true).put("quality", 80);
    forAllSizes(
        "PNG with a palette, quality 80",
        study -> {
          byLibvips(
              study, "pngsave_buffer", PNG, saver -> saver.flag("palette", true).integer("Q", 80));
          bySharp(study, "png", PNG, palette);
          ours(study, "ours", PNG, ImageFormat.PNG, writing(80, Chroma.FULL, true, USUAL));
          for (int effort : new int[] {1, 4, 7}) {
            for (int dither : new int[] {0, 50, 100}) {
              String name = "effort %d, dither %d".formatted(effort, dither);
              Writing writing = writing(80, Chroma.FULL, true, quantiser(effort, dither));
              ours(study, name, PNG, ImageFormat.PNG, writing);
            }
          }
        });
  }

  @Test
  void animations() throws IOException {
    try (VipsScope scope = TestVips.open().openScope()) {
      EncodingStudy study = new EncodingStudy("Animated GIFs at half their size");
      byLibvips(study, "gifsave_buffer", GIF, saver -> saver);
      Writing usual = writing(80, Chroma.FULL, false, USUAL);
      study.with(
          "ours, of its own colours",
          GIF,
          picture ->
              EncodingStudy.measured(
                  () -> writer.write(picture.image(), ImageFormat.GIF, usual, true)));
      ours(study, "ours, of new colours", GIF, ImageFormat.GIF, usual);
      for (int dither : new int[] {0, 50}) {
        Writing writing = writing(80, Chroma.FULL, false, quantiser(1, dither));
        ours(study, "new colours, dither " + dither, GIF, ImageFormat.GIF, writing);
      }
      for (int effort : new int[] {0, 2, 4}) {
        Writing writing = writing(80, Chroma.FULL, false, webp(effort));
        ours(study, "as WebP, effort " + effort, WEBP, ImageFormat.WEBP, writing);
      }
      study.print(StudyPictures.animations(scope));
    }
  }

  /** Adds the ways to compare, the one that the others are compared with first. */
  private interface Comparison {
    void addTo(EncodingStudy study);
  }

  private static void forAllSizes(String title, Comparison comparison) throws IOException {
    for (int width : sizes()) {
      try (VipsScope scope = TestVips.open().openScope()) {
        EncodingStudy study = new EncodingStudy("%s, %d wide".formatted(title, width));
        comparison.addTo(study);
        study.print(StudyPictures.all(scope, width));
      }
    }
  }

  private static int[] sizes() {
    String[] widths = System.getProperty("tintype.sizes", "400,800").split(",", -1);
    return IntStream.range(0, widths.length).map(i -> Integer.parseInt(widths[i])).toArray();
  }

  private void bySharp(EncodingStudy study, String format, String loader, JsonObject options) {
    sharp.ifPresent(
        peer ->
            study.with("sharp", loader, picture -> peer.still(picture.image(), format, options)));
  }

  private static void byLibvips(
      EncodingStudy study, String nickname, String loader, UnaryOperator<Operation> options) {
    study.with(
        "libvips",
        loader,
        picture -> {
          VipsImage image = picture.image();
          return EncodingStudy.measured(
              () -> options.apply(image.saver(nickname, Kept.NOTHING)).toBytes());
        });
  }

  private void ours(
      EncodingStudy study, String name, String loader, ImageFormat format, Writing writing) {
    study.with(
        name, loader, picture -> EncodingStudy.measured(() -> write(picture, format, writing)));
  }

  private ImageBytes write(Study picture, ImageFormat format, Writing writing) {
    return writer.write(picture.image(), format, writing, false);
  }

  private static Writing writing(
      int quality, Chroma chroma, boolean palette, EncoderSettings encoders) {
    return new Writing(quality, false, false, chroma, palette, Metadata.NONE, OptionalInt.empty())
        .with(encoders);
  }

  private static EncoderSettings avif(int effort) {
    return new EncoderSettings(
        OptionalInt.of(effort), USUAL.webp(), false, USUAL.zlib(), USUAL.png(), USUAL.gif(), false);
  }

  private static EncoderSettings webp(int effort) {
    return new EncoderSettings(
        USUAL.avif(), effort, false, USUAL.zlib(), USUAL.png(), USUAL.gif(), false);
  }

  private static EncoderSettings trellis() {
    return new EncoderSettings(
        USUAL.avif(), USUAL.webp(), true, USUAL.zlib(), USUAL.png(), USUAL.gif(), false);
  }

  private static EncoderSettings zlib(int level, boolean filters) {
    EncoderSettings.Zlib zlib = new EncoderSettings.Zlib(level, filters);
    return new EncoderSettings(
        USUAL.avif(), USUAL.webp(), false, zlib, USUAL.png(), USUAL.gif(), false);
  }

  private static EncoderSettings quantiser(int effort, int dither) {
    EncoderSettings.Quantiser quantiser = new EncoderSettings.Quantiser(effort, dither);
    return new EncoderSettings(
        USUAL.avif(), USUAL.webp(), false, USUAL.zlib(), quantiser, quantiser, false);
  }
}
