package io.tintype.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import io.tintype.model.Medium;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "cat.jpg     | WEBP | attachment; filename=\"cat.webp\"",
        "cat.JPEG    | JPEG | attachment; filename=\"cat.JPEG\"",
        "cat         | PNG  | attachment; filename=\"cat.png\"",
        "v1.2        | PNG  | attachment; filename=\"v1.2.png\"",
        "b\u00e4r.png | PNG  | attachment; filename=\"b_r.png\"; filename*=UTF-8''b%C3%A4r.png",
        "a\"b.png    | PNG  | attachment; filename=\"a_b.png\"; filename*=UTF-8''a%22b.png",
      })
  void offersANameOfTheDeliveredFormat(String name, ImageFormat format, String header) {
    assertThat(attachment(name, new Medium.Picture(format))).isEqualTo(header);
  }

  @ParameterizedTest
  @CsvSource({"cat.jpg, cat.txt", "cat, cat.txt", "v1.2, v1.2.txt", "cat.tar.webp, cat.tar.txt"})
  void offersAPlaceholderAsText(String name, String file) {
    for (FormatChoice.Kind kind : FormatChoice.Kind.values()) {
      assertThat(attachment(name, new Medium.Placeholder(kind)))
          .isEqualTo("attachment; filename=\"" + file + '"');
    }
  }

  @Test
  void leavesTheNameOfOtherMediaAlone() {
    assertThat(ContentDisposition.attachment("a.pdf", Optional.empty()))
        .isEqualTo("attachment; filename=\"a.pdf\"");
  }

  @Test
  void letsNothingIntoAHeaderThatDoesNotBelongThere() {
    assertThat(HeaderText.safe("a\r\nb: c\u00e4\ud83d\ude00\ud83d"))
        .isEqualTo("a%0D%0Ab: c%C3%A4%F0%9F%98%80?");
  }

  @Test
  void boundsLists() {
    String list = HeaderText.list(Collections.nCopies(1_000, "bl-10"));

    assertThat(list).hasSizeLessThan(2_100).startsWith("bl-10,bl-10,").endsWith(",...");
    assertThat(HeaderText.list(List.of())).isEmpty();
  }

  @Test
  void shortensLongItemsOfLists() {
    String layer = "l-text,i-" + "\ud83d\ude00".repeat(100) + ",l-end";

    assertThat(HeaderText.list(List.of("w-" + "9".repeat(62), "w-" + "9".repeat(63), "bl-0")))
        .isEqualTo("w-" + "9".repeat(62) + ",w-" + "9".repeat(62) + "...,bl-0");
    assertThat(HeaderText.list(List.of(layer, "w-0")))
        .isEqualTo("l-text%2Ci-" + "%F0%9F%98%80".repeat(55) + "...,w-0");
  }

  @Test
  void keepsTheClientsIdOnlyIfItIsHarmless() {
    assertThat(RequestId.of("a.B-1_2")).isEqualTo("a.B-1_2");
    assertThat(RequestId.of("a b")).matches("[0-9a-f]{32}");
    assertThat(RequestId.of("x".repeat(65))).matches("[0-9a-f]{32}");
    assertThat(RequestId.of(null)).matches("[0-9a-f]{32}");
  }

  @ParameterizedTest
  @CsvSource({
    "bl-10, bl",
    "e-shadow, e-shadow",
    "e_gen_fill:prompt_sea, e_gen_fill",
    "e_made_up:3, e_other",
    "fl_apng.clip.made_up, fl_apng fl_clip fl_other",
    "b_gen_fill, b_gen_fill",
    "b_red, b",
    "t_made_up, t",
    "w_auto:1, w_auto",
    "w-1, w",
    "made_up-1, other",
    "bl10, other",
    "lxc-5, lxc",
    "dn-72, dn",
    "'', other"
  })
  void countsParametersUnderAClosedSetOfNames(String raw, String label) {
    assertThat(String.join(" ", ParameterLabel.of(raw))).isEqualTo(label);
  }

  private static String attachment(String name, Medium medium) {
    return ContentDisposition.attachment(name, Optional.of(medium));
  }
}
