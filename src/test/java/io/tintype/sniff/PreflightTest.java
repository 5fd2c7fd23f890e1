package io.tintype.sniff;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.ImageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {
  private static final long SEED = 7;
  private static final int MUTATIONS = 3_000;
  private static final List<String> FILES =
      List.of(
          "q75.jpg",
          "q40-progressive.jpg",
          "rgba-adam7.png",
          "palette-alpha.png",
          "three-frames.gif",
          "lossy.webp",
          "lossless.webp",
          "three-frames.webp",
          "alpha.avif",
          "rgb.tiff",
          "rgba-big.tiff");

  @ParameterizedTest
  @CsvFileSource(resources = "/cases/previews.csv", numLinesToSkip = 1)
  void readsWhatTheHeaderSays(
      String file,
      ImageFormat format,
      int frames,
      boolean alpha,
      boolean interlaced,
      int bytesPerPixel,
      @Nullable Integer quality) {
    byte[] bytes = file(file);
    OptionalInt expected = quality == null ? OptionalInt.empty() : OptionalInt.of(quality);

    assertThat(Sniffer.formatOf(bytes)).contains(format);
    assertThat(Preflight.read(format, MemorySegment.ofArray(bytes)))
        .contains(new Preview(format, 31, 17, frames, alpha, interlaced, bytesPerPixel, expected));
  }

  @Test
  void readsNativeMemoryInPlace() {
    byte[] bytes = file("q75.jpg");
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment copy = arena.allocate(bytes.length).copyFrom(MemorySegment.ofArray(bytes));
      MemorySegment bare = MemorySegment.ofAddress(copy.address()).reinterpret(bytes.length);

      assertThat(Preflight.read(ImageFormat.JPEG, bare)).isPresent();
    }
  }

  @Test
  void neverThrowsWhateverTheBytesAre() {
    Random random = new Random(SEED);
    for (String file : FILES) {
      byte[] original = file(file);
      ImageFormat format = Sniffer.formatOf(original).orElseThrow();
      for (int i = 0; i < MUTATIONS; i++) {
        readEverywhere(format, mutated(original, random));
      }
    }
  }

  @Test
  void neverThrowsOnGarbageOfAnyFormat() {
    Random random = new Random(SEED);
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] garbage = new byte[random.nextInt(300)];
      random.nextBytes(garbage);
      for (ImageFormat format : ImageFormat.values()) {
        readEverywhere(format, garbage);
      }
    }
  }

  @Test
  void givesUpOnHeadersWithoutEnd() {
    int size = 40 << 20;
    byte[] zeros = new byte[size];
    byte[] fill = new byte[size];
    Arrays.fill(fill, (byte) 0xff);
    byte[] gif = Arrays.copyOf(file("still.gif"), size);
    Arrays.fill(gif, 13, size, (byte) 0x21);

    for (ImageFormat format : ImageFormat.values()) {
      long start = cpuNanos();
      readEverywhere(format, zeros);
      readEverywhere(format, fill);
      readEverywhere(format, gif);
      assertThat(cpuNanos() - start).isLessThan(2_000_000_000L);
    }
  }

  /** Profiles and depth maps of cameras are split into hundreds of segments. */
  @ParameterizedTest
  @CsvSource({"q75.jpg, 2, ffe2 0008 000000000000", "rgb.png, 33, 00000002 74455874 6100 00000000"})
  void readsHeadersOfHundredsOfParts(String file, int behind, String part) {
    byte[] whole = file(file);
    byte[] parts = HexFormat.of().parseHex(part.replace(" ", "").repeat(800));
    ByteBuffer longer = ByteBuffer.allocate(whole.length + parts.length);
    longer.put(whole, 0, behind).put(parts).put(whole, behind, whole.length - behind);
    ImageFormat format = Sniffer.formatOf(whole).orElseThrow();

    assertThat(Preflight.read(format, MemorySegment.ofArray(longer.array())))
        .isEqualTo(Preflight.read(format, MemorySegment.ofArray(whole)))
        .isPresent();
  }

  /** Of this thread alone: how busy the machine is says nothing about a reader. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @ParameterizedTest
  @ValueSource(strings = {"q75.jpg", "rgb.png", "lossy.webp", "opaque.avif", "rgb.tiff"})
  void understandsNothingOfACutOffHeader(String file) {
    byte[] bytes = file(file);
    ImageFormat format = Sniffer.formatOf(bytes).orElseThrow();

    assertThat(Preflight.read(format, MemorySegment.ofArray(Arrays.copyOf(bytes, 15)))).isEmpty();
    assertThat(Preflight.read(format, MemorySegment.ofArray(new byte[0]))).isEmpty();
  }

  @Test
  void countsTheFramesThatAreThere() {
    byte[] gif = file("three-frames.gif");

    assertThat(
            Preflight.read(
                ImageFormat.GIF, MemorySegment.ofArray(Arrays.copyOf(gif, gif.length - 30))))
        .hasValueSatisfying(preview -> assertThat(preview.frames()).isBetween(1, 3));
  }

  /** A preview that comes out of it can be priced. */
  private static void readEverywhere(ImageFormat format, byte[] bytes) {
    Preflight.read(format, MemorySegment.ofArray(bytes))
        .ifPresent(preview -> assertThat(JobPrice.bytes(preview, bytes.length)).isPositive());
    Sniffer.formatOf(Arrays.copyOf(bytes, Math.min(bytes.length, Sniffer.ENOUGH)));
  }

  private static byte[] mutated(byte[] original, Random random) {
    byte[] bytes = Arrays.copyOf(original, 1 + random.nextInt(original.length));
    int changes = random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      int within = random.nextBoolean() ? bytes.length : Math.min(bytes.length, 64);
      int at = random.nextInt(within);
      bytes[at] = random.nextBoolean() ? (byte) 0xff : (byte) random.nextInt();
    }
    return bytes;
  }

  static byte[] file(String name) {
    try (InputStream in = PreflightTest.class.getResourceAsStream("/sniff/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
