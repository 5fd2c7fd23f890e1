package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.Backdrop;
import io.tintype.model.Backdrop.Area;
import io.tintype.model.Backdrop.Spread;
import io.tintype.model.Color;
import io.tintype.plan.PlannedStep.Blur;
import io.tintype.plan.PlannedStep.BlurredCanvas;
import io.tintype.plan.PlannedStep.Cut;
import io.tintype.plan.PlannedStep.DominantCanvas;
import io.tintype.plan.PlannedStep.Scale;
import io.tintype.vips.Decoded;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackdropsTest {
  /** Green edges with some red in them; blue inside. */
  private static final Picture FRAMED =
      Picture.of(
          20,
          10,
          3,
          (x, y, band) -> {
            boolean edge = x == 0 || y == 0 || x == 19 || y == 9;
            int[] color =
                edge
                    ? x < 4 ? new int[] {250, 0, 0} : new int[] {0, 250, 0}
                    : new int[] {0, 0, 250};
            return color[band];
          });

  @Test
  void padsWithTheMostFrequentColorOfTheEdges() {
    Decoded padded =
        FRAMED.after(new DominantCanvas(5, 0, 30, 10, new Backdrop.Dominant(Spread.PLAIN)));

    assertThat(List.of(padded.width(), padded.height(), padded.bands())).containsExactly(30, 10, 3);
    assertThat(padded.color(0, 0)).isEqualTo("#00fa00");
    assertThat(padded.color(29, 9)).isEqualTo("#00fa00");
    assertThat(padded.color(5, 5)).isEqualTo("#fa0000");
    assertThat(padded.color(10, 5)).isEqualTo("#0000fa");
  }

  @Test
  void runsFromOneColorToTheNextAlongTheLargerPadding() {
    Decoded across =
        FRAMED.after(new DominantCanvas(10, 0, 41, 10, new Backdrop.Dominant(Spread.LENGTHWISE)));
    Decoded along =
        FRAMED.after(new DominantCanvas(0, 10, 20, 41, new Backdrop.Dominant(Spread.LENGTHWISE)));

    for (int i = 0; i < 41; i++) {
      if (i < 10 || i >= 30) {
        double red = 250 * i / 40.0;
        assertThat(across.isAbout(i, 5, 1, (int) Math.round(red), (int) Math.round(250 - red), 0))
            .isTrue();
      }
      if (i < 10 || i >= 20) {
        double red = 250 * i / 40.0;
        assertThat(along.isAbout(7, i, 1, (int) Math.round(red), (int) Math.round(250 - red), 0))
            .isTrue();
      }
    }
  }

  @Test
  void givesEveryCornerTheColorThatIsNextToIt() {
    int[][] quarters = {{10, 20, 30}, {200, 0, 0}, {0, 200, 0}, {0, 0, 200}};
    Picture quartered =
        Picture.of(
            20, 20, 3, (x, y, band) -> quarters[y < 10 ? x < 10 ? 0 : 1 : x < 10 ? 3 : 2][band]);

    Decoded padded =
        quartered.after(new DominantCanvas(10, 10, 41, 41, new Backdrop.Dominant(Spread.CORNERS)));

    assertThat(padded.isAbout(0, 0, 0, quarters[0])).isTrue();
    assertThat(padded.isAbout(40, 0, 0, quarters[1])).isTrue();
    assertThat(padded.isAbout(40, 40, 0, quarters[2])).isTrue();
    assertThat(padded.isAbout(0, 40, 0, quarters[3])).isTrue();
    assertThat(padded.isAbout(20, 0, 1, 105, 10, 15)).isTrue();
    assertThat(padded.isAbout(12, 12, 0, quarters[0])).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Spread.class)
  void hasNoColorsWhereEverythingIsTransparent(Spread colors) {
    Decoded padded =
        Picture.of(8, 8, 4, (x, y, band) -> band == 3 && x == 4 && y == 4 ? 255 : 90)
            .after(new DominantCanvas(2, 2, 12, 12, new Backdrop.Dominant(colors)));
    Decoded clear =
        Picture.of(8, 8, 4, (x, y, band) -> band == 3 ? x == 4 && y == 4 ? 255 : 0 : 90)
            .after(new DominantCanvas(2, 2, 12, 12, new Backdrop.Dominant(colors)));

    assertThat(padded.bands()).isEqualTo(4);
    assertThat(clear.color(0, 0)).isEqualTo("#00000000");
    assertThat(clear.color(6, 6)).isEqualTo("#5a5a5aff");
  }

  /** The first of two colours at one end, the second at the other, evenly between. */
  @ParameterizedTest
  @EnumSource(names = {"HORIZONTAL", "VERTICAL", "DESCENDING", "ASCENDING"})
  void runsInTheDirectionAskedFor(Spread direction) {
    Decoded padded =
        FRAMED.after(new DominantCanvas(10, 15, 41, 41, new Backdrop.Dominant(direction)));

    for (int y = 0; y < 41; y++) {
      for (int x = 0; x < 41; x++) {
        double way =
            switch (direction) {
              case HORIZONTAL -> x / 40.0;
              case VERTICAL -> y / 40.0;
              case DESCENDING -> (x + y) / 80.0;
              default -> (x + 40 - y) / 80.0;
            };
        int red = (int) Math.round(250 * way);
        boolean inside = x >= 10 && x < 30 && y >= 15 && y < 25;
        assertThat(inside || padded.isAbout(x, y, 1, red, 250 - red, 0)).isTrue();
      }
    }
  }

  @Test
  void looksAtAllPixelsWhereAsked() {
    Decoded padded = FRAMED.after(canvas(Area.EVERYWHERE, Spread.PLAIN, false));
    Decoded corners = FRAMED.after(canvas(Area.EVERYWHERE, Spread.CORNERS, false));

    assertThat(padded.color(0, 0)).isEqualTo("#0000fa");
    assertThat(corners.isAbout(0, 0, 0, 0, 0, 250)).isTrue();
    assertThat(corners.isAbout(29, 0, 0, 0, 250, 0)).isTrue();
    assertThat(corners.isAbout(29, 19, 0, 250, 0, 0)).isTrue();
    assertThat(corners.isAbout(0, 19, 0, 0, 0, 250)).isTrue();
  }

  /** Green is farther from blue in CIE Lab (258) than red is (176). */
  @Test
  void takesTheColorThatDiffersMostFromTheMostFrequentOne() {
    Decoded edges = FRAMED.after(canvas(Area.EDGES, Spread.PLAIN, true));
    Decoded all = FRAMED.after(canvas(Area.EVERYWHERE, Spread.HORIZONTAL, true));

    assertThat(edges.color(0, 0)).isEqualTo("#fa0000");
    assertThat(all.isAbout(0, 0, 0, 0, 250, 0)).isTrue();
    assertThat(all.isAbout(29, 0, 0, 250, 0, 0)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"250, 250, 240, #000000", "30, 30, 60, #ffffff"})
  void putsPicturesOfOneColorOnBlackOrWhiteForContrast(int red, int green, int blue, String on) {
    Decoded padded =
        Picture.plain(20, 10, red, green, blue).after(canvas(Area.EDGES, Spread.PLAIN, true));

    assertThat(padded.color(0, 0)).isEqualTo(on);
  }

  @Test
  void takesWhatIsNearestInThePalette() {
    List<Color> palette =
        List.of(Color.opaque(0, 0, 128), Color.opaque(255, 99, 71), Color.opaque(34, 139, 34));

    Decoded padded =
        FRAMED.after(
            new DominantCanvas(
                5,
                5,
                30,
                20,
                new Backdrop.Dominant(Area.EDGES, Spread.HORIZONTAL, false, palette)));

    assertThat(padded.isAbout(0, 0, 0, 34, 139, 34)).isTrue();
    assertThat(padded.isAbout(29, 0, 0, 255, 99, 71)).isTrue();
  }

  private static DominantCanvas canvas(Area area, Spread spread, boolean contrast) {
    return new DominantCanvas(
        5, 5, 30, 20, new Backdrop.Dominant(area, spread, contrast, List.of()));
  }

  @Test
  void showsTheBackdropThroughTransparentParts() {
    Picture hole =
        Picture.of(10, 10, 4, (x, y, band) -> band == 3 ? x == 5 && y == 5 ? 0 : 255 : 80);

    Decoded padded =
        hole.after(new DominantCanvas(5, 5, 20, 20, new Backdrop.Dominant(Spread.PLAIN)));

    assertThat(padded.color(10, 10)).isEqualTo("#505050");
  }

  @Test
  void blursTheCoveringPictureBehindTheFittingOne() {
    Picture source = Picture.waves(40, 40, 3);

    Decoded canvas =
        source.after(
            new BlurredCanvas(
                new Scale(80, 80), new Cut(0, 20, 80, 40), 5, 0, new Scale(40, 40), 20, 0));
    Decoded behind = source.after(new Scale(80, 80), new Cut(0, 20, 80, 40), new Blur(5));

    Difference.between(
            canvas,
            (x, y, band) -> x >= 20 && x < 60 ? source.at(x - 20, y, band) : behind.at(x, y, band))
        .isAtMost(0, 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-30, 15, 127.5})
  void brightensTheBackdropInLab(double brightness) {
    Picture plain = Picture.plain(30, 30, 100, 120, 140);
    double[] lab = LabReference.of(100, 120, 140);
    double[] wanted = LabReference.toRgb(lab[0] + brightness, lab[1], lab[2]);

    Decoded canvas =
        plain.after(
            new BlurredCanvas(
                new Scale(60, 60),
                new Cut(0, 0, 60, 40),
                0,
                brightness,
                new Scale(20, 20),
                20,
                10));

    assertThat(canvas.color(30, 20)).isEqualTo("#64788c");
    for (int band = 0; band < 3; band++) {
      assertThat((double) canvas.at(2, 2, band)).isBetween(wanted[band] - 2, wanted[band] + 2);
    }
  }

  @Test
  void blursTransparentPicturesWithoutDarkeningThem() {
    Picture source =
        Picture.of(30, 30, 4, (x, y, band) -> band < 3 ? 200 : x > 5 && x < 20 ? 255 : 0);

    Decoded canvas =
        source.after(
            new BlurredCanvas(
                new Scale(60, 60), new Cut(0, 0, 60, 60), 4, 0, new Scale(30, 30), 15, 15));

    assertThat(canvas.bands()).isEqualTo(4);
    for (int x = 0; x < 60; x++) {
      if (canvas.at(x, 30, 3) > 60) {
        assertThat(canvas.at(x, 30, 0)).isBetween(196, 204);
      }
    }
  }

  @Test
  void countsColorsByBins() {
    ColorCount count = new ColorCount();
    count.add(new byte[] {16, 16, 16, 18, 18, 20, 0, 0, 0}, 3);
    count.add(new byte[] {0, 0, 0, 127, 0, 0, 0, 0}, 4);

    assertThat(count.most(3)).containsExactly(Color.opaque(17, 17, 18), Color.BLACK);
    assertThat(new ColorCount().most(3)).isEmpty();
  }
}
