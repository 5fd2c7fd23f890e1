package io.tintype.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "512, 512", "10B, 10", "1KiB, 1024", "1.5 MiB, 1572864", "2GiB, 2147483648"})
  void readsSizes(String text, long bytes) {
    assertThat(ByteSize.parse(text)).hasValue(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "1MB", "1mib", "1.", "999999999999GiB", "1 KiB "})
  void refusesWhatIsNoSize(String text) {
    assertThat(ByteSize.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"100MP, 100000000", "2.5MP, 2500000", "640, 640"})
  void readsPixels(String text, long pixels) {
    assertThat(PixelCount.parse(text)).hasValue(pixels);
  }

  @ParameterizedTest
  @CsvSource({"500ms, PT0.5S", "10s, PT10S", "5m, PT5M", "2h, PT2H", "1d, PT24H", "0, PT0S"})
  void readsDurations(String text, Duration duration) {
    assertThat(TimeSpan.parse(text)).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "1.5s", "-1s", "1w", "s"})
  void refusesWhatIsNoDuration(String text) {
    assertThat(TimeSpan.parse(text)).isEmpty();
  }
}
