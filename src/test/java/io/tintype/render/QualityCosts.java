package io.tintype.render;

import com.sun.management.OperatingSystemMXBean;
import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.model.ImageFormat;
import io.tintype.model.QualityChoice.Level;
import io.tintype.plan.AutomaticQuality;
import io.tintype.plan.PlannedStep;
import io.tintype.plan.QualityAim;
import io.tintype.plan.RenderPlan;
import io.tintype.plan.Writing;
import io.tintype.testing.Corpus;
import io.tintype.vips.TestVips;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Prints what automatic quality costs and comes to on this machine; asserts nothing, and runs only
 * when it is asked for by name. {@code -Dtintype.picture} is a large JPEG to measure with.
 */
class QualityCosts {
  private static final int WIDTH = 800;
  private static final int TIMES = 15;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final List<ImageFormat> FORMATS =
      List.of(ImageFormat.JPEG, ImageFormat.WEBP, ImageFormat.AVIF);
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  @Test
  void printsTime() throws IOException {
    byte[] source = source();
    System.out.println("| 800 pixels wide | fixed, CPU ms | measured, CPU ms | |");
    System.out.println("|---|---|---|---|");
    for (ImageFormat format : FORMATS) {
      int found = found(source, format, Level.GOOD);
      RenderPlan.Encode fixed = encode(format, found, AutomaticQuality.TABLE);
      RenderPlan.Encode measured = encode(format, found, AutomaticQuality.MEASURED);
      double[] plain = new double[TIMES];
      double[] tried = new double[TIMES];
      for (int i = -TIMES; i < TIMES; i++) {
        plain[Math.max(0, i)] = millis(source, fixed);
        tried[Math.max(0, i)] = millis(source, measured);
      }
      double before = median(plain);
      double after = median(tried);
      System.out.printf(
          "| %s | %.0f | %.0f | %+.0f %% |%n", format, before, after, (after / before - 1) * 100);
    }
  }

  @Test
  void printsLevels() throws IOException {
    System.out.println("| level | format | found | similarity | bytes | bytes by the table |");
    System.out.println("|---|---|---|---|---|---|");
    FormatWriter writer = new FormatWriter(TestVips.open());
    for (Level level : Level.values()) {
      for (ImageFormat format : FORMATS) {
        try (VipsScope scope = TestVips.open().openScope()) {
          VipsImage picture = scaled(scope, source());
          int found = found(source(), format, level);
          byte[] result = written(writer, picture, format, found);
          System.out.printf(
              "| %s | %s | %d | %.4f | %d | %d |%n",
              level,
              format,
              found,
              new Similarity(Luma.of(picture)).to(read(scope, result, format)),
              result.length,
              written(writer, picture, format, level.percent()).length);
        }
      }
    }
  }

  private static RenderPlan.Encode encode(ImageFormat format, int quality, AutomaticQuality way) {
    return new RenderPlan.Encode(
        List.of(format),
        Writing.plain(quality),
        Optional.of(new QualityAim(Level.GOOD, way, 100)),
        false,
        false);
  }

  private static double millis(byte[] source, RenderPlan.Encode how) {
    PlannedStep scale = new PlannedStep.Scale(WIDTH, WIDTH * 2 / 3);
    long start = PROCESS.getProcessCpuTime();
    Rendering.of(source).shrink(4).step(scale).to(how).encoded();
    return (PROCESS.getProcessCpuTime() - start) / NANOS_PER_MILLI;
  }

  private static int found(byte[] source, ImageFormat format, Level level) throws IOException {
    try (VipsScope scope = TestVips.open().openScope()) {
      FormatWriter writer = new FormatWriter(TestVips.open());
      QualityAim aim = new QualityAim(level, AutomaticQuality.MEASURED, 100);
      return new QualitySearch(TestVips.open(), writer, () -> {}, scaled(scope, source))
          .find(format, Writing.plain(level.percent()), aim)
          .orElseThrow();
    }
  }

  private static byte[] written(
      FormatWriter writer, VipsImage picture, ImageFormat format, int quality) {
    try (ImageBytes bytes = writer.write(picture, format, Writing.plain(quality), false)) {
      return NettyBuffers.view(bytes).getBytes();
    }
  }

  private static Luma read(VipsScope scope, byte[] encoded, ImageFormat format) {
    try (ImageBytes bytes = NettyBuffers.copyOf(encoded)) {
      return Luma.of(scope.operation(Rendering.loader(format)).bytes("buffer", bytes).toImage());
    }
  }

  private static VipsImage scaled(VipsScope scope, byte[] jpeg) {
    try (ImageBytes bytes = NettyBuffers.copyOf(jpeg)) {
      VipsImage image = scope.operation("jpegload_buffer").bytes("buffer", bytes).toImage();
      return image.resize(WIDTH, image.height() * WIDTH / image.width()).inMemory();
    }
  }

  private static double median(double[] millis) {
    Arrays.sort(millis);
    return millis[millis.length / 2];
  }

  private static byte[] source() throws IOException {
    String file = System.getProperty("tintype.picture");
    return file == null ? Corpus.read("beer.jpg") : Files.readAllBytes(Path.of(file));
  }
}
