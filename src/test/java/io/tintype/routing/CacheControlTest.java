package io.tintype.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheControlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "public, max-age=31536000 | public, max-age=90",
        "public, s-maxage=31536000, max-age=60, must-revalidate"
            + " | public, s-maxage=90, max-age=60, must-revalidate",
        "Max-Age = \"100\",immutable | Max-Age=90, immutable",
        "public | public, max-age=90",
        "s-maxage=10 | s-maxage=10, max-age=90",
        "no-store | no-store",
        "max-age=100, stale-while-revalidate=1000, stale-if-error=\"5\" | max-age=90",
        "private=\"a, b\", max-age=91 | private=\"a, b\", max-age=90",
      })
  void letsNoCopyOutliveTheUrl(String usual, String within) {
    assertThat(CacheControl.within(usual, Duration.ofSeconds(90))).isEqualTo(within);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "public, max-age=31536000, immutable | public, max-age=60",
        "private, max-age=3600 | private, max-age=60",
        "public, max-age=10, s-maxage=600 | public, max-age=10, s-maxage=60",
        "max-age=600, stale-while-revalidate=86400 | max-age=60",
        "no-cache | no-cache, max-age=60",
        "private, no-store | private, no-store",
      })
  void keepsWhatIsSaidOfBriefAnswers(String usual, String brief) {
    assertThat(CacheControl.briefly(usual)).isEqualTo(brief);
  }
}
