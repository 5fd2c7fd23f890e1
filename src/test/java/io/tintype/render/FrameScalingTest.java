package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.plan.PlannedStep.Cut;
import io.tintype.plan.PlannedStep.Scale;
import io.tintype.vips.KillSwitch;
import io.tintype.vips.TestVips;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scaling many frames at once against scaling each on its own. */
class FrameScalingTest {
  /** Three levels of rounding: before resampling, between its two directions, and after. */
  private static final int ROUNDING = 3;

  /** Contrast so low that nothing is clipped between the two directions. */
  @ParameterizedTest
  @CsvSource({
    "1, 40, 30, 3, 20, 15",
    "5, 40, 30, 1, 17, 11",
    "5, 41, 31, 3, 17, 11",
    "5, 41, 31, 3, 41, 11",
    "5, 41, 31, 3, 20, 31",
    "3, 900, 800, 3, 450, 399"
  })
  void scalesEachFrameAsIfItWereAlone(
      int frames, int width, int height, int bands, int toWidth, int toHeight) {
    Picture noise = Picture.noise(frames, width, height * frames, bands);
    Picture roll =
        Picture.of(width, height * frames, bands, (x, y, band) -> 64 + noise.at(x, y, band) / 2.0);

    assertSame(roll, frames, new Scale(toWidth, toHeight), new Cut(0, 0, toWidth, toHeight));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 20, 15", "3, 2, 9, 13", "19, 14, 1, 1"})
  void cutsTheSameOutOfEach(int left, int top, int width, int height) {
    Picture roll = Picture.waves(40, 120, 4);

    assertSame(roll, 4, new Scale(20, 15), new Cut(left, top, width, height));
  }

  /** More than are scaled together. */
  @ParameterizedTest
  @CsvSource({"150, 200, 300, 4", "2, 1200, 1100, 4"})
  void scalesAnyNumberOfFrames(int frames, int width, int height, int bands) {
    Picture roll = Picture.waves(width, height * frames, bands);

    assertSame(roll, frames, new Scale(100, 75), new Cut(0, 0, 100, 75));
  }

  private static void assertSame(Picture roll, int frames, Scale scale, Cut cut) {
    try (VipsScope scope = TestVips.open().openScope()) {
      VipsImage image = scope.picture(roll.width(), roll.height(), roll.bands(), roll.samples());
      Darkroom darkroom = new Darkroom(() -> {}, new KillSwitch());

      VipsImage scaled = FrameScaling.scaled(image, frames, scale, cut, darkroom);

      assertThat(scaled.width()).isEqualTo(cut.width());
      assertThat(scaled.height()).isEqualTo(cut.height() * frames);
      assertThat(scaled.bands()).isEqualTo(roll.bands());
      assertThat(scaled.colorSpace()).isEqualTo(image.colorSpace());
      byte[] pixels = scaled.toPixels();
      int bytes = pixels.length / frames;
      int height = roll.height() / frames;
      for (int frame = 0; frame < frames; frame++) {
        byte[] alone =
            Resampling.scaled(
                    image.extract(0, frame * height, roll.width(), height),
                    scale.width(),
                    scale.height())
                .extract(cut.left(), cut.top(), cut.width(), cut.height())
                .toPixels();
        int most = 0;
        for (int i = 0; i < bytes; i++) {
          int difference =
              Byte.toUnsignedInt(alone[i]) - Byte.toUnsignedInt(pixels[frame * bytes + i]);
          most = Math.max(most, Math.abs(difference));
        }
        assertThat(most).as("frame " + frame).isLessThanOrEqualTo(ROUNDING);
      }
    }
  }
}
