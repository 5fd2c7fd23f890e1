package io.tintype.sniff;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.ImageFormat;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnifferTest {
  @ParameterizedTest
  @CsvSource({
    "ffd8ffe0, JPEG",
    "89504e470d0a1a0a0000, PNG",
    "474946383761, GIF",
    "474946383961, GIF",
    "52494646000000005745425056503820, WEBP",
    "49492a00, TIFF",
    "4d4d002a, TIFF",
    "49492b00, TIFF",
    "ff0a, JXL",
    "0000000c4a584c200d0a870a, JXL",
    "38425053, PSD",
    "00000100, ICO",
    "424d3600000000000000360000002800, BMP",
    "0000001c6674797061766966000000006d696631617669666d696166, AVIF",
    "0000001c66747970617669730000000061766973617669666d696166, AVIF",
    "00000018667479706d69663100000000617669666d696631, AVIF",
    "00000018667479706865696300000000686569636d696631, HEIC",
    "00000014667479706d696631617669666d696631, HEIC",
    "000000186674797069736f6d0000020069736f6d61766331, ",
    "25504446, ",
    "ffd8, ",
    "474946, "
  })
  void tellsFormatsByTheirFirstBytes(String hex, @Nullable ImageFormat format) {
    byte[] head = HexFormat.of().parseHex(hex);

    assertThat(Sniffer.formatOf(head).orElse(null)).isEqualTo(format);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "\n  <svg width='1'>",
        "\ufeff<svg>",
        "<?xml version='1.0'?>\n<svg>",
        "<?xml version='1.0'?><!-- made by hand --><!-- <html> --><svg>",
        "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' '...'><svg>",
        "<!DOCTYPE svg [ <!ENTITY a 'b'> ]>",
        "<svg:svg xmlns:svg='http://www.w3.org/2000/svg'>"
      })
  void tellsSvgByItsRootElement(String text) {
    assertThat(Sniffer.formatOf(text.getBytes(StandardCharsets.UTF_8))).contains(ImageFormat.SVG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "svg",
        "<html><svg></html>",
        "<!-- a page --><html><body><svg></svg></body></html>",
        "<?xml version='1.0'?><note><svg/></note>",
        "<!DOCTYPE html><svg>",
        "<svgx>",
        "<!-- never closed <svg>"
      })
  void takesOtherTextForNoImage(String text) {
    assertThat(Sniffer.formatOf(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void isQuickAboutLongPreambles() {
    byte[] comments = "<!---->".repeat(Sniffer.ENOUGH / 7).getBytes(StandardCharsets.UTF_8);
    byte[] spaces = new byte[Sniffer.ENOUGH];
    Arrays.fill(spaces, (byte) ' ');

    assertThat(Sniffer.formatOf(comments)).isEmpty();
    assertThat(Sniffer.formatOf(spaces)).isEmpty();
  }
}
