package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.bytes.ByteBudget;
import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.font.FontLibrary;
import io.tintype.model.ImageFormat;
import io.tintype.plan.PlannedStep;
import io.tintype.plan.RenderPlan;
import io.tintype.plan.SourceHeader;
import io.tintype.testing.Corpus;
import io.tintype.testing.SettableClock;
import io.tintype.vips.TestVips;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelCacheTest {
  private static final long MIB = 1 << 20;

  private final SettableClock clock = new SettableClock();
  private final ByteBudget memory = new ByteBudget("memory", 64 * MIB);
  private final PixelCache cache = new PixelCache(32 * MIB, memory, clock);
  private final Renderer renderer =
      new Renderer(TestVips.open(), FontLibrary.none(), Optional.empty(), cache);
  private final Company company = new Company();
  private final ImageBytes some = ImageBytes.owning(0, 0, () -> {});

  @AfterEach
  void givesEverythingBack() {
    cache.close();
    assertThat(memory.used()).isZero();
  }

  /** Relatives that are always to come. */
  private static final class Company implements Relatives {
    private final AtomicInteger own = new AtomicInteger();
    private final AtomicInteger saved = new AtomicInteger();

    @Override
    public boolean expected() {
      return true;
    }

    @Override
    public void decoded(boolean byAnother) {
      (byAnother ? saved : own).incrementAndGet();
    }

    @Override
    public void developed() {
      // nobody waits
    }
  }

  @ParameterizedTest
  @CsvSource({
    "beer.jpg, 1, JPEG",
    "beer.jpg, 2, WEBP",
    "orientation-6.jpg, 1, PNG",
    "alpha.png, 1, WEBP",
    "frames.gif, 1, GIF",
    "frames.gif, 1, WEBP"
  })
  void whatIsSharedIsWhatWouldHaveBeenComputed(String file, int shrink, ImageFormat format) {
    PlannedStep.Scale scale = new PlannedStep.Scale(40, 30);
    byte[] source = Corpus.read(file);
    byte[] direct = Rendering.of(source).shrink(shrink).step(scale).to(format).encoded();

    try (ImageBytes bytes = NettyBuffers.copyOf(source)) {
      byte[] first = render(bytes, source, shrink, format, scale);
      byte[] second = render(bytes, source, shrink, format, scale);
      byte[] other = render(bytes, source, shrink, format, new PlannedStep.Scale(20, 15), scale);

      assertThat(first).isEqualTo(direct);
      assertThat(second).isEqualTo(direct);
      assertThat(other).isNotEqualTo(direct);
    }
    assertThat(company.saved.get()).isPositive();
  }

  @Test
  void decodesOnceForAllSizes() {
    byte[] source = Corpus.read("beer.jpg");
    try (ImageBytes bytes = NettyBuffers.copyOf(source)) {
      for (int width = 10; width <= 60; width += 10) {
        render(bytes, source, 1, ImageFormat.JPEG, new PlannedStep.Scale(width, width));
      }
    }

    assertThat(company.own.get()).isEqualTo(1);
    assertThat(company.saved.get()).isEqualTo(5);
  }

  @Test
  void theSameBytesReadOnceMoreAreAnotherSource() {
    byte[] source = Corpus.read("beer.jpg");
    PlannedStep.Scale scale = new PlannedStep.Scale(40, 30);
    for (int i = 0; i < 2; i++) {
      try (ImageBytes bytes = NettyBuffers.copyOf(source)) {
        render(bytes, source, 1, ImageFormat.JPEG, scale);
      }
    }

    assertThat(company.saved.get()).isZero();
  }

  @Test
  void aDamagedSourceIsNobodysGain() {
    byte[] whole = Corpus.read("beer.jpg");
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    try (ImageBytes bytes = NettyBuffers.copyOf(half)) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(
                () -> render(bytes, half, 1, ImageFormat.JPEG, new PlannedStep.Scale(40, 30)))
            .isInstanceOfSatisfying(
                FaultException.class,
                refused -> assertThat(refused.fault()).isInstanceOf(Fault.CorruptSource.class));
      }
    }
    assertThat(cache.entries()).isZero();
    assertThat(memory.used()).isZero();
  }

  @Test
  void staysWithinItsBytesAndGivesWayToJobs() {
    fill(20, 2 * MIB);
    assertThat(cache.bytes()).isEqualTo(32 * MIB);
    assertThat(memory.used()).isEqualTo(32 * MIB);

    assertThat(memory.tryReserve(60 * MIB)).isTrue();

    assertThat(cache.entries()).isEqualTo(2);
    memory.release(60 * MIB);
  }

  @Test
  void takesNothingThatIsTooLargeOrForWhichThereIsNoMemory() {
    assertThat(cache.room(33 * MIB)).isEmpty();
    assertThat(memory.tryReserve(63 * MIB)).isTrue();
    assertThat(cache.room(2 * MIB)).isEmpty();
    memory.release(63 * MIB);
  }

  @Test
  void whatIsShownOutlivesItsEviction() {
    PixelKey key = key(1);
    try (VipsScope scope = TestVips.open().openScope()) {
      fill(1, MIB);
      VipsImage shown = cache.find(key, scope).orElseThrow();
      cache.close();

      assertThat(cache.has(key)).isFalse();
      assertThat(shown.toPixels()).hasSize((int) MIB);
      assertThat(memory.used()).isEqualTo(MIB);
    }
    assertThat(memory.used()).isZero();
  }

  @Test
  void forgetsWhatNobodyNeedsForAWhile() {
    fill(3, MIB);
    clock.advance(Duration.ofSeconds(9));
    cache.expire();
    assertThat(cache.entries()).isEqualTo(3);

    clock.advance(Duration.ofSeconds(2));
    cache.expire();

    assertThat(cache.entries()).isZero();
    assertThat(memory.used()).isZero();
  }

  private void fill(int pictures, long size) {
    for (int i = 1; i <= pictures; i++) {
      try (VipsScope scope = TestVips.open().openScope();
          PixelCache.Room room = cache.room(size).orElseThrow()) {
        VipsImage grey =
            scope
                .operation("black")
                .integer("width", 1024)
                .integer("height", (int) (size / 1024))
                .toImage()
                .inMemory();
        VipsImage _ = room.fill(key(i), grey, scope);
      }
    }
  }

  private PixelKey key(double shrink) {
    return new PixelKey(some, OptionalInt.empty(), shrink, 1, Optional.empty());
  }

  private byte[] render(
      ImageBytes bytes, byte[] file, int shrink, ImageFormat format, PlannedStep... steps) {
    RenderJob plain = Rendering.of(file).job(bytes);
    Planning planning = (header, _) -> plan(header, shrink, format, List.of(steps));
    RenderJob job =
        new RenderJob(plain.source(), plain.larder(), planning, () -> {}, new Brake(), company);
    try (ImageBytes result = renderer.render(job).bytes()) {
      return NettyBuffers.view(result).getBytes();
    }
  }

  private static RenderPlan plan(
      SourceHeader header, int shrink, ImageFormat format, List<PlannedStep> steps) {
    int frames = format.animates() ? header.frames() : 1;
    return new RenderPlan(
        OptionalInt.empty(),
        shrink,
        frames,
        steps,
        new RenderPlan.Encode(format, 80),
        1,
        1,
        List.of());
  }
}
