package io.tintype.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {
  @ParameterizedTest
  @CsvSource({
    "a-b_c.d~e, a-b_c.d~e",
    "a b+c, a%20b%2Bc",
    "50%, 50%25",
    "a/b, a%2Fb",
    "é, %C3%A9",
    "😀, %F0%9F%98%80",
    "'', ''"
  })
  void encodesSegmentsStrictly(String text, String encoded) {
    assertThat(PercentEncoding.encodeSegment(text)).isEqualTo(encoded);
    assertThat(PercentEncoding.decode(encoded)).contains(text);
  }

  @ParameterizedTest
  @CsvSource({
    "a b/c, a%20b/c",
    "a%20b, a%20b",
    "a%2fb, a%2fb",
    "50%, 50%25",
    "a%zz, a%25zz",
    "a?b#c, a%3Fb%23c",
    "é, %C3%A9",
    "a[1], a%5B1%5D",
    "a+b:c@d;e=f, a+b:c@d;e=f"
  })
  void repairsPathsMildly(String raw, String repaired) {
    assertThat(PercentEncoding.repairPath(raw)).isEqualTo(repaired);
    assertThat(PercentEncoding.repairPath(repaired)).isEqualTo(repaired);
  }

  @ParameterizedTest
  @CsvSource({"a=b&c=/?d, a=b&c=/?d", "a=[ ], a=%5B%20%5D", "a=%zz%20, a=%25zz%20", "a#b, a%23b"})
  void repairsQueriesMildly(String raw, String repaired) {
    assertThat(PercentEncoding.repairQuery(raw)).isEqualTo(repaired);
  }

  @ParameterizedTest
  @CsvSource({"a%20b/c d, a%2520b/c%20d", "100%/é?, 100%25/%C3%A9%3F"})
  void encodesDecodedPaths(String path, String encoded) {
    assertThat(PercentEncoding.encodePath(path)).isEqualTo(encoded);
    assertThat(PercentEncoding.decode(encoded)).contains(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%", "a%", "a%2", "%zz", "%2g", "%FF", "%C3", "%C0%80", "%ED%A0%80", "%+1"})
  void decodesNothingBroken(String text) {
    assertThat(PercentEncoding.decode(text)).isEmpty();
  }

  @Test
  void leavesPlusAlone() {
    assertThat(PercentEncoding.decode("a+b%2B")).contains("a+b+");
  }

  @Test
  void decodesWhatItEncodes() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      String text =
          random
              .ints(8, 0, 0xd800)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();

      assertThat(PercentEncoding.decode(PercentEncoding.encodeSegment(text)))
          .as("seed %d", seed)
          .contains(text);
      assertThat(PercentEncoding.decode(PercentEncoding.encodePath(text))).contains(text);
    }
  }
}
