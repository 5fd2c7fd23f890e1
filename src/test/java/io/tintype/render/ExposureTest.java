package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.model.Backdrop;
import io.tintype.model.Backdrop.Spread;
import io.tintype.model.Color;
import io.tintype.model.ImageFormat;
import io.tintype.model.Metadata;
import io.tintype.plan.Chroma;
import io.tintype.plan.PlannedStep;
import io.tintype.plan.PlannedStep.DominantCanvas;
import io.tintype.plan.PlannedStep.ReplaceColor;
import io.tintype.plan.PlannedStep.StretchContrast;
import io.tintype.plan.Writing;
import io.tintype.vips.Decoded;
import io.tintype.vips.Kept;
import io.tintype.vips.TestVips;
import io.tintype.vips.VipsScope;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Animations whose frames differ: what stands still must not flicker. */
class ExposureTest {
  private static final int SIDE = 20;
  private static final int FRAMES = 3;

  /** Frames of one grey, darker and darker, with a spot that stays the same. */
  private static final int[] GREYS = {180, 120, 60};

  private static final int SPOT = 100;
  private static final Writing EXACT =
      new Writing(80, true, false, Chroma.FULL, false, Metadata.NONE, OptionalInt.empty());

  @Test
  void stretchesAllFramesAlike() {
    Decoded moving = after(spotted(), new StretchContrast());

    double black = LabReference.of(GREYS[2], GREYS[2], GREYS[2])[0];
    double white = LabReference.of(GREYS[0], GREYS[0], GREYS[0])[0];
    for (int frame = 0; frame < FRAMES; frame++) {
      assertLight(moving, 10, 10, frame, SPOT, black, white);
      assertLight(moving, 0, 0, frame, GREYS[frame], black, white);
    }
  }

  @ParameterizedTest
  @EnumSource(Spread.class)
  void padsAllFramesAlike(Spread colors) {
    Decoded moving =
        after(spotted(), new DominantCanvas(5, 5, 30, 30, new Backdrop.Dominant(colors)));

    for (int frame = 1; frame < FRAMES; frame++) {
      for (int x = 0; x < 30; x++) {
        assertThat(moving.color(x, 2 + 30 * frame)).isEqualTo(moving.color(x, 2));
      }
      assertThat(moving.at(6, 6 + 30 * frame, 0)).isEqualTo(GREYS[frame]);
    }
  }

  /** Two of three frames have green edges. */
  @Test
  void countsTheEdgesOfAllFrames() {
    int[][] edges = {{250, 0, 0}, {0, 200, 0}, {0, 200, 0}};
    byte[] animation = marked(edges);

    Decoded moving =
        after(animation, new DominantCanvas(5, 5, 30, 30, new Backdrop.Dominant(Spread.PLAIN)));

    for (int frame = 0; frame < FRAMES; frame++) {
      assertThat(moving.isAbout(2, 2 + 30 * frame, 0, 0, 200, 0)).isTrue();
    }
  }

  @Test
  void replacesTheSameColorInAllFrames() {
    int[][] grounds = {{250, 0, 0}, {0, 0, 250}, {0, 0, 250}};
    byte[] animation = marked(grounds);

    Decoded moving =
        after(animation, new ReplaceColor(Color.opaque(0, 255, 0), 20, Optional.empty()));

    assertThat(moving.isAbout(9, 9, 2, 250, 0, 0)).isTrue();
    assertThat(moving.isAbout(9, 9 + SIDE, 2, 0, 255, 0)).isTrue();
    assertThat(moving.isAbout(9, 9 + 2 * SIDE, 2, 0, 255, 0)).isTrue();
  }

  @Test
  void measuresWhatTheStepsBeforeHaveMade() {
    Decoded moving =
        after(
            spotted(),
            new PlannedStep.Cut(0, 0, 5, 5),
            new DominantCanvas(1, 1, 7, 7, new Backdrop.Dominant(Spread.PLAIN)),
            new PlannedStep.Flip(true, false),
            new StretchContrast());

    assertThat(moving.isAbout(3, 3, 10, 255, 255, 255)).isTrue();
    assertThat(moving.isAbout(3, 3 + 2 * 7, 10, 0, 0, 0)).isTrue();
    assertThat(moving.color(0, 0)).isEqualTo(moving.color(0, 14));
  }

  private static void assertLight(
      Decoded moving, int x, int y, int frame, int grey, double black, double white) {
    double light = LabReference.of(grey, grey, grey)[0];
    double wanted = (light - black) * 100 / (white - black);
    int level = moving.at(x, y + SIDE * frame, 0);
    assertThat(LabReference.of(level, level, level)[0]).isBetween(wanted - 3, wanted + 3);
  }

  private static byte[] spotted() {
    return gif(
        (x, y, frame, band) -> Math.abs(x - 10) < 4 && Math.abs(y - 10) < 4 ? SPOT : GREYS[frame]);
  }

  /** Of these colours; with a mark that moves, since encoders join frames that are equal. */
  private static byte[] marked(int[][] colors) {
    return gif((x, y, frame, band) -> x == 3 + frame && y == 3 ? 255 : colors[frame][band]);
  }

  private static Decoded after(byte[] animation, PlannedStep... steps) {
    Rendering rendering = Rendering.of(animation).to(ImageFormat.WEBP, EXACT);
    for (PlannedStep step : steps) {
      rendering.step(step);
    }
    Decoded moving = rendering.decoded();
    assertThat(moving.frames()).isEqualTo(FRAMES);
    return moving;
  }

  private interface Rule {
    int at(int x, int y, int frame, int band);
  }

  private static byte[] gif(Rule rule) {
    Picture frames =
        Picture.of(SIDE, SIDE * FRAMES, 3, (x, y, band) -> rule.at(x, y % SIDE, y / SIDE, band));
    try (VipsScope scope = TestVips.open().openScope();
        ImageBytes gif =
            scope
                .picture(SIDE, SIDE * FRAMES, 3, frames.samples())
                .editHeader()
                .set("page-height", SIDE)
                .done()
                .saver("gifsave_buffer", Kept.NOTHING)
                .number("dither", 0)
                .integer("bitdepth", 8)
                .toBytes()) {
      return NettyBuffers.view(gif).getBytes();
    }
  }
}
