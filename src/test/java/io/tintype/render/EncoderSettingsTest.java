package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.ImageFormat;
import io.tintype.model.Metadata;
import io.tintype.plan.AvifEffort;
import io.tintype.plan.Chroma;
import io.tintype.plan.EncoderSettings;
import io.tintype.plan.EncoderSettings.Quantiser;
import io.tintype.plan.EncoderSettings.Zlib;
import io.tintype.plan.PlannedStep;
import io.tintype.plan.Writing;
import io.tintype.vips.Decoded;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the encoders make of the settings of an endpoint. */
class EncoderSettingsTest {
  private static final EncoderSettings USUAL = EncoderSettings.DEFAULT;

  @ParameterizedTest
  @CsvSource({"100,     3", "250000,  3", "250001,  2", "2000000, 2", "2000001, 1", "4000000, 1"})
  void avifTriesLessTheLargerItIs(long pixels, int effort) {
    assertThat(USUAL.avifEffort(pixels)).isEqualTo(effort);
    assertThat(avif(5).avifEffort(pixels)).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"20, 2, 20", "50, 2, 50", "60, 2, 61", "80, 2, 82", "99, 1, 100", "80, 3, 80"})
  void lessEffortOfAvifIsMadeUpForWhereItShows(int asked, int effort, int quality) {
    assertThat(AvifEffort.quality(asked, effort)).isEqualTo(quality);
  }

  @Test
  void effortMakesWebpSmaller() {
    assertThat(size(ImageFormat.WEBP, webp(6))).isLessThan(size(ImageFormat.WEBP, webp(0)));
  }

  @Test
  void effortChangesAvif() {
    assertThat(encoded(ImageFormat.AVIF, false, avif(0)))
        .isNotEqualTo(encoded(ImageFormat.AVIF, false, avif(3)));
    assertThat(encoded(ImageFormat.AVIF, false, avif(3)))
        .isEqualTo(encoded(ImageFormat.AVIF, false, USUAL));
  }

  @Test
  void trellisMakesJpegSmaller() {
    EncoderSettings trellis =
        new EncoderSettings(
            USUAL.avif(), USUAL.webp(), true, USUAL.zlib(), USUAL.png(), USUAL.gif(), false);

    assertThat(size(ImageFormat.JPEG, trellis)).isLessThan(size(ImageFormat.JPEG, USUAL));
  }

  @Test
  void zlibPacksPngsWithoutChangingThem() {
    EncoderSettings fast = zlib(1, false);
    EncoderSettings filtered = zlib(9, true);

    assertThat(size(ImageFormat.PNG, filtered)).isLessThan(size(ImageFormat.PNG, fast));
    assertThat(pixels(ImageFormat.PNG, filtered)).isEqualTo(pixels(ImageFormat.PNG, fast));
  }

  @Test
  void ditherAndEffortDecideAboutPalettes() {
    byte[] usual = encoded(ImageFormat.PNG, true, quantiser(1, 50));

    assertThat(encoded(ImageFormat.PNG, true, USUAL)).isEqualTo(usual);
    assertThat(encoded(ImageFormat.PNG, true, quantiser(1, 0))).hasSizeLessThan(usual.length);
    assertThat(encoded(ImageFormat.PNG, true, quantiser(7, 50))).isNotEqualTo(usual);
  }

  @Test
  void ditherAndEffortDecideAboutGifsOfNewColors() {
    byte[] usual = encoded(ImageFormat.GIF, false, USUAL);

    assertThat(encoded(ImageFormat.GIF, false, quantiser(1, 0))).hasSizeLessThan(usual.length);
  }

  private static Object pixels(ImageFormat format, EncoderSettings encoders) {
    byte[] result = encoded(format, false, encoders);
    return Decoded.of(result, Rendering.loader(format)).pixels();
  }

  private static int size(ImageFormat format, EncoderSettings encoders) {
    return encoded(format, false, encoders).length;
  }

  private static byte[] encoded(ImageFormat format, boolean palette, EncoderSettings encoders) {
    Writing writing =
        new Writing(80, false, false, Chroma.FULL, palette, Metadata.NONE, OptionalInt.empty());
    return Rendering.of("beer.jpg")
        .step(new PlannedStep.Scale(240, 160))
        .to(format, writing.with(encoders))
        .encoded();
  }

  private static EncoderSettings avif(int effort) {
    return new EncoderSettings(
        OptionalInt.of(effort), USUAL.webp(), false, USUAL.zlib(), USUAL.png(), USUAL.gif(), false);
  }

  private static EncoderSettings webp(int effort) {
    return new EncoderSettings(
        USUAL.avif(), effort, false, USUAL.zlib(), USUAL.png(), USUAL.gif(), false);
  }

  private static EncoderSettings zlib(int level, boolean filters) {
    return new EncoderSettings(
        USUAL.avif(),
        USUAL.webp(),
        false,
        new Zlib(level, filters),
        USUAL.png(),
        USUAL.gif(),
        false);
  }

  private static EncoderSettings quantiser(int effort, int dither) {
    Quantiser quantiser = new Quantiser(effort, dither);
    return new EncoderSettings(
        USUAL.avif(), USUAL.webp(), false, USUAL.zlib(), quantiser, quantiser, false);
  }
}
