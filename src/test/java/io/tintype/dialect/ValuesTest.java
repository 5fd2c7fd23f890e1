package io.tintype.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  @ParameterizedTest
  @CsvSource({"1,1", "100,100", "0.5,1", "100.4,100", "99.5,100", "007,7", ".5,1"})
  void readsIntegersRoundedHalfUp(String text, int value) {
    assertThat(Values.integer(1, 100).read(text)).isEqualTo(new Reading.Value<>(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0.4",
        "100.5",
        "101",
        "-1",
        "+1",
        "1.",
        "1e1",
        "0x1",
        "١",
        " 1",
        "1 ",
        "N1",
        "99999999999",
        "000000000000000000000000000000001"
      })
  void refusesWhatIsNoIntegerInBounds(String text) {
    assertThat(Values.integer(1, 100).read(text)).isEqualTo(new Reading.Invalid<>());
  }

  @ParameterizedTest
  @CsvSource({"-0.5,0", "-0.6,-1", "-1.5,-1", "-10,-10", "10,10"})
  void roundsHalvesUpBelowZeroToo(String text, int value) {
    assertThat(Values.integer(-10, 10).read(text)).isEqualTo(new Reading.Value<>(value));
  }

  @ParameterizedTest
  @CsvSource({"0,1", "-7,1", "50.5,51", "99999999999999999999,100"})
  void movesToTheNearerBound(String text, int value) {
    assertThat(Values.clamped(1, 100).read(text)).isEqualTo(new Reading.Value<>(value));
  }

  @Test
  void saysWhatItExpects() {
    assertThat(Values.integer(1, 100).expected()).isEqualTo("an integer from 1 to 100");
    assertThat(Values.decimal(0.1, 5).expected()).isEqualTo("a number from 0.1 to 5");
    assertThat(Values.oneOf(Map.of("b", 1, "a", 2)).expected()).isEqualTo("one of a, b");
  }

  @Test
  void keepsExceptionsOfAReader() {
    ValueReader<Integer> reader =
        Values.integer(1, 9).notYet("auto"::equals).reading("none", 0).moot("any", "all the same");

    assertThat(reader.read("auto")).isEqualTo(new Reading.Unsupported<>(ValueReader.NOT_YET));
    assertThat(reader.read("none")).isEqualTo(new Reading.Value<>(0));
    assertThat(reader.read("any")).isEqualTo(new Reading.Moot<>("all the same"));
    assertThat(reader.map(value -> "n" + value).read("5")).isEqualTo(new Reading.Value<>("n5"));
    assertThat(reader.map(value -> "n" + value).read("x")).isEqualTo(new Reading.Invalid<>());
  }
}
