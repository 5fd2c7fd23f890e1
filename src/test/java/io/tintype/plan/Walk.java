package io.tintype.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.Corners;
import io.tintype.model.Limits;
import io.tintype.model.Quadrangle.Point;
import java.util.List;
import java.util.function.Supplier;

/** Follows planned steps with a picture's size only, and finds fault with what cannot be done. */
final class Walk {
  private final Supplier<String> what;
  private final int frames;
  private long width;
  private long height;
  private boolean alpha;

  Walk(Supplier<String> what, int frames, long width, long height, boolean alpha) {
    this.what = what;
    this.frames = frames;
    this.width = width;
    this.height = height;
    this.alpha = alpha;
  }

  long width() {
    return width;
  }

  long height() {
    return height;
  }

  boolean alpha() {
    return alpha;
  }

  void run(List<PlannedStep> steps, double shrink) {
    steps.forEach(this::step);
    if (shrink > 1) {
      PlannedStep first =
          steps.stream()
              .filter(step -> !(step instanceof PlannedStep.Orient))
              .findFirst()
              .orElseThrow();
      assertThat(first)
          .as(what)
          .isInstanceOfAny(PlannedStep.Scale.class, PlannedStep.BlurredCanvas.class);
    }
  }

  private void step(PlannedStep step) {
    Supplier<String> here = () -> what.get() + " at " + step;
    switch (step) {
      case PlannedStep.Orient(var orientation) -> turn(orientation >= 5);
      case PlannedStep.Scale(var toWidth, var toHeight) -> become(toWidth, toHeight);
      case PlannedStep.Cut cut -> cut(cut, here);
      case PlannedStep.Canvas canvas -> {
        inside(canvas.left(), canvas.top(), canvas.width(), canvas.height(), here);
        become(canvas.width(), canvas.height());
        alpha |= !canvas.background().isOpaque();
      }
      case PlannedStep.DominantCanvas canvas -> {
        inside(canvas.left(), canvas.top(), canvas.width(), canvas.height(), here);
        become(canvas.width(), canvas.height());
      }
      case PlannedStep.BlurredCanvas canvas -> onItself(canvas, here);
      case PlannedStep.Turn(var quarters) -> {
        assertThat(quarters).as(here).isBetween(1, 3);
        turn(quarters != 2);
      }
      case PlannedStep.Spin spin -> {
        assertThat(spin.degrees()).as(here).isStrictlyBetween(0.0, 360.0);
        become(spin.width(), spin.height());
        alpha |= !spin.background().isOpaque();
      }
      case PlannedStep.Flip(var leftRight, var topBottom) ->
          assertThat(leftRight || topBottom).as(here).isTrue();
      case PlannedStep.Tone tone -> {
        tone(tone, here);
        alpha |= tone instanceof PlannedStep.Adjust(var adjustment) && adjustment.fades();
      }
      case PlannedStep.CastShadow shadow -> {
        assertThat(shadow.strength()).as(here).isPositive();
        inside(shadow.left(), shadow.top(), shadow.width(), shadow.height(), here);
        become(shadow.width(), shadow.height());
        alpha = true;
      }
      case PlannedStep.Perspective moved -> {
        for (Point corner :
            List.of(
                moved.corners().topLeft(),
                moved.corners().topRight(),
                moved.corners().bottomRight(),
                moved.corners().bottomLeft())) {
          assertThat(corner.x()).as(here).isBetween(0, moved.width());
          assertThat(corner.y()).as(here).isBetween(0, moved.height());
        }
        become(moved.width(), moved.height());
        alpha = true;
      }
      case PlannedStep.Arc arc -> {
        assertThat(arc.degrees()).as(here).isNotZero();
        become(arc.width(), arc.height());
        alpha = true;
      }
      case PlannedStep.Tile tile -> {
        assertThat(tile.left() >= 0 && tile.left() < width).as(here).isTrue();
        assertThat(tile.top() >= 0 && tile.top() < height).as(here).isTrue();
        become(tile.width(), tile.height());
      }
      case PlannedStep.Gradient gradient -> assertThat(gradient.length()).as(here).isPositive();
      case PlannedStep.Shadow _ -> {
        assertThat(alpha).as(here).isTrue();
        assertThat(width * height).as(here).isLessThanOrEqualTo(2_000_000);
      }
      case PlannedStep.Overlay(var layer) -> overlay(layer, here);
      case PlannedStep.RoundCorners(var radii) -> {
        rounded(radii, here);
        alpha = true;
      }
      case PlannedStep.Ellipse() -> alpha = true;
      case PlannedStep.Fade(var opacity) -> {
        assertThat(opacity).as(here).isLessThan(1);
        alpha = true;
      }
      case PlannedStep.Fill(var background) -> {
        assertThat(alpha && background.alpha() > 0).as(here).isTrue();
        alpha = !background.isOpaque();
      }
    }
    assertThat(Math.min(width, height)).as(here).isPositive();
    assertThat(width * height * frames).as(here).isLessThanOrEqualTo(Limits.DEFAULT.resultPixels());
  }

  private void cut(PlannedStep.Cut cut, Supplier<String> here) {
    assertThat(cut.left() >= 0 && cut.left() + cut.width() <= width).as(here).isTrue();
    assertThat(cut.top() >= 0 && cut.top() + cut.height() <= height).as(here).isTrue();
    become(cut.width(), cut.height());
  }

  private void onItself(PlannedStep.BlurredCanvas canvas, Supplier<String> here) {
    assertThat(canvas.sigma()).as(here).isNotNegative();
    become(canvas.fit().width(), canvas.fit().height());
    PlannedStep.Cut window = canvas.window();
    inside(canvas.left(), canvas.top(), window.width(), window.height(), here);
    become(canvas.cover().width(), canvas.cover().height());
    cut(window, here);
  }

  private void tone(PlannedStep.Tone tone, Supplier<String> here) {
    switch (tone) {
      case PlannedStep.Blur(var sigma) -> assertThat(sigma).as(here).isGreaterThanOrEqualTo(0.2);
      case PlannedStep.Sharpen(var amount) -> assertThat(amount.orElse(1)).as(here).isPositive();
      case PlannedStep.UnsharpMask mask -> assertThat(mask.amount()).as(here).isPositive();
      case PlannedStep.Colorize tint -> assertThat(tint.intensity()).as(here).isPositive();
      case PlannedStep.Adjust(var adjustment) ->
          assertThat(alpha || !adjustment.needsAlpha()).as(here).isTrue();
      case PlannedStep.Within(var region, var inside) -> {
        assertThat(region.left() >= 0 && region.left() + region.width() <= width).as(here).isTrue();
        assertThat(region.top() >= 0 && region.top() + region.height() <= height).as(here).isTrue();
        tone(inside, here);
      }
      case PlannedStep.Grayscale _, PlannedStep.StretchContrast _, PlannedStep.ReplaceColor _ -> {}
    }
  }

  private void rounded(Corners radii, Supplier<String> here) {
    for (int radius :
        List.of(radii.topLeft(), radii.topRight(), radii.bottomRight(), radii.bottomLeft())) {
      assertThat((long) radius).as(here).isBetween(0L, Math.min(width, height) / 2);
    }
  }

  private void overlay(PlannedLayer layer, Supplier<String> here) {
    switch (layer.material()) {
      case Material.Block(var blockWidth, var blockHeight, _) ->
          layer(layer, blockWidth, blockHeight, here);
      // How large the others are, only the probe has said.
      case Material.Picture _, Material.Words _, Material.Source _ -> {}
    }
    switch (layer.blend()) {
      case OVER, MULTIPLY, SCREEN, OVERLAY, UNDER -> placed(layer, here);
      case CUTOUT, MASK -> {
        placed(layer, here);
        alpha = true;
      }
      case CUTTER -> {
        placed(layer, here);
        become(layer.width(), layer.height());
        alpha = true;
      }
      case DISPLACE -> assertThat(layer.left() != 0 || layer.top() != 0).as(here).isTrue();
    }
  }

  private static void layer(
      PlannedLayer layer, int fromWidth, int fromHeight, Supplier<String> here) {
    Walk walk = new Walk(here, 1, fromWidth, fromHeight, true);
    walk.run(layer.steps(), layer.shrink());
    assertThat(walk.width).as(here).isEqualTo(layer.width());
    assertThat(walk.height).as(here).isEqualTo(layer.height());
  }

  private void placed(PlannedLayer layer, Supplier<String> here) {
    placed(layer.left(), layer.width(), width, here);
    placed(layer.top(), layer.height(), height, here);
  }

  /** Inside, or over the whole side. */
  private static void placed(long start, long side, long full, Supplier<String> here) {
    assertThat(start).as(here).isBetween(Math.min(0, full - side), Math.max(0, full - side));
  }

  private void inside(int left, int top, int canvasWidth, int canvasHeight, Supplier<String> here) {
    assertThat(left >= 0 && left + width <= canvasWidth).as(here).isTrue();
    assertThat(top >= 0 && top + height <= canvasHeight).as(here).isTrue();
  }

  private void turn(boolean lying) {
    if (lying) {
      become(/* toWidth= */ height, /* toHeight= */ width);
    }
  }

  private void become(long toWidth, long toHeight) {
    width = toWidth;
    height = toHeight;
  }
}
