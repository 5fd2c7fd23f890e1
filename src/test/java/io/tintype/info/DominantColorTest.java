package io.tintype.info;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DominantColorTest {
  @ParameterizedTest
  @CsvSource({
    "102030ff, #102030",
    "ff0000ff 00ff00ff ff0000ff, #ff0000",
    // Nearly equal colours count together, and their mean is the answer.
    "f0f0f0ff f2f4f6ff 00000aff, #f1f2f3",
    // A faint crowd weighs less than one that can be seen.
    "00ff0010 00ff0010 0000ffff, #0000ff",
    "00ff0000 0000ff00, ''",
  })
  void isWhatMostOfThePictureHas(String pixels, String color) {
    ByteBuffer rgba = ByteBuffer.wrap(HexFormat.of().parseHex(pixels.replace(" ", "")));

    assertThat(DominantColor.of(rgba).orElse("")).isEqualTo(color);
  }
}
