package io.tintype.render;

import com.sun.management.OperatingSystemMXBean;
import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.testing.Ssim;
import io.tintype.vips.Decoded;
import io.tintype.vips.Kept;
import io.tintype.vips.VipsImage;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Several ways to encode the same pictures, compared with the first of them: medians of CPU,
 * geometric means of ratios, and how much more or less of the luma's structure is left.
 */
final class EncodingStudy {
  private static final double ENOUGH_MILLIS = 100;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MEGA = 1e6;
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final String title;
  private final List<Way> ways = new ArrayList<>();

  EncodingStudy(String title) {
    this.title = title;
  }

  /** What one encoding took, in milliseconds of CPU, and gave. */
  @SuppressWarnings("ArrayRecordComponent") // made for one reader, who writes nothing into it
  record Cost(double millis, byte[] bytes) {}

  /**
   * A way to encode.
   *
   * @param loader reads what it writes
   */
  record Way(String name, String loader, Function<StudyPictures.Study, Cost> encoder) {}

  /** What a way came to with one picture. */
  private record Seen(double millisPerMegapixel, double bytes, double ssim) {}

  EncodingStudy with(String name, String loader, Function<StudyPictures.Study, Cost> encoder) {
    ways.add(new Way(name, loader, encoder));
    return this;
  }

  /** CPU of this process, as often as it takes to see it. */
  static Cost measured(Supplier<ImageBytes> encoder) {
    long before = PROCESS.getProcessCpuTime();
    double millis = 0;
    int times = 0;
    byte[] result = {};
    while (millis < ENOUGH_MILLIS) {
      try (ImageBytes bytes = encoder.get()) {
        result = NettyBuffers.view(bytes).getBytes();
      }
      times++;
      millis = (PROCESS.getProcessCpuTime() - before) / NANOS_PER_MILLI;
    }
    return new Cost(millis / times, result);
  }

  /** Prints a table. */
  void print(List<StudyPictures.Study> pictures) {
    List<List<Seen>> all = new ArrayList<>();
    for (StudyPictures.Study picture : pictures) {
      Decoded plain = plain(picture.image());
      all.add(ways.stream().map(way -> seen(way, picture, plain)).toList());
    }
    System.out.printf("%n%s, %d pictures%n%n", title, pictures.size());
    System.out.println("| | CPU ms/MP | CPU | bytes | SSIM | least SSIM |");
    System.out.println("|---|---:|---:|---:|---:|---:|");
    for (int way = 0; way < ways.size(); way++) {
      int now = way;
      double[] differences =
          all.stream().mapToDouble(row -> row.get(now).ssim - row.getFirst().ssim).toArray();
      System.out.printf(
          "| %s | %.0f | %.2f | %.2f | %+.4f | %+.4f |%n",
          ways.get(way).name(),
          median(all.stream().mapToDouble(row -> row.get(now).millisPerMegapixel).toArray()),
          ratio(all, now, Seen::millisPerMegapixel),
          ratio(all, now, Seen::bytes),
          Arrays.stream(differences).average().orElse(0),
          Arrays.stream(differences).min().orElse(0));
    }
  }

  private static double ratio(List<List<Seen>> all, int way, Function<Seen, Double> figure) {
    return Math.exp(
        all.stream()
            .mapToDouble(row -> Math.log(figure.apply(row.get(way)) / figure.apply(row.getFirst())))
            .average()
            .orElse(0));
  }

  private static Seen seen(Way way, StudyPictures.Study picture, Decoded plain) {
    Cost cost = way.encoder().apply(picture);
    double megapixels = picture.image().width() * picture.image().height() / MEGA;
    Decoded result = Decoded.of(cost.bytes(), way.loader());
    return new Seen(cost.millis() / megapixels, cost.bytes().length, Ssim.of(result, plain));
  }

  private static Decoded plain(VipsImage image) {
    try (ImageBytes png = image.saver("pngsave_buffer", Kept.NOTHING).toBytes()) {
      return Decoded.of(png, "pngload_buffer");
    }
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
