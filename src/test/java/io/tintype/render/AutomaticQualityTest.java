package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.ImageFormat;
import io.tintype.model.QualityChoice.Level;
import io.tintype.plan.AutomaticQuality;
import io.tintype.plan.PlannedStep;
import io.tintype.plan.QualityAim;
import io.tintype.plan.RenderPlan;
import io.tintype.plan.SettledQuality;
import io.tintype.plan.Writing;
import io.tintype.testing.Corpus;
import io.tintype.testing.WeightedSsim;
import io.tintype.vips.Decoded;
import io.tintype.vips.TestVips;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutomaticQualityTest {
  private static final double TOLERANCE = 0.015;
  private static final PlannedStep SMALLER = new PlannedStep.Scale(700, 467);

  /** In none of these a bound is reached. */
  @ParameterizedTest
  @CsvSource({
    "beer.jpg, JPEG, BEST",
    "beer.jpg, JPEG, ECO",
    "beer.jpg, WEBP, SENSITIVE",
    "shop.jpg, JPEG, GOOD",
    "shop.jpg, WEBP, GOOD",
    "shop.jpg, AVIF, GOOD"
  })
  void reachesTheSimilarityOfItsLevel(String file, ImageFormat format, Level level) {
    Decoded result = Rendering.of(file).step(SMALLER).to(measured(format, level)).decoded();
    Decoded original = Rendering.of(file).step(SMALLER).to(ImageFormat.PNG).decoded();

    double similarity = WeightedSsim.of(original.luma(), result.luma(), original.width());

    assertThat(similarity).isCloseTo(level.similarity(), within(TOLERANCE));
  }

  @ParameterizedTest
  @CsvSource({"beer.jpg, JPEG", "shop.jpg, JPEG", "beer.jpg, WEBP", "shop.jpg, WEBP"})
  void givesMoreForABetterLevelAndTheSameForTheSame(String file, ImageFormat format) {
    List<Integer> found = new ArrayList<>();
    for (Level level : Level.values()) {
      found.add(find(Corpus.read(file), format, level).orElseThrow());
    }

    assertThat(found).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(find(Corpus.read(file), format, Level.GOOD)).hasValue(found.get(2));
  }

  @Test
  void savesOnNoiseAndNotOnWhatIsSmallAnyway() {
    byte[] noise = new byte[3 * 320 * 320];
    new Random(1).nextBytes(noise);
    byte[] slope = new byte[3 * 320 * 320];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = (byte) (i / 3 % 320 / 16);
    }

    assertThat(find(noise, Level.GOOD)).isLessThan(Level.GOOD.percent());
    assertThat(find(slope, Level.GOOD)).isGreaterThanOrEqualTo(Level.GOOD.percent());
  }

  @Test
  void neverExceedsASourceThatIsAJpeg() {
    QualityAim aim = new QualityAim(Level.BEST, AutomaticQuality.MEASURED, 40);

    assertThat(find(Corpus.read("shop.jpg"), ImageFormat.JPEG, aim)).hasValue(40);
  }

  @ParameterizedTest
  @CsvSource({
    "alpha.png, WEBP, MEASURED, true",
    "frames.gif, WEBP, MEASURED, true",
    "grey.jpg, JPEG, MEASURED, true",
    "beer.jpg, JPEG, TABLE, true",
    "beer.jpg, PNG, MEASURED, false"
  })
  void saysHowItWasFound(String file, ImageFormat format, AutomaticQuality way, boolean lossy) {
    RenderPlan.Encode how = encode(format, new QualityAim(Level.ECO, way, 100));
    try (ImageBytes source = NettyBuffers.copyOf(Corpus.read(file))) {
      RenderedImage image =
          new Renderer(TestVips.open()).render(Rendering.of(file).to(how).job(source));
      image.bytes().close();

      assertThat(image.quality().map(SettledQuality::way))
          .isEqualTo(lossy ? Optional.of(way) : Optional.empty());
      if (way == AutomaticQuality.TABLE) {
        assertThat(image.quality()).contains(new SettledQuality(Level.ECO, way, 60));
      }
    }
  }

  @Test
  void stopsBetweenTrials() {
    Checkpoint gone =
        () -> {
          throw new FaultException(new Fault.ClientGone());
        };
    try (VipsScope scope = TestVips.open().openScope()) {
      VipsImage picture = scope.black(100);
      QualityAim aim = new QualityAim(Level.GOOD, AutomaticQuality.MEASURED, 100);
      QualitySearch search = search(gone, picture);

      Assertions.assertThatThrownBy(() -> search.find(ImageFormat.JPEG, Writing.plain(70), aim))
          .isInstanceOf(FaultException.class);
    }
  }

  @Test
  void leavesAPictureWithoutAWindowToTheTable() {
    try (VipsScope scope = TestVips.open().openScope()) {
      QualityAim aim = new QualityAim(Level.GOOD, AutomaticQuality.MEASURED, 100);

      assertThat(search(() -> {}, scope.black(7)).find(ImageFormat.JPEG, Writing.plain(70), aim))
          .isEmpty();
    }
  }

  private static RenderPlan.Encode measured(ImageFormat format, Level level) {
    return encode(format, new QualityAim(level, AutomaticQuality.MEASURED, 100));
  }

  private static RenderPlan.Encode encode(ImageFormat format, QualityAim aim) {
    Writing writing = Writing.plain(aim.level().percent());
    return new RenderPlan.Encode(List.of(format), writing, Optional.of(aim), false, false);
  }

  private static OptionalInt find(byte[] jpeg, ImageFormat format, Level level) {
    return find(jpeg, format, new QualityAim(level, AutomaticQuality.MEASURED, 100));
  }

  private static OptionalInt find(byte[] jpeg, ImageFormat format, QualityAim aim) {
    try (VipsScope scope = TestVips.open().openScope();
        ImageBytes bytes = NettyBuffers.copyOf(jpeg)) {
      VipsImage picture =
          scope.operation("jpegload_buffer").bytes("buffer", bytes).toImage().inMemory();
      return search(() -> {}, picture).find(format, Writing.plain(70), aim);
    }
  }

  /** Of a square of 320 pixels. */
  private static int find(byte[] pixels, Level level) {
    try (VipsScope scope = TestVips.open().openScope()) {
      QualityAim aim = new QualityAim(level, AutomaticQuality.MEASURED, 100);
      return search(() -> {}, scope.picture(320, 320, 3, pixels).inMemory())
          .find(ImageFormat.JPEG, Writing.plain(level.percent()), aim)
          .orElseThrow();
    }
  }

  private static QualitySearch search(Checkpoint checkpoint, VipsImage picture) {
    return new QualitySearch(
        TestVips.open(), new FormatWriter(TestVips.open()), checkpoint, picture);
  }
}
