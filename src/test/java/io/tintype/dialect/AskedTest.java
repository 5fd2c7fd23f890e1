package io.tintype.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.Asked.Parameter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedTest {
  @ParameterizedTest
  @CsvSource({
    // parameters of the URL, what the plan does not meet, what is told
    "w-1 fo-face h-2,              fo-face,              fo-face",
    "w-iw_div_0.0 w-5,             w-iw_div_0,           w-iw_div_0.0",
    "w-iw_sub_9_add_1 w-iw_sub_9,  w-iw_sub_9,           w-iw_sub_9",
    "b-5_red b-iw_div_0_red,       b-iw_div_0,           b-iw_div_0_red",
    "lx-Niw_div_0 lx-5,            lx-iw_div_0,          lx-Niw_div_0",
    "bg-blurred_20 bg-red,         bg-blurred,           bg-blurred_20",
    "w-iw_div_10 w-iw_div_1,       w-iw_div_1,           w-iw_div_1",
    "w-iw_div_10 w-xiw_div_1,      w-iw_div_1,           w-iw_div_1",
    "f-jpeg,                       f-jpg,                f-jpeg",
    "dpr-auto,                     dpr-2,                dpr-auto",
    "w-2 w-1_sub_2 w-1_sub_2.0,    w-1_sub_2,            w-1_sub_2",
    "ff-comic_sans w-2 ff-lato,    ff-Comic,             ff-Comic",
    "w-1,                          lo-true,              lo-true"
  })
  void findsTheParameterThatIsMeant(String url, String unmet, String told) {
    assertThat(asked(url).unhonoured(List.of(), List.of(unmet))).containsExactly(told);
  }

  @Test
  void tellsInUrlOrderAndEachOnce() {
    Asked asked = asked("bl-0 w-iw_div_0 foo-1 ff-a ff-b bl-0 h-ih_div_0");
    List<Ignored> ignored =
        Stream.of("bl-0", "foo-1", "bl-0", "ik-x=1")
            .map(raw -> new Ignored(raw, "is odd"))
            .toList();

    assertThat(asked.unhonoured(ignored, List.of("h-ih_div_0", "lo-true", "ff-C", "w-iw_div_0")))
        .containsExactly("bl-0", "w-iw_div_0", "foo-1", "ff-C", "h-ih_div_0", "ik-x=1", "lo-true");
  }

  @Test
  void hasNothingToTellWhereAllIsHonoured() {
    assertThat(asked("w-1 bl-0").unhonoured(List.of(), List.of())).isEmpty();
  }

  private static Asked asked(String url) {
    List<String> parts = List.of(url.split(" ", -1));
    return new Asked(
        parts,
        parts.stream()
            .map(raw -> raw.split("-", 2))
            .map(words -> new Parameter(words[0], words[1], String.join("-", words)))
            .toList());
  }
}
