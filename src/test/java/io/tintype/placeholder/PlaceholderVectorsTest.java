package io.tintype.placeholder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Both hashes agree with the implementations their authors publish. */
class PlaceholderVectorsTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/cases/thumbhash.csv", delimiter = ' ')
  void agreesWithTheAuthorOfThumbHash(int width, int height, boolean clear, String hash) {
    byte[] encoded = ThumbHash.encode(width, height, picture(width, height, clear));

    assertThat(HexFormat.of().formatHex(encoded)).isEqualTo(hash);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/cases/blurhash.csv", delimiter = ' ', quoteCharacter = '\u0000')
  void agreesWithTheAuthorsOfBlurHash(int width, int height, int across, int down, String hash) {
    byte[] rgb = withoutAlpha(picture(width, height, false));

    assertThat(BlurHash.encode(across, down, width, height, rgb)).isEqualTo(hash);
  }

  /** A pattern with detail in both directions and in every channel. */
  private static byte[] picture(int width, int height, boolean clear) {
    byte[] rgba = new byte[width * height * 4];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = 4 * (y * width + x);
        rgba[at] = (byte) (x * 7 + y * 3);
        rgba[at + 1] = (byte) (x * x + y * 5);
        rgba[at + 2] = (byte) (200 + x * 2 - y * y);
        rgba[at + 3] = (byte) (clear ? x * 11 + y * 13 : 255);
      }
    }
    return rgba;
  }

  private static byte[] withoutAlpha(byte[] rgba) {
    byte[] rgb = new byte[rgba.length / 4 * 3];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = rgba[i / 3 * 4 + i % 3];
    }
    return rgb;
  }
}
