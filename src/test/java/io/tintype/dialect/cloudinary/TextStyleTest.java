package io.tintype.dialect.cloudinary;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.Text.Alignment;
import io.tintype.model.Text.Style;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextStyleTest {
  @ParameterizedTest
  @CsvSource({
    "Arial_40, Arial, 40",
    "Arial_40px_bold, Arial, 40",
    "My_Font_12.5_italic, My_Font, 12.5",
    "Times New Roman_90_bold_700, Times New Roman, 90",
    "Roboto@google_18_300, Roboto@google, 18"
  })
  void hasAFamilyAndASize(String text, String family, double size) {
    TextStyle style = TextStyle.read(text).orElseThrow();

    assertThat(style.family()).isEqualTo(family);
    assertThat(style.size()).isEqualTo(size);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Arial", "_40", "Arial_bold", "Arial_40bold", "Arial_9999999"})
  void isNoneWithoutASize(String text) {
    assertThat(TextStyle.read(text)).isEmpty();
  }

  @Test
  void takesWordsInAnyOrder() {
    TextStyle style =
        TextStyle.read(
                "Arial_40_right_line_spacing_-10_underline_antialias_best_letter_spacing_2.5"
                    + "_stroke_bold_60_blue_italic")
            .orElseThrow();

    assertThat(style.styles()).containsExactlyInAnyOrder(Style.BOLD, Style.ITALIC, Style.UNDERLINE);
    assertThat(style.alignment()).isEqualTo(Alignment.RIGHT);
    assertThat(style.letterSpacing()).isEqualTo(2.5);
    assertThat(style.lineSpacing()).isEqualTo(OptionalDouble.of(-10));
    assertThat(style.isStroked()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "100, false",
    "400, false",
    "normal, false",
    "light, false",
    "600, true",
    "700, true",
    "900, true",
    "bold, true",
    "black, true"
  })
  void isBoldWhereItIsHeavy(String weight, boolean bold) {
    assertThat(TextStyle.read("Lato_10_" + weight).orElseThrow().styles().contains(Style.BOLD))
        .isEqualTo(bold);
  }
}
