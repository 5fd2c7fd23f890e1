package io.tintype.bench.micro;

import io.tintype.model.ImageFormat;
import io.tintype.sniff.Preflight;
import io.tintype.sniff.Preview;
import io.tintype.sniff.Scrutiny;
import io.tintype.sniff.Sniffer;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What is looked at before a decoder sees a source, of those that come with the product. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class Preflights {
  private static final long PIXELS = 100_000_000;

  @Param({"flowers.jpg", "cutout.png", "glass.webp", "ring.gif", "camera.svg"})
  private String file;

  private byte[] head;
  private MemorySegment bytes;

  /** Reads the file. */
  @Setup
  public void prepare() throws IOException {
    Path samples = Path.of(System.getProperty("tintype.home", ""), "conf/samples");
    byte[] all = Files.readAllBytes(samples.resolve(file));
    head = Arrays.copyOf(all, Math.min(all.length, Sniffer.ENOUGH));
    bytes = MemorySegment.ofArray(all);
  }

  /** Tells the format and reads the header: before any memory is reserved. */
  @Benchmark
  public Object header() {
    return Sniffer.formatOf(head).flatMap(format -> Preflight.read(format, bytes));
  }

  /** The same, and what decoders do in one go: on a render thread. */
  @Benchmark
  public Object whole() {
    Optional<ImageFormat> format = Sniffer.formatOf(head);
    Optional<Preview> preview = format.flatMap(known -> Preflight.read(known, bytes));
    return preview.flatMap(seen -> Scrutiny.of(seen, bytes, PIXELS));
  }
}
