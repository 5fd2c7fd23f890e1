package io.tintype.bench.micro;

import io.tintype.access.Expiry;
import io.tintype.access.SignatureCheck;
import io.tintype.access.SignedTarget;
import io.tintype.access.SignedUrl;
import io.tintype.access.SigningKey;
import io.tintype.cache.VariantKey;
import io.tintype.dialect.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

/** Keys of results, and signatures of URLs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Keys {
  private final SigningKey key = new SigningKey("key-of-the-benchmark");
  private final SignatureCheck check = new SignatureCheck(List.of(key), "/shop");
  private final SignedTarget target = SignedTarget.of("/shop/tr:w-400,h-300/shoes.jpg", "");
  private final Optional<Signature> carried =
      Optional.of(
          new Signature(SignedUrl.of(key, "/shop", target, Expiry.NEVER).hash(), Optional.empty()));
  private final Instant now = Instant.EPOCH;
  private final List<String> parts =
      List.of(
          "5f3a9c0e",
          "catalogue/shoes.jpg",
          "v1 resize(cover,400,300,centre,shrink) -> webp,q80",
          "webp",
          "",
          "images.example.com");

  @Benchmark
  public Object variantKey() {
    return VariantKey.of(parts);
  }

  @Benchmark
  public Object signatureCheck() {
    return check.check(target, carried, now);
  }
}
