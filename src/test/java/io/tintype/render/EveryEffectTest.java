package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Adjustment;
import io.tintype.model.Color;
import io.tintype.model.Corners;
import io.tintype.model.DitherPattern;
import io.tintype.model.ImageFormat;
import io.tintype.model.Levels;
import io.tintype.model.MorphologyMethod;
import io.tintype.model.Neighbourhood;
import io.tintype.model.OutlineMode;
import io.tintype.model.Quadrangle;
import io.tintype.model.TintStop;
import io.tintype.plan.PlannedStep;
import io.tintype.testing.Corpus;
import io.tintype.vips.Decoded;
import io.tintype.vips.TestVips;
import io.tintype.vips.VipsException;
import io.tintype.vips.VipsMemory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every effect on every kind of source. */
class EveryEffectTest {
  private static final List<String> SOURCES =
      List.of("card.jpg", "grey.jpg", "cmyk.jpg", "wide-gamut.jpg", "deep.png", "alpha.png");
  private static VipsMemory before;

  @BeforeAll
  static void remember() {
    before = TestVips.memoryAtRest();
  }

  @AfterAll
  static void leavesNoPixelBehind() {
    assertThat(TestVips.memorySettledAt(before).bytes()).isEqualTo(before.bytes());
  }

  static Stream<PlannedStep> effects() {
    return Stream.concat(adjustments().map(PlannedStep.Adjust::new), others());
  }

  private static Stream<Adjustment> adjustments() {
    List<Double> swap = List.of(0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0);
    return Stream.of(
        new Adjustment.Matrix(swap, List.of(0.1, 0.0, 0.0)),
        new Adjustment.Gamma(0.5),
        new Adjustment.LabScale(1.1, 0.5),
        new Adjustment.Vibrance(0.5),
        new Adjustment.Value(1.4),
        new Adjustment.Hue(70),
        new Adjustment.BlackWhite(0.5),
        new Adjustment.AutoLevels(Levels.BRIGHTNESS, 0.8),
        new Adjustment.AutoLevels(Levels.CONTRAST, 0.8),
        new Adjustment.AutoLevels(Levels.COLOR, 0.8),
        new Adjustment.Tint(0.5, true, List.of(new TintStop(Color.BLACK, 0))),
        new Adjustment.Tint(0.5, false, List.of(new TintStop(Color.BLACK, 0))),
        new Adjustment.Pixelate(5),
        new Adjustment.Vignette(0.4),
        new Adjustment.FadeEdges(true, true, false, 10, 1),
        new Adjustment.ClearColor(Color.WHITE, 20),
        new Adjustment.ClearBelow(0.5),
        new Adjustment.Outline(OutlineMode.INNER, 3, 0.5, Color.BLACK),
        new Adjustment.Outline(OutlineMode.FILL, 3, 0.5, Color.BLACK),
        new Adjustment.Morphology(
            MorphologyMethod.SMOOTH, new Neighbourhood(Neighbourhood.Shape.DISK, 2.5), 2),
        new Adjustment.Stripes(0.5),
        new Adjustment.Median(2),
        new Adjustment.Dither(DitherPattern.BAYER_4),
        new Adjustment.Cartoon(0.5, 6));
  }

  private static Stream<PlannedStep> others() {
    return Stream.of(
        new PlannedStep.Within(new PlannedStep.Cut(5, 5, 20, 10), new PlannedStep.Blur(3)),
        new PlannedStep.Flip(true, true),
        new PlannedStep.Blur(2),
        new PlannedStep.Grayscale(),
        new PlannedStep.StretchContrast(),
        new PlannedStep.Sharpen(OptionalDouble.empty()),
        new PlannedStep.Sharpen(OptionalDouble.of(1)),
        new PlannedStep.UnsharpMask(2, 2, 0.8, 0.024),
        new PlannedStep.ReplaceColor(
            Color.opaque(0, 128, 128), 30, Optional.of(Color.opaque(255, 0, 0))),
        new PlannedStep.Colorize(Color.opaque(255, 128, 0), 0.5),
        new PlannedStep.Gradient(30, Color.WHITE, Color.CLEAR, 40),
        new PlannedStep.Shadow(2, 0.5, 3, 3),
        new PlannedStep.RoundCorners(new Corners(10, 0, 5, 5)),
        new PlannedStep.Ellipse(),
        new PlannedStep.Fade(0.7));
  }

  @ParameterizedTest
  @MethodSource("effects")
  void keepsTheSizeOfEverySource(PlannedStep effect) {
    for (String source : SOURCES) {
      Decoded plain = Rendering.of(source).decoded();
      Decoded changed = Rendering.of(source).step(effect).decoded();

      assertThat(List.of(changed.width(), changed.height()))
          .as(source)
          .containsExactly(plain.width(), plain.height());
      assertThat(changed.bands()).as(source).isBetween(plain.bands(), 4);
      assertThat(changed.profile()).as(source).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("effects")
  void keepsAnimationsMoving(PlannedStep effect) {
    for (ImageFormat output : List.of(ImageFormat.GIF, ImageFormat.WEBP)) {
      Decoded moving = Rendering.of("frames.gif").step(effect).to(output).decoded();

      assertThat(moving.frames()).isEqualTo(4);
      assertThat(List.of(moving.width(), moving.height())).containsExactly(60, 160);
      assertThat(moving.delays()).containsExactly(100, 200, 300, 400);
      assertThat(moving.loop()).hasValue(3);
    }
  }

  static Stream<PlannedStep> shapes() {
    return Stream.of(
        new PlannedStep.Arc(90, 100, 70),
        new PlannedStep.CastShadow(Color.BLACK, 4, 0.5, 3, 3, 5, 5, 100, 70),
        new PlannedStep.Perspective(
            new Quadrangle(
                new Quadrangle.Point(10, 0),
                new Quadrangle.Point(90, 10),
                new Quadrangle.Point(99, 69),
                new Quadrangle.Point(0, 60)),
            100,
            70),
        new PlannedStep.BlurredCanvas(
            new PlannedStep.Scale(120, 80),
            new PlannedStep.Cut(10, 5, 100, 70),
            3,
            10,
            new PlannedStep.Scale(60, 40),
            20,
            15));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void makesTheCanvasOfEverySource(PlannedStep shape) {
    for (String source : SOURCES) {
      Decoded changed = Rendering.of(source).step(shape).decoded();

      assertThat(List.of(changed.width(), changed.height())).as(source).containsExactly(100, 70);
    }
    Decoded moving = Rendering.of("frames.gif").step(shape).to(ImageFormat.WEBP).decoded();
    assertThat(List.of(moving.width(), moving.height(), moving.frames()))
        .containsExactly(100, 280, 4);
  }

  @Test
  void drawsEveryEffectOnEachFrameAlone() {
    Decoded moving =
        Rendering.of("frames.webp")
            .step(new PlannedStep.Blur(15))
            .step(new PlannedStep.Grayscale())
            .to(ImageFormat.WEBP)
            .quality(95)
            .decoded();

    int height = moving.height() / 4;
    for (int frame = 0; frame < 4; frame++) {
      int middle = moving.at(50, frame * height + height / 2, 0);
      assertThat(moving.at(50, frame * height, 0)).isBetween(middle - 25, middle + 25);
      assertThat(moving.at(50, (frame + 1) * height - 1, 0)).isBetween(middle - 25, middle + 25);
    }
  }

  @Test
  void mirrorsBothWays() {
    Picture source = Picture.noise(20, 13, 7, 4);

    for (boolean leftRight : new boolean[] {true, false}) {
      for (boolean topBottom : new boolean[] {true, false}) {
        Difference.between(
                source.after(new PlannedStep.Flip(leftRight, topBottom)),
                (x, y, band) -> source.at(leftRight ? 12 - x : x, topBottom ? 6 - y : y, band))
            .isAtMost(0, 0);
      }
    }
  }

  @Test
  void runsChainsOfEffects() {
    Rendering rendering = Rendering.of("shop.jpg").shrink(2);
    rendering.step(new PlannedStep.Scale(300, 200));
    effects().forEach(rendering::step);
    rendering.step(new PlannedStep.Scale(100, 50)).step(new PlannedStep.Turn(1));
    effects().forEach(rendering::step);

    Decoded changed = rendering.decoded();

    assertThat(List.of(changed.width(), changed.height(), changed.bands()))
        .containsExactly(50, 100, 4);
  }

  @Test
  void keepsNoMorePicturesInMemoryThanItNeeds() {
    long one = 400L * 400 * 3;
    AtomicInteger steps = new AtomicInteger();
    Rendering rendering = Rendering.of(Picture.waves(400, 400, 3).png());
    for (int i = 0; i < 25; i++) {
      rendering.step(new PlannedStep.Blur(1));
    }
    try (ImageBytes bytes = NettyBuffers.copyOf(Picture.waves(400, 400, 3).png())) {
      RenderJob job = rendering.job(bytes);
      RenderJob watched =
          new RenderJob(
              job.source(),
              job.larder(),
              job.planning(),
              () -> {
                steps.incrementAndGet();
                assertThat(TestVips.open().memory().bytes() - before.bytes()).isLessThan(12 * one);
              },
              job.brake());
      new Renderer(TestVips.open()).render(watched).bytes().close();
    }
    assertThat(steps.get()).isGreaterThan(25);
  }

  @ParameterizedTest
  @MethodSource("effects")
  void stopsWhenNobodyWaitsAnyMore(PlannedStep effect) {
    try (ImageBytes bytes = NettyBuffers.copyOf(Corpus.read("shop.jpg"))) {
      RenderJob job = Rendering.of("shop.jpg").step(effect).job(bytes);
      job.brake().pull();

      assertThatThrownBy(() -> new Renderer(TestVips.open()).render(job))
          .isInstanceOf(VipsException.class);
    }
  }

  @Test
  void asksBetweenStepsWhetherToGoOn() {
    try (ImageBytes bytes = NettyBuffers.copyOf(Corpus.read("card.jpg"))) {
      RenderJob job = Rendering.of("card.jpg").step(new PlannedStep.Blur(3)).job(bytes);
      AtomicInteger asked = new AtomicInteger();
      RenderJob leaving =
          new RenderJob(
              job.source(),
              job.larder(),
              job.planning(),
              () -> {
                if (asked.incrementAndGet() == 3) {
                  throw new FaultException(new Fault.ClientGone());
                }
              },
              job.brake());

      assertThatThrownBy(() -> new Renderer(TestVips.open()).render(leaving))
          .isInstanceOf(FaultException.class);
    }
  }
}
