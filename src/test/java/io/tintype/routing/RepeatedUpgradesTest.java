package io.tintype.routing;

import static io.tintype.routing.FakeGateway.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.testing.FakeFetch;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Upgrades that were dropped, and what later requests make of that. */
class RepeatedUpgradesTest {
  private static final String PATH = "/main/a.jpg?w-10";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final FakeGateway gateway = new FakeGateway();

  @BeforeEach
  void dropTheFirst() {
    gateway.fetch.put("a.jpg", new FakeFetch.Source.Image("hasty", "\"1\"", ""));
    gateway.transform.busy(true);
    assertThat(gateway.get(PATH).body()).startsWith("hasty ");
    until("the first was dropped", () -> counted("dropped") == 1);
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void areNotRepeatedBeforeClientsAskAgain() {
    gateway.clock.advance(MINUTE.minusMillis(1));

    assertThat(gateway.get(PATH).headers().firstValue("x-tintype-cache")).hasValue("memory");

    assertThat(counted("repeated")).isZero();
    assertThat(gateway.fetch.asked("a.jpg")).isEqualTo(1);
  }

  @Test
  void areRepeatedForALaterHit() {
    gateway.clock.advance(MINUTE);
    gateway.transform.busy(false);

    HttpResponse<String> hit = gateway.get(PATH);

    assertThat(hit.body()).startsWith("hasty ");
    assertThat(hit.headers().firstValue("cache-control")).hasValue("public, max-age=60");
    until("the upgrade was finished", () -> counted("finished") == 1);
    HttpResponse<String> better = gateway.get(PATH);
    assertThat(better.body()).isEqualTo("better hasty");
    assertThat(better.headers().firstValue("cache-control")).hasValue("public, max-age=31536000");
    assertThat(counted("repeated")).isEqualTo(1);
    assertThat(gateway.fetch.asked("a.jpg")).isEqualTo(2);
  }

  @Test
  void restLongerEachTime() {
    gateway.clock.advance(MINUTE);
    gateway.get(PATH);
    until("the second was dropped", () -> counted("dropped") == 2);

    gateway.clock.advance(MINUTE.multipliedBy(2).minusMillis(1));
    gateway.get(PATH);
    assertThat(counted("repeated")).isEqualTo(1);

    gateway.clock.advance(Duration.ofMillis(1));
    gateway.get(PATH);
    assertThat(counted("repeated")).isEqualTo(2);
  }

  @Test
  void areLeftAloneWhereNothingMoreIsAccepted() {
    gateway.clock.advance(MINUTE);
    gateway.saturated.set(true);

    gateway.get(PATH);

    assertThat(counted("repeated")).isZero();
  }

  @Test
  void doNotMixTwoStatesOfASource() {
    gateway.clock.advance(MINUTE);
    gateway.transform.busy(false);
    gateway.fetch.put("a.jpg", new FakeFetch.Source.Image("other", "\"2\"", ""));

    gateway.get(PATH);

    until("it was dropped", () -> counted("dropped") == 2);
    assertThat(gateway.get(PATH).body()).startsWith("hasty ");
  }

  private double counted(String result) {
    return gateway.measured().counts().entrySet().stream()
        .filter(entry -> entry.getKey().metric().title().equals("tintype_upgrades"))
        .filter(entry -> entry.getKey().labels().contains(result))
        .mapToDouble(entry -> entry.getValue().sum())
        .sum();
  }
}
