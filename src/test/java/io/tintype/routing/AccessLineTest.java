package io.tintype.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class AccessLineTest {
  @Test
  void holdsNoMoreOfLongTextsThanItShows() {
    String endless = "x".repeat(50_000);
    AccessLine line = line(endless, new AccessLine.Asked(endless, endless));

    assertThat(line.path()).hasSize(HeaderText.MOST);
    assertThat(line.asked().orElseThrow().source()).hasSize(HeaderText.MOST);
    assertThat(line.asked().orElseThrow().chain()).hasSize(HeaderText.MOST);
  }

  @Test
  void showsNoQueryOfTheSource() {
    Map<String, Object> shown =
        line("/p", new AccessLine.Asked("a.jpg?secret=1", "w-1")).getKeyValuePairs().stream()
            .collect(Collectors.toMap((KeyValuePair pair) -> pair.key, pair -> pair.value));

    assertThat(shown)
        .containsEntry("path", "/p")
        .containsEntry("source", "a.jpg")
        .containsEntry("transformation", "w-1");
  }

  private static AccessLine line(String path, AccessLine.Asked asked) {
    return new AccessLine(
        "id",
        "GET",
        "h",
        path,
        200,
        1,
        2,
        "e",
        Outcome.MISS,
        Optional.of(asked),
        Optional.empty(),
        Optional.empty());
  }
}
