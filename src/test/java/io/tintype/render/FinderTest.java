package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.plan.Dimensions;
import io.tintype.plan.Region;
import io.tintype.vips.TestVips;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where edges end, and where attention goes. */
class FinderTest {
  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4"})
  void findsWhereTheEdgesEnd(int bands) {
    Picture framed =
        Picture.of(
            60,
            50,
            bands,
            (x, y, band) ->
                bands % 2 == 0 && band == bands - 1
                    ? 255
                    : x >= 12 && x < 45 && y >= 8 && y < 41 ? 200 - 30 * band : 40);

    assertThat(trimmed(framed, 10)).isEqualTo(new Region(12, 8, 33, 33));
  }

  @Test
  void countsOpacityAsMuchAsColor() {
    Picture dark =
        Picture.of(
            60,
            50,
            4,
            (x, y, band) -> band == 3 && x >= 20 && x < 40 && y >= 10 && y < 30 ? 255 : 0);

    assertThat(trimmed(dark, 10)).isEqualTo(new Region(20, 10, 20, 20));
  }

  @ParameterizedTest
  @CsvSource({"10, 20", "40, 0"})
  void toleratesSmallDifferences(int tolerance, int left) {
    Picture steps =
        Picture.of(60, 40, 3, (x, y, band) -> x < 20 ? 100 : x < 40 && y < 39 ? 130 : 100);

    assertThat(trimmed(steps, tolerance).left()).isEqualTo(left);
    assertThat(trimmed(Picture.plain(9, 7, 1, 2, 3), tolerance)).isEqualTo(new Region(0, 0, 9, 7));
  }

  @Test
  void keepsWhatAnyFrameNeeds() {
    try (VipsScope scope = TestVips.open().openScope()) {
      List<VipsImage> frames = List.of(dot(scope, 10, 5), dot(scope, 30, 20), dot(scope, -20, 0));

      assertThat(EdgeFinder.region(frames, 10)).isEqualTo(new Region(10, 5, 26, 21));
    }
  }

  @ParameterizedTest
  @CsvSource({"20, 100", "150, 40", "90, 90"})
  void looksWhereSomethingIs(int x, int y) {
    Picture dull =
        Picture.of(
            200,
            150,
            3,
            (px, py, band) ->
                Math.hypot(px - x, py - y) < 12 ? (px * 91 + py * 57) % 2 * 200 : 128);
    try (VipsScope scope = TestVips.open().openScope()) {
      Region window =
          AttentionFinder.region(
              scope.picture(200, 150, 3, dull.samples()), new Dimensions(70, 60));

      assertThat(List.of(window.width(), window.height())).containsExactly(70, 60);
      assertThat(x).isBetween(window.left(), window.left() + 70);
      assertThat(y).isBetween(window.top(), window.top() + 60);
      assertThat(window.left()).isBetween(0, 130);
      assertThat(window.top()).isBetween(0, 90);
    }
  }

  private static Region trimmed(Picture picture, int tolerance) {
    try (VipsScope scope = TestVips.open().openScope()) {
      return EdgeFinder.region(
          scope.picture(picture.width(), picture.height(), picture.bands(), picture.samples()),
          tolerance);
    }
  }

  private static VipsImage dot(VipsScope scope, int left, int top) {
    Picture picture =
        Picture.of(
            60,
            50,
            3,
            (x, y, band) -> x >= left && x < left + 6 && y >= top && y < top + 6 ? 250 : 10);
    return scope.picture(60, 50, 3, picture.samples());
  }
}
