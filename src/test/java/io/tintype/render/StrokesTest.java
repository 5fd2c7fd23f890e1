package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.Color;
import io.tintype.model.Text;
import io.tintype.plan.PlannedText;
import io.tintype.plan.PlannedText.Spacing;
import io.tintype.vips.Decoded;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Borders of letters, and spaces between letters and lines. */
class StrokesTest {
  private static final Color RED = Color.opaque(255, 0, 0);

  @Test
  void makesTheBoxLargerOnEverySide() {
    Decoded plain = written("I", Spacing.USUAL);
    Decoded stroked = written("I", new Spacing(0, 0, Optional.of(new Text.Stroke(3, RED))));

    assertThat(stroked.width()).isEqualTo(plain.width() + 6);
    assertThat(stroked.height()).isEqualTo(plain.height() + 6);
    for (int y = 3; y < stroked.height() - 3; y++) {
      assertThat(stroked.isAbout(1, y, 8, 255, 0, 0)).as("edge at %d", y).isTrue();
    }
    assertThat(stroked.isAbout(stroked.width() / 2, stroked.height() / 2, 2, 0, 0, 0)).isTrue();
  }

  @Test
  void movesLettersApart() {
    int plain = written("IIII", Spacing.USUAL).width();

    assertThat(written("IIII", new Spacing(10, 0, Optional.empty())).width()).isEqualTo(plain + 30);
  }

  @Test
  void movesLinesApart() {
    int plain = written("I\nI\nI", Spacing.USUAL).height();

    assertThat(written("I\nI\nI", new Spacing(0, 12, Optional.empty())).height())
        .isEqualTo(plain + 24);
    assertThat(written("I\nI\nI", new Spacing(0, -5, Optional.empty())).height())
        .isEqualTo(plain - 10);
  }

  private static Decoded written(String words, Spacing spacing) {
    return Scene.of(
            new PlannedText(
                words,
                new Text.Family("Roboto"),
                40,
                Color.BLACK,
                OptionalInt.empty(),
                Text.Alignment.LEFT,
                new PlannedText.Insets(0, 0, 0, 0),
                Color.CLEAR,
                Set.of(),
                OptionalInt.empty(),
                spacing))
        .decoded();
  }
}
