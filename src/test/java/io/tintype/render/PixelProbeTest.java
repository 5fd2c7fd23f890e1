package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.fault.Fault;
import io.tintype.model.Color;
import io.tintype.model.ImageFormat;
import io.tintype.plan.Dimensions;
import io.tintype.plan.Material;
import io.tintype.plan.PlannedStep;
import io.tintype.plan.PlannedStep.Cut;
import io.tintype.plan.PlannedStep.Scale;
import io.tintype.plan.Probe;
import io.tintype.plan.Progress;
import io.tintype.plan.Region;
import io.tintype.plan.SourceHeader;
import io.tintype.testing.Corpus;
import io.tintype.vips.Decoded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PixelProbeTest {
  private static final byte[] SPOT =
      Raster.of(60, 40, (x, y) -> x >= 20 && x < 35 && y >= 8 && y < 30 ? 0xff204080 : 0xffffffff)
          .png(false);

  @Test
  void findsEdgesAndGoesOnFromThere() {
    Decoded cut =
        Scene.of(SPOT)
            .planned(
                (_, probe) -> {
                  Region region = probe.trimmed(source(1), 10);
                  return List.of(
                      new Cut(region.left(), region.top(), region.width(), region.height()));
                })
            .decoded();

    assertThat(List.of(cut.width(), cut.height())).containsExactly(15, 22);
    assertThat(cut.color(0, 0)).isEqualTo("#204080");
    assertThat(cut.color(14, 21)).isEqualTo("#204080");
  }

  @Test
  void looksAtThePictureAfterTheStepsSoFar() {
    Region region =
        asked(Scene.of(SPOT), probe -> probe.trimmed(source(1, new Cut(10, 0, 50, 20)), 10));

    assertThat(region).isEqualTo(new Region(10, 8, 15, 12));
  }

  @Test
  void findsNothingToTrimInAnEvenPicture() {
    Region region =
        asked(
            Scene.of(Raster.plain(30, 20, 0xff00ff00).png(false)),
            probe -> probe.trimmed(source(1), 10));

    assertThat(region).isEqualTo(new Region(0, 0, 30, 20));
  }

  @Test
  void trimsLayersToo() {
    Region region =
        asked(
            Scene.of(Raster.plain(1, 1, 0).png(true)).with("spot", SPOT),
            probe -> probe.trimmed(new Progress(Scene.picture("spot"), 1, 1, List.of()), 10));

    assertThat(region).isEqualTo(new Region(20, 8, 15, 22));
  }

  @Test
  void trimsAnimationsToWhatAnyFrameNeeds() {
    Scene scene = Scene.of(Corpus.read("frames.gif")).to(ImageFormat.GIF);
    List<Region> regions = new ArrayList<>();
    scene
        .planned(
            (header, probe) -> {
              regions.add(probe.trimmed(source(header.frames()), 10));
              regions.add(probe.trimmed(source(1), 10));
              return List.of();
            })
        .decoded();

    Region all = regions.getFirst();
    Region first = regions.getLast();
    assertThat(all.left()).isLessThanOrEqualTo(first.left());
    assertThat(all.left() + all.width()).isGreaterThanOrEqualTo(first.left() + first.width());
  }

  @Test
  void findsWhatDrawsAttention() {
    Raster busy =
        Raster.of(200, 60, (x, y) -> x > 150 && (x + y) % 2 == 0 ? 0xffff2000 : 0xff808080);
    Region region =
        asked(
            Scene.of(busy.png(false)), probe -> probe.attention(source(1), new Dimensions(60, 60)));

    assertThat(region.left()).isGreaterThan(110);
    assertThat(List.of(region.width(), region.height())).containsExactly(60, 60);
  }

  @Test
  void asksTheDetectorForThingsInAPictureOfBoundedSize() {
    byte[] large = Raster.plain(2048, 1000, 0xff102030).png(false);
    AtomicReference<String> seen = new AtomicReference<>("");
    Detector detector =
        (names, width, height, rgb) -> {
          seen.set(
              "%s %dx%d %d %d,%d,%d"
                  .formatted(names, width, height, rgb.length, rgb[0], rgb[1], rgb[2]));
          return List.of(new Region(100, 50, 20, 10), new Region(1020, 495, 50, 50));
        };

    Optional<List<Region>> found =
        asked(
            Scene.of(large).detecting(detector), probe -> probe.objects(source(1), Set.of("dog")));

    assertThat(seen.get()).isEqualTo("[dog] 1024x500 1536000 16,32,48");
    assertThat(found.orElseThrow())
        .containsExactly(new Region(200, 100, 40, 20), new Region(2040, 990, 8, 10));
  }

  @Test
  void saysThatNothingCanLookForThings() {
    Optional<List<Region>> found =
        asked(Scene.of(SPOT), probe -> probe.objects(source(1), Set.of("face")));

    assertThat(found).isEmpty();
  }

  @Test
  void readsHeadersOfLayers() {
    SourceHeader header =
        asked(
            Scene.of(SPOT).with("layer", Corpus.read("frames.webp")),
            probe -> probe.header((Material.Picture) Scene.picture("layer")));

    assertThat(header.format()).isEqualTo(ImageFormat.WEBP);
    assertThat(header.frames()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"frames.gif", "frames.webp"})
  void showsOneFrame(String source) {
    Decoded all = Scene.of(Corpus.read(source)).to(ImageFormat.GIF).decoded();
    Decoded second = Scene.of(Corpus.read(source)).page(2).decoded();
    int height = all.height() / all.frames();

    assertThat(List.of(second.width(), second.height())).containsExactly(all.width(), height);
    assertThat(second.frames()).isEqualTo(1);
    assertThat(
            second.isAbout(
                2,
                2,
                24,
                all.at(2, height + 2, 0),
                all.at(2, height + 2, 1),
                all.at(2, height + 2, 2)))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"frames.gif, 99", "frames.webp, 99", "card.png, 2", "card.jpg, 2", "card.tiff, 2"})
  void refusesPagesThatAreNotThere(String source, int page) {
    assertThat(Scene.of(Corpus.read(source)).page(page).fault())
        .isInstanceOfSatisfying(
            Fault.InvalidArgument.class,
            fault -> assertThat(fault.value()).isEqualTo(Integer.toString(page)));
  }

  @Test
  void blamesTheSourceThatTurnsOutDamagedWhileItIsLookedAt() {
    byte[] whole = Corpus.read("beer.jpg");
    Scene scene =
        Scene.of(Arrays.copyOf(whole, whole.length / 2))
            .planned(
                (_, probe) -> {
                  probe.trimmed(source(1), 10);
                  return List.of();
                });

    assertThat(scene.fault()).isInstanceOf(Fault.CorruptSource.class);
  }

  @Test
  void continuesOneStepAfterTheOther() {
    PlannedStep smaller = new Scale(30, 20);
    PlannedStep canvas = new PlannedStep.Canvas(5, 5, 50, 40, Color.WHITE);
    Decoded picture =
        Scene.of(SPOT)
            .planned(
                (_, probe) -> {
                  Region one = probe.trimmed(source(1, smaller), 10);
                  Region two = probe.trimmed(source(1, smaller, canvas), 10);
                  assertThat(two.left()).isEqualTo(one.left() + 5);
                  return List.of(smaller, canvas);
                })
            .decoded();

    assertThat(List.of(picture.width(), picture.height())).containsExactly(50, 40);
  }

  private static Progress source(int frames, PlannedStep... steps) {
    return new Progress(new Material.Source(), 1, frames, List.of(steps));
  }

  private static <T> T asked(Scene scene, Function<Probe, T> question) {
    List<T> answers = new ArrayList<>();
    scene
        .planned(
            (_, probe) -> {
              answers.add(question.apply(probe));
              return List.of();
            })
        .decoded();
    return answers.getFirst();
  }
}
