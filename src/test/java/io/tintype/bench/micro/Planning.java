package io.tintype.bench.micro;

import io.tintype.dialect.ClientHints;
import io.tintype.dialect.RawRequest;
import io.tintype.dialect.imagekit.ImageKitDialect;
import io.tintype.dialect.imagekit.ImageKitSettings;
import io.tintype.model.Accepts;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.model.Transformation;
import io.tintype.plan.NoProbe;
import io.tintype.plan.OutputRules;
import io.tintype.plan.Planner;
import io.tintype.plan.SourceHeader;
import java.util.List;
import java.util.OptionalInt;
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

/** From what a URL means, and a source, to operations on pixels. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Planning {
  private static final int UPRIGHT = 1;

  private final Planner planner = new Planner();
  private final OutputRules rules = new OutputRules(80, List.of(), 4_000_000, false);
  private final NoProbe probe = new NoProbe();
  private final SourceHeader source =
      new SourceHeader(ImageFormat.JPEG, 4243, 2828, 1, false, UPRIGHT, OptionalInt.of(82));
  private final Transformation transformation =
      new ImageKitDialect(ImageKitSettings.DEFAULT)
          .parse(new RawRequest("/tr:w-400,h-300:rt-90,r-20/shoes.jpg", "", ClientHints.NONE))
          .transformation();

  @Benchmark
  public Object plan() {
    return planner.plan(source, transformation, Accepts.NEITHER, rules, Limits.DEFAULT, probe);
  }
}
