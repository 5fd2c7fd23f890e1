package io.tintype.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.origin.Circuit.Entry;
import io.tintype.origin.FetchOutcome.Cause;
import io.tintype.origin.Protection.Breaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CircuitTest {
  private static final Breaker SETTINGS =
      new Breaker(3, Duration.ofSeconds(10), Duration.ofSeconds(4));

  private final List<String> changes = new ArrayList<>();
  private long now;
  private final Circuit circuit = circuit(SETTINGS);

  @Test
  void opensAfterARunOfFailures() {
    fail(2);
    assertThat(circuit.enter()).isEqualTo(Entry.ORDINARY);

    fail(1);

    assertThat(circuit.enter()).isEqualTo(Entry.REFUSED);
    assertThat(circuit.refusal().cause()).isEqualTo(Cause.CIRCUIT_OPEN);
    fail(5);
    assertThat(changes).containsExactly("opened by UNAVAILABLE");
  }

  @Test
  void anyAnswerEndsARun() {
    for (int i = 0; i < 20; i++) {
      fail(2);
      circuit.succeeded();
    }

    assertThat(circuit.isOpen()).isFalse();
    assertThat(changes).isEmpty();
  }

  @Test
  void failuresFarApartAreNoRun() {
    for (int i = 0; i < 20; i++) {
      fail(2);
      pass(Duration.ofSeconds(11));
    }

    assertThat(circuit.isOpen()).isFalse();
  }

  @Test
  void saysOfASlowServerThatItIsSlow() {
    for (int i = 0; i < 3; i++) {
      circuit.failed(circuit.enter(), Cause.TIMEOUT);
    }

    assertThat(circuit.refusal().cause()).isEqualTo(Cause.CIRCUIT_OPEN_TIMEOUT);
  }

  @Test
  void letsAFewProbesThroughAfterEachPause() {
    fail(3);
    assertThat(circuit.refuses()).isTrue();

    pass(Duration.ofSeconds(1));

    assertThat(circuit.refuses()).isFalse();
    assertThat(entries(10)).containsOnly(Entry.PROBE, Entry.REFUSED);
    assertThat(probes()).isEqualTo(Circuit.PROBES);
    // Nothing has come of them, and yet others go when it is time: a probe may hang.
    pass(Duration.ofSeconds(4));
    entries(10);
    assertThat(probes()).isEqualTo(Circuit.PROBES);
  }

  @Test
  void aProbeThatFailsEndsTheTurn() {
    fail(3);
    pass(Duration.ofSeconds(1));

    circuit.failed(circuit.enter(), Cause.UNAVAILABLE);

    assertThat(circuit.enter()).isEqualTo(Entry.REFUSED);
  }

  @Test
  void aProbeNobodyWaitedForIsGivenBack() {
    fail(3);
    pass(Duration.ofSeconds(1));

    for (int i = 0; i < 20; i++) {
      Entry probe = circuit.enter();
      assertThat(probe).isEqualTo(Entry.PROBE);
      circuit.undecided(probe);
    }
  }

  @Test
  void pausesGrowAndAreBounded() {
    fail(3);
    List<Long> pauses = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      long before = now;
      while (circuit.refuses()) {
        pass(Duration.ofMillis(1));
      }
      pauses.add(Duration.ofNanos(now - before).toMillis());
      circuit.failed(circuit.enter(), Cause.UNAVAILABLE);
    }

    assertThat(pauses.get(0)).isBetween(500L, 1_000L);
    assertThat(pauses.get(1)).isBetween(1_000L, 2_000L);
    assertThat(pauses.subList(2, 6)).allMatch(pause -> pause >= 2_000 && pause <= 4_000);
    assertThat(pauses.subList(2, 6)).doesNotHaveDuplicates();
  }

  @Test
  void oneAnswerClosesIt() {
    fail(3);
    pass(Duration.ofSeconds(1));
    circuit.enter();

    circuit.succeeded();

    assertThat(circuit.enter()).isEqualTo(Entry.ORDINARY);
    assertThat(changes).containsExactly("opened by UNAVAILABLE", "closed");
  }

  @Test
  void whatWasAskedBeforeItOpenedDoesNotLengthenThePause() {
    Entry early = circuit.enter();
    fail(3);
    pass(Duration.ofSeconds(1));
    circuit.enter();

    circuit.failed(early, Cause.TIMEOUT);

    assertThat(circuit.enter()).isEqualTo(Entry.PROBE);
  }

  @Test
  void canBeSwitchedOff() {
    Circuit off = circuit(Breaker.OFF);
    for (int i = 0; i < 1_000; i++) {
      off.failed(off.enter(), Cause.UNAVAILABLE);
    }

    assertThat(off.isOpen()).isFalse();
  }

  private List<Entry> last = List.of();

  private List<Entry> entries(int count) {
    last = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      last.add(circuit.enter());
    }
    return last;
  }

  private long probes() {
    return last.stream().filter(entry -> entry == Entry.PROBE).count();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      circuit.failed(Entry.ORDINARY, Cause.UNAVAILABLE);
    }
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  private Circuit circuit(Breaker settings) {
    Circuit.Listener listener =
        new Circuit.Listener() {
          @Override
          public void opened(Cause cause, int failures) {
            changes.add("opened by " + cause);
          }

          @Override
          public void closed() {
            changes.add("closed");
          }
        };
    return new Circuit(settings, listener, () -> now, new Random(7));
  }
}
