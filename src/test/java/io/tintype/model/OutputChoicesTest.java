package io.tintype.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tintype.model.FormatChoice.Form;
import io.tintype.model.QualityChoice.Level;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How formats and qualities may be wished for. */
class OutputChoicesTest {
  @ParameterizedTest
  @CsvSource({"BEST, SENSITIVE", "SENSITIVE, GOOD", "GOOD, ECO", "ECO, LOW", "LOW, LOW"})
  void findsTheNextLowerLevel(Level level, Level lower) {
    assertThat(level.lower()).isEqualTo(lower);
    assertThat(level.similarity()).isGreaterThanOrEqualTo(lower.similarity());
    assertThat(level.percent()).isGreaterThanOrEqualTo(lower.percent());
  }

  @ParameterizedTest
  @MethodSource
  void namesTheOnlyFormatThatWillDo(FormatChoice wish, Optional<ImageFormat> format) {
    assertThat(FormatChoice.named(wish)).isEqualTo(format);
  }

  static Stream<Arguments> namesTheOnlyFormatThatWillDo() {
    return Stream.of(
        arguments(new FormatChoice.Exactly(ImageFormat.WEBP), Optional.of(ImageFormat.WEBP)),
        arguments(new FormatChoice.Special(Form.MOVING_PNG), Optional.of(ImageFormat.PNG)),
        arguments(new FormatChoice.Special(Form.BILEVEL_TIFF), Optional.of(ImageFormat.TIFF)),
        arguments(FormatChoice.always(ImageFormat.GIF), Optional.of(ImageFormat.GIF)),
        arguments(FormatChoice.always(ImageFormat.JPEG), Optional.of(ImageFormat.JPEG)),
        arguments(new FormatChoice.Automatic(), Optional.empty()),
        arguments(new FormatChoice.OfSource(), Optional.empty()),
        arguments(new FormatChoice.JpegIfOpaque(new FormatChoice.OfSource()), Optional.empty()),
        arguments(new FormatChoice.Placeholder(FormatChoice.Kind.BLURHASH), Optional.empty()));
  }
}
