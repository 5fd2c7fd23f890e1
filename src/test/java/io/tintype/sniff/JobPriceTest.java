package io.tintype.sniff;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.ImageFormat;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class JobPriceTest {
  private static final int MEGA = 1_000_000;

  @Test
  void chargesSixBytesAPixelForAProgressiveJpeg() {
    long baseline = JobPrice.bytes(preview(ImageFormat.JPEG, 1, false, 3), 0);
    long progressive = JobPrice.bytes(preview(ImageFormat.JPEG, 1, true, 3), 0);

    assertThat(progressive - baseline).isEqualTo(12L * MEGA * 6);
    assertThat(baseline).isLessThan(16L << 20);
  }

  @Test
  void chargesWholePicturesWhereADecoderNeedsThem() {
    assertThat(price(ImageFormat.WEBP, 1, false)).isGreaterThan(48L * MEGA);
    assertThat(price(ImageFormat.GIF, 1, false)).isGreaterThan(48L * MEGA);
    assertThat(price(ImageFormat.GIF, 8, false)).isGreaterThan(8 * 48L * MEGA);
    assertThat(price(ImageFormat.AVIF, 1, false)).isGreaterThan(48L * MEGA);
    assertThat(price(ImageFormat.PNG, 1, true)).isGreaterThan(48L * MEGA);
    assertThat(price(ImageFormat.PNG, 1, false)).isLessThan(24L << 20);
  }

  @Test
  void foretellsHowMuchADecoderMakes() {
    assertThat(work(ImageFormat.PNG, 1, 4)).isEqualTo(48L * MEGA);
    assertThat(work(ImageFormat.PNG, 1, 8)).isEqualTo(96L * MEGA);
    assertThat(work(ImageFormat.GIF, 10, 4)).isEqualTo(480L * MEGA);
    assertThat(work(ImageFormat.JPEG, 1, 3)).isEqualTo(9L * MEGA);
  }

  @Test
  void doesNotOverflow() {
    Preview largest =
        new Preview(
            ImageFormat.GIF,
            10_000_000,
            10_000_000,
            Integer.MAX_VALUE,
            true,
            false,
            8,
            OptionalInt.empty());

    assertThat(JobPrice.bytes(largest, Integer.MAX_VALUE)).isPositive();
    assertThat(JobPrice.work(largest)).isPositive();
  }

  private static long work(ImageFormat format, int frames, int bytesPerPixel) {
    return JobPrice.work(preview(format, frames, /* interlaced= */ false, bytesPerPixel));
  }

  private static long price(ImageFormat format, int frames, boolean interlaced) {
    return JobPrice.bytes(preview(format, frames, interlaced, 4), 0);
  }

  private static Preview preview(
      ImageFormat format, int frames, boolean interlaced, int bytesPerPixel) {
    return new Preview(
        format, 4000, 3000, frames, false, interlaced, bytesPerPixel, OptionalInt.empty());
  }
}
