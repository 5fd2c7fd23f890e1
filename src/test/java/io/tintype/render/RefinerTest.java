package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.model.ImageFormat;
import io.tintype.model.Metadata;
import io.tintype.plan.Chroma;
import io.tintype.plan.EncoderSettings;
import io.tintype.plan.PlannedStep;
import io.tintype.plan.Writing;
import io.tintype.testing.Corpus;
import io.tintype.vips.Decoded;
import io.tintype.vips.TestVips;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Results of more effort. */
class RefinerTest {
  private static final EncoderSettings PATIENT = EncoderSettings.DEFAULT.patiently();

  @ParameterizedTest
  @CsvSource({"JPEG, false", "WEBP, false", "AVIF, false", "PNG, false", "PNG, true"})
  void areSmallerAndNoWorse(ImageFormat format, boolean palette) {
    Writing usual = writing(palette);

    byte[] hasty = photo().to(format, usual).encoded();
    byte[] refined = photo().to(format, usual.with(PATIENT)).encoded();

    assertThat(refined.length).isLessThanOrEqualTo(hasty.length);
    assertThat(similarity(refined, format)).isGreaterThanOrEqualTo(similarity(hasty, format));
  }

  @ParameterizedTest
  @EnumSource(names = {"WEBP", "AVIF", "PNG"})
  void areThereForAPhotograph(ImageFormat format) {
    byte[] hasty = photo().to(format).encoded();
    byte[] refined = photo().to(format, Writing.plain(80).with(PATIENT)).encoded();

    assertThat(refined.length).isLessThan(hasty.length);
  }

  @Test
  void keepEveryPixelOfWhatIsLossless() {
    byte[] refined =
        Rendering.of("alpha.png").to(ImageFormat.PNG, Writing.plain(80).with(PATIENT)).encoded();

    assertThat(Decoded.of(refined, "pngload_buffer").pixels())
        .isEqualTo(Decoded.of(Corpus.read("alpha.png"), "pngload_buffer").pixels());
  }

  @ParameterizedTest
  @EnumSource(names = {"GIF", "WEBP"})
  void areNotTriedOfAnimations(ImageFormat format) {
    byte[] hasty = Rendering.of("frames.gif").to(format).encoded();
    byte[] refined =
        Rendering.of("frames.gif").to(format, Writing.plain(80).with(PATIENT)).encoded();

    assertThat(refined).isEqualTo(hasty);
  }

  @Test
  void areNotTriedOfWhatCannotBeStoppedAndIsLarge() {
    try (VipsScope scope = TestVips.open().openScope()) {
      VipsImage large = scope.black(800);
      assertThat(better(large, ImageFormat.AVIF, writing(false), () -> {})).isEmpty();
      assertThat(better(large, ImageFormat.PNG, writing(true), () -> {})).isEmpty();
    }
  }

  @Test
  void endAsSoonAsTheyShould() {
    try (VipsScope scope = TestVips.open().openScope()) {
      VipsImage image = scope.black(64);
      Checkpoint end =
          () -> {
            throw new IllegalStateException("enough");
          };

      assertThatThrownBy(() -> better(image, ImageFormat.WEBP, writing(false), end))
          .hasMessage("enough");
    }
  }

  private static Rendering photo() {
    return Rendering.of("beer.jpg").step(new PlannedStep.Scale(300, 200));
  }

  private static Optional<byte[]> better(
      VipsImage image, ImageFormat format, Writing writing, Checkpoint checkpoint) {
    FormatWriter writer = new FormatWriter(TestVips.open());
    try (ImageBytes usual = writer.write(image, format, writing, false)) {
      return new Refiner(TestVips.open(), writer, checkpoint, image)
          .better(format, writing, usual)
          .map(
              bytes -> {
                try (bytes) {
                  return NettyBuffers.view(bytes).getBytes();
                }
              });
    }
  }

  private static double similarity(byte[] result, ImageFormat format) {
    try (VipsScope scope = TestVips.open().openScope();
        ImageBytes source = NettyBuffers.copyOf(photo().to(ImageFormat.PNG).encoded());
        ImageBytes encoded = NettyBuffers.copyOf(result)) {
      Luma plain = luma(scope, "pngload_buffer", source);
      return new Similarity(plain).to(luma(scope, Rendering.loader(format), encoded));
    }
  }

  private static Luma luma(VipsScope scope, String loader, ImageBytes bytes) {
    return Luma.of(scope.operation(loader).bytes("buffer", bytes).toImage());
  }

  private static Writing writing(boolean palette) {
    return new Writing(80, false, false, Chroma.FULL, palette, Metadata.NONE, OptionalInt.empty());
  }
}
