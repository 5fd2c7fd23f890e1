package io.tintype.routing;

import static io.tintype.routing.FakeGateway.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.testing.FakeFetch;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results that are made smaller once they have been asked for three times more. */
class RefinementsTest {
  private static final String PATH = "/refining/a.jpg?w-10";
  private static final int HITS = 3;

  private final FakeGateway gateway = new FakeGateway();

  @BeforeEach
  void render() {
    gateway.fetch.put("a.jpg", new FakeFetch.Source.Image("picture", "\"1\"", ""));
    assertThat(gateway.get(PATH).body()).startsWith("picture ");
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void takeThePlaceOfWhatIsAskedForOften() {
    hit(HITS - 1);
    assertThat(counted("started")).isZero();

    HttpResponse<String> last = gateway.get(PATH);
    until("it was replaced", () -> counted("replaced") == 1);
    HttpResponse<String> refined = gateway.get(PATH);

    assertThat(last.body()).startsWith("picture ");
    assertThat(refined.body()).isEqualTo("small");
    assertThat(refined.headers().firstValue("x-tintype-cache")).hasValue("memory");
    assertThat(refined.headers().firstValue("etag"))
        .isNotEqualTo(last.headers().firstValue("etag"));
    assertThat(refined.headers().firstValue("cache-control"))
        .hasValue("public, max-age=31536000");
    assertThat(gateway.measured().counts().keySet())
        .anyMatch(key -> key.metric().title().equals("tintype_refinement_saved_bytes"));
  }

  @Test
  void areMadeOnce() {
    hit(HITS);
    until("it was replaced", () -> counted("replaced") == 1);

    hit(3 * HITS);

    assertThat(counted("started")).isEqualTo(1);
  }

  @Test
  void areKeptOutWhereTheyAreNoSmaller() {
    gateway.fetch.put("b.jpg", new FakeFetch.Source.Image("stubborn", "\"1\"", ""));
    String path = "/refining/b.jpg?w-10";
    HttpResponse<String> first = gateway.get(path);
    for (int i = 0; i < HITS; i++) {
      gateway.get(path);
    }
    until("it was kept", () -> counted("kept") == 1);

    for (int i = 0; i < HITS; i++) {
      assertThat(gateway.get(path).body()).isEqualTo(first.body());
    }
    assertThat(counted("started")).isEqualTo(1);
  }

  @Test
  void waitForMoreHitsWhereNobodyHadTime() {
    gateway.transform.busy(true);
    hit(HITS);
    until("it was dropped", () -> counted("dropped") == 1);
    gateway.transform.busy(false);

    hit(HITS - 1);
    assertThat(counted("started")).isEqualTo(1);

    hit(1);
    until("it was replaced", () -> counted("replaced") == 1);
  }

  @Test
  void doNotBeginWhileAnythingWaits() {
    gateway.saturated.set(true);

    hit(3 * HITS);

    assertThat(counted("started")).isZero();
  }

  @Test
  void stayWithinTheirBudget() {
    gateway.state.refinements().spend(Duration.ofSeconds(12));
    hit(HITS);
    assertThat(counted("started")).isZero();

    gateway.clock.advance(Duration.ofMinutes(1));
    hit(HITS);

    until("it was replaced", () -> counted("replaced") == 1);
  }

  @Test
  void doNotMixTwoStatesOfASource() {
    gateway.fetch.put("a.jpg", new FakeFetch.Source.Image("other", "\"2\"", ""));

    hit(HITS);

    until("it was dropped", () -> counted("dropped") == 1);
    assertThat(gateway.get(PATH).body()).startsWith("picture ");
  }

  @Test
  void areNotMadeOnEndpointsThatDoNotWantThem() {
    gateway.get("/main/a.jpg?w-10");
    for (int i = 0; i < 3 * HITS; i++) {
      gateway.get("/main/a.jpg?w-10");
    }

    assertThat(counted("started")).isZero();
  }

  @Test
  void endWhenTheProcessDoes() {
    gateway.transform.holdSpare();
    hit(HITS);
    until("it has begun", () -> gateway.transform.held() == 1);

    FakeGateway.await(gateway.stopRouting());

    assertThat(gateway.transform.heldScopesClosed()).isTrue();
    gateway.transform.releaseSpare();
  }

  private void hit(int times) {
    for (int i = 0; i < times; i++) {
      gateway.get(PATH);
    }
  }

  private double counted(String result) {
    return gateway.measured().counts().entrySet().stream()
        .filter(entry -> entry.getKey().metric().title().equals("tintype_refinements"))
        .filter(entry -> entry.getKey().labels().contains(result))
        .mapToDouble(entry -> entry.getValue().sum())
        .sum();
  }
}
