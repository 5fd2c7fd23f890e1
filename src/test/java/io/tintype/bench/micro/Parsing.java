package io.tintype.bench.micro;

import io.tintype.dialect.ClientHints;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.RawRequest;
import io.tintype.dialect.cloudinary.CloudinaryDialect;
import io.tintype.dialect.cloudinary.CloudinarySettings;
import io.tintype.dialect.imagekit.ImageKitDialect;
import io.tintype.dialect.imagekit.ImageKitSettings;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a URL to what it means, and on to the text that results are kept under. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Parsing {
  private final ImageKitDialect imageKit = new ImageKitDialect(ImageKitSettings.DEFAULT);
  private final CloudinaryDialect cloudinary = new CloudinaryDialect(CloudinarySettings.DEFAULT);
  private final RawRequest plain = raw("/tr:w-400,h-300,f-webp,q-80/catalogue/shoes.jpg");
  private final RawRequest layered =
      raw("/tr:w-600,l-text,i-Sale,fs-60,co-FFFFFF,bg-E5383B,pa-16,r-8,l-end:rt-90/shoes.jpg");
  private final RawRequest translated =
      raw("/image/upload/c_fill,g_auto,h_300,w_400/f_auto,q_auto/v1/shoes.jpg");
  private final DeliveryRequest request = imageKit.parse(layered);

  private static RawRequest raw(String path) {
    return new RawRequest(path, "", ClientHints.NONE);
  }

  @Benchmark
  public Object imageKit() {
    return imageKit.parse(plain);
  }

  @Benchmark
  public Object imageKitWithLayer() {
    return imageKit.parse(layered);
  }

  @Benchmark
  public Object cloudinary() {
    return cloudinary.parse(translated);
  }

  @Benchmark
  public Object canonicalText() {
    return request.transformation().canonical();
  }
}
