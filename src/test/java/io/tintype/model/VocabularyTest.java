package io.tintype.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The model refuses bad values: reaching that line is a bug of a dialect. */
class VocabularyTest {
  @ParameterizedTest
  @MethodSource("badValues")
  void refusesBadValues(ThrowingCallable bad) {
    assertThatIllegalArgumentException().isThrownBy(bad);
  }

  static Stream<ThrowingCallable> badValues() {
    return Stream.of(
        () -> new Color(256, 0, 0, 1),
        () -> new Color(0, -1, 0, 1),
        () -> new Color(0, 0, 300, 1),
        () -> new Color(0, 0, 0, 1.01),
        () -> new Color(0, 0, 0, -0.1),
        () -> new Color(0, 0, 0, Double.NaN),
        () -> new Extent.Pixels(0),
        () -> new Extent.OfSource(0),
        () -> new Extent.OfSource(1.5),
        () -> new Extent.OfSource(Double.NaN),
        () -> new Box(Extent.AUTO, Extent.AUTO, -1, 1),
        () -> new Box(Extent.AUTO, Extent.AUTO, Double.POSITIVE_INFINITY, 1),
        () -> new Box(Extent.AUTO, Extent.AUTO, 0, 0),
        () -> new Box(Extent.AUTO, Extent.AUTO, 0, 101),
        () -> new Box(Extent.AUTO, Extent.AUTO, 0, Double.NaN),
        () -> new Step.Rotate(Double.NaN, Color.BLACK),
        () -> new Step.Rotate(Double.NEGATIVE_INFINITY, Color.BLACK),
        () -> new FormatChoice.Exactly(ImageFormat.HEIC),
        () -> new Output(FormatChoice.AUTOMATIC, OptionalInt.of(0)),
        () -> new Output(FormatChoice.AUTOMATIC, OptionalInt.of(101)));
  }

  @Test
  void keepsStepsFromChangingLater() {
    List<Step> steps = new ArrayList<>();
    Transformation transformation = new Transformation(steps, Output.DEFAULT);

    steps.add(new Step.Flatten(Color.BLACK));

    assertThat(transformation.steps()).isEmpty();
  }

  @Test
  void knowsWhichColoursHideWhatIsBehind() {
    assertThat(Color.WHITE.isOpaque()).isTrue();
    assertThat(Color.CLEAR.isOpaque()).isFalse();
    assertThat(new Color(0, 0, 0, 0.99).isOpaque()).isFalse();
  }

  @Test
  void findsFormatsByExtension() {
    assertThat(ImageFormat.ofExtension("JPEG")).contains(ImageFormat.JPEG);
    assertThat(ImageFormat.ofExtension("tif")).contains(ImageFormat.TIFF);
    assertThat(ImageFormat.ofExtension("")).isEmpty();
    for (ImageFormat format : ImageFormat.values()) {
      assertThat(ImageFormat.ofExtension(format.extension())).contains(format);
    }
  }

  @Test
  void placesTheNineAnchors() {
    assertThat(Gravity.Direction.TOP_RIGHT.horizontal()).isEqualTo(1);
    assertThat(Gravity.Direction.TOP_RIGHT.vertical()).isEqualTo(-1);
    assertThat(Gravity.CENTER).isEqualTo(new Gravity.Compass(Gravity.Direction.CENTER));
  }
}
