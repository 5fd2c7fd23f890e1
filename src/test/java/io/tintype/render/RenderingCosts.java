package io.tintype.render;

import com.sun.management.OperatingSystemMXBean;
import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.model.ImageFormat;
import io.tintype.model.Metadata;
import io.tintype.plan.Chroma;
import io.tintype.plan.PlannedStep;
import io.tintype.plan.Writing;
import io.tintype.testing.Corpus;
import io.tintype.testing.Ssim;
import io.tintype.vips.Decoded;
import io.tintype.vips.TestVips;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Prints what encoders and effects cost on this machine; asserts nothing, and runs only when it is
 * asked for by name. {@code -Dtintype.picture} is a JPEG to measure with.
 */
class RenderingCosts {
  private static final int TIMES = 3;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MEGA = 1e6;
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** An encoder as it is set. */
  private record Saved(String name, ImageFormat format, Writing writing) {}

  @Test
  void printsEncoders() throws IOException {
    FormatWriter writer = new FormatWriter(TestVips.open());
    Saved[] all = {
      new Saved("JPEG q80", ImageFormat.JPEG, Writing.plain(80)),
      new Saved("WebP q80", ImageFormat.WEBP, Writing.plain(80)),
      new Saved("AVIF q80", ImageFormat.AVIF, Writing.plain(80)),
      new Saved("AVIF q50", ImageFormat.AVIF, Writing.plain(50)),
      new Saved("WebP lossless", ImageFormat.WEBP, writing(true, false)),
      new Saved("PNG", ImageFormat.PNG, writing(false, false)),
      new Saved("PNG palette", ImageFormat.PNG, writing(false, true)),
    };
    System.out.println("| encoder | CPU ms | CPU ms/MP | bytes | SSIM |");
    for (Saved saved : all) {
      try (VipsScope scope = TestVips.open().openScope()) {
        VipsImage photo = photo(scope);
        double millis =
            median(() -> writer.write(photo, saved.format(), saved.writing(), false).close());
        try (ImageBytes bytes = writer.write(photo, saved.format(), saved.writing(), false)) {
          Decoded result = Decoded.of(bytes, Rendering.loader(saved.format()));
          System.out.printf(
              "| %s | %.0f | %.0f | %d | %.4f |%n",
              saved.name(),
              millis,
              millis / megapixels(photo),
              bytes.size(),
              Ssim.of(result, plain(photo, writer)));
        }
      }
    }
  }

  @Test
  void printsEffects() throws IOException {
    Darkroom darkroom = new Darkroom(() -> {}, new Brake().killSwitch());
    System.out.println("| effect | CPU ms/MP |");
    print("e-grayscale", Tones::grayscale);
    print("e-contrast", image -> contrasted(image, darkroom));
    print("e-sharpen", image -> Sharpening.sharpened(image, OptionalDouble.empty(), darkroom));
    print("e-sharpen-50", image -> Sharpening.sharpened(image, OptionalDouble.of(1), darkroom));
    print("sharpen of libvips", image -> image.operation("sharpen").number("sigma", 1).toImage());
    for (int sigma : new int[] {2, 12, 50}) {
      print("bl-" + sigma, image -> Blurring.blurred(image, sigma));
    }
    for (int sigma : new int[] {1, 5, 30}) {
      PlannedStep.UnsharpMask mask = new PlannedStep.UnsharpMask(0, sigma, 1, 0);
      print("e-usm-0-" + sigma + "-1-0", image -> Sharpening.unsharp(image, mask, darkroom));
    }
  }

  private static VipsImage contrasted(VipsImage image, Darkroom darkroom) {
    return new Exposure(image, 1, darkroom)
        .treatment(new PlannedStep.StretchContrast())
        .apply(image);
  }

  private static void print(String name, UnaryOperator<VipsImage> effect) throws IOException {
    for (boolean alpha : new boolean[] {false, true}) {
      try (VipsScope scope = TestVips.open().openScope()) {
        VipsImage photo = photo(scope);
        VipsImage picture = alpha ? photo.addAlpha().inMemory() : photo;
        double millis = median(() -> effect.apply(picture).inMemory());
        System.out.printf(
            "| %s%s | %.0f |%n", name, alpha ? ", alpha" : "", millis / megapixels(photo));
      }
    }
  }

  private static double median(Runnable work) {
    double[] millis = new double[TIMES];
    work.run();
    for (int i = 0; i < TIMES; i++) {
      long start = PROCESS.getProcessCpuTime();
      work.run();
      millis[i] = (PROCESS.getProcessCpuTime() - start) / NANOS_PER_MILLI;
    }
    Arrays.sort(millis);
    return millis[TIMES / 2];
  }

  private static Decoded plain(VipsImage photo, FormatWriter writer) {
    try (ImageBytes png = writer.write(photo, ImageFormat.PNG, writing(false, false), false)) {
      return Decoded.of(png, Rendering.loader(ImageFormat.PNG));
    }
  }

  private static Writing writing(boolean lossless, boolean palette) {
    return new Writing(
        80, lossless, false, Chroma.FULL, palette, Metadata.NONE, OptionalInt.empty());
  }

  private static double megapixels(VipsImage image) {
    return image.width() * image.height() / MEGA;
  }

  private static VipsImage photo(VipsScope scope) throws IOException {
    String file = System.getProperty("tintype.picture");
    byte[] jpeg = file == null ? Corpus.read("beer.jpg") : Files.readAllBytes(Path.of(file));
    try (ImageBytes bytes = NettyBuffers.copyOf(jpeg)) {
      return scope.operation("jpegload_buffer").bytes("buffer", bytes).toImage().inMemory();
    }
  }
}
