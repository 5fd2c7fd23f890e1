package io.tintype.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                          | false | false",
        "*/*                                         | false | false",
        "image/*                                     | false | false",
        "image/webp                                  | false | true",
        "image/avif,image/webp,*/*;q=0.8             | true  | true",
        "image/avif,image/webp,image/apng,*/*;q=0.8  | true  | true",
        "IMAGE/WebP                                  | false | true",
        "image/webp;q=0                              | false | false",
        "image/webp;q=0.0                            | false | false",
        "image/webp;q=0.000, image/avif;q=0.001      | true  | false",
        "image/webp ; q=0                            | false | false",
        "image/webp; Q = 0                           | false | false",
        "image/webp;q=0.5                            | false | true",
        "image/webp;q=01                             | false | true",
        "image/avif ; q=1 , image/webp               | true  | true",
        "image/webpx, ximage/webp                    | false | false",
        ",,;,image/webp                              | false | true",
        "image/webp;v=1;q=0                          | false | false",
        "image/webp;q=0;v=1                          | false | false"
      })
  void countsOnlyExplicitMentions(String header, boolean avif, boolean webp) {
    assertThat(Accepts.ofHeader(header)).isEqualTo(new Accepts(avif, webp));
  }

  @Test
  void takesTabsForSpaces() {
    assertThat(Accepts.ofHeader("image/webp;\tq=0,\timage/avif"))
        .isEqualTo(new Accepts(true, false));
  }

  @Test
  void includesTheOlderFormatsAlways() {
    assertThat(Accepts.NEITHER.includes(ImageFormat.JPEG)).isTrue();
    assertThat(Accepts.NEITHER.includes(ImageFormat.GIF)).isTrue();
    assertThat(Accepts.NEITHER.includes(ImageFormat.WEBP)).isFalse();
    assertThat(new Accepts(true, false).includes(ImageFormat.AVIF)).isTrue();
  }

  @Test
  void readsAbsurdHeadersInTime() {
    for (String piece : new String[] {";q=0", "image/webp;q=0,", ";", "image/webp;q=0.0", ","}) {
      String header = "image/webp" + piece.repeat(100_000) + "x";

      Assertions.assertTimeout(Duration.ofSeconds(2), () -> Accepts.ofHeader(header));
    }
  }
}
