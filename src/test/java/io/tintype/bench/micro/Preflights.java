package io.tintype.bench.micro;

import io.tintype.model.ImageFormat;
import io.tintype.sniff.Preflight;
import io.tintype.sniff.Preview;
import io.tintype.sniff.Scrutiny;
import io.tintype.sniff.Sniffer;
import io.tintype.testing.HostileImages;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

/** What is looked at before a decoder sees a source; the worst are those of the hostile files. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class Preflights {
  private static final long PIXELS = 100_000_000;
  private static final int LOOKS = 50;

  @Param({"flowers.jpg", "cutout.png", "glass.webp", "ring.gif", "camera.svg", "worst", "longest"})
  private String file;

  private byte[] head;
  private MemorySegment bytes;

  /** Reads the file, or finds it. */
  @Setup
  public void prepare() throws IOException {
    byte[] all =
        switch (file) {
          case "worst" -> slowest(this::header);
          case "longest" -> slowest(this::whole);
          default ->
              Files.readAllBytes(
                  Path.of(System.getProperty("tintype.home", ""), "conf/samples", file));
        };
    look(all);
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

  private void look(byte[] all) {
    head = Arrays.copyOf(all, Math.min(all.length, Sniffer.ENOUGH));
    bytes = MemorySegment.ofArray(all);
  }

  private byte[] slowest(Runnable work) {
    return HostileImages.all(1).stream()
        .map(HostileImages.Case::bytes)
        .max(Comparator.comparingLong(one -> quickest(one, work)))
        .orElseThrow();
  }

  private long quickest(byte[] one, Runnable work) {
    look(one);
    return Stream.generate(() -> nanos(work)).limit(LOOKS).min(Long::compare).orElseThrow();
  }

  private static long nanos(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }
}
