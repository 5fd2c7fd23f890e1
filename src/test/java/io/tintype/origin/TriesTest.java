package io.tintype.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.SourceRef;
import io.tintype.origin.FetchOutcome.Absent;
import io.tintype.origin.FetchOutcome.Broken;
import io.tintype.origin.FetchOutcome.Cause;
import io.tintype.origin.OriginChain.Attempt;
import io.tintype.origin.OriginChain.Retry;
import io.tintype.origin.testing.OriginProbe;
import io.tintype.origin.testing.TestNetwork;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TriesTest {
  private static final OriginId ID = new OriginId("tried");
  private static final Broken DOWN = new Broken(Cause.UNAVAILABLE, "down");
  private static final Absent ABSENT = new Absent("no");

  private final Vertx vertx = Vertx.vertx();
  private final OriginProbe probe = new OriginProbe(vertx);
  private final Standings standings = TestNetwork.standings();
  private final Deque<FetchOutcome> script = new ArrayDeque<>();
  private final List<Errand> errands = new ArrayList<>();
  private final List<Retry> retries = new ArrayList<>();
  private final List<AutoCloseable> untilGone = new ArrayList<>();
  private boolean waiting = true;

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aPassingFailureIsTriedOnceMoreOnAnotherConnection() {
    script.add(DOWN);
    script.add(ABSENT);

    assertThat(attempt(Duration.ofSeconds(5))).isEqualTo(ABSENT);

    assertThat(errands.stream().map(Errand::wantsFreshConnections)).containsExactly(false, true);
    assertThat(retries).containsExactly(Retry.HELPED);
  }

  @Test
  void neverMoreThanOnce() {
    script.addAll(List.of(DOWN, DOWN, ABSENT));

    assertThat(attempt(Duration.ofSeconds(5))).isEqualTo(DOWN);

    assertThat(errands).hasSize(2);
    assertThat(retries).containsExactly(Retry.FAILED);
  }

  @ParameterizedTest
  @EnumSource(value = Cause.class, mode = EnumSource.Mode.EXCLUDE, names = "UNAVAILABLE")
  void otherFailuresAreNotTriedAgain(Cause cause) {
    script.add(new Broken(cause, "no"));

    attempt(Duration.ofSeconds(5));

    assertThat(errands).hasSize(1);
    assertThat(retries).isEmpty();
  }

  @Test
  void waitsAsLongAsTheOriginSaysOrNotAtAll() {
    script.add(new Broken(Cause.UNAVAILABLE, "status 503", Duration.ofSeconds(3)));
    attempt(Duration.ofSeconds(5));
    assertThat(errands).as("half of the time would pass").hasSize(1);

    errands.clear();
    script.add(new Broken(Cause.UNAVAILABLE, "status 503", Duration.ofMillis(400)));
    script.add(ABSENT);
    long before = System.nanoTime();
    attempt(Duration.ofSeconds(5));
    assertThat(errands).hasSize(2);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(399));
  }

  @Test
  void noLongerThanTheBudgetLasts() {
    for (int i = 0; i < 6; i++) {
      script.addAll(List.of(DOWN, ABSENT));
    }
    while (!script.isEmpty()) {
      attempt(Duration.ofSeconds(5));
    }

    assertThat(retries).contains(Retry.HELPED, Retry.UNAFFORDABLE);
    assertThat(retries.stream().filter(retry -> retry == Retry.HELPED)).hasSizeBetween(3, 4);
  }

  @Test
  void nothingIsTriedForThoseWhoHaveLeft() {
    waiting = false;

    attempt(Duration.ofSeconds(5));

    assertThat(errands).isEmpty();
  }

  @Test
  void whoeverGetsNoPlaceIsTold() {
    Standing narrow = standing(new Protection(1, Protection.Breaker.DEFAULT));
    Promise<Said> hanging = Promise.promise();
    probe.on(
        () -> {
          tries(narrow, Duration.ofSeconds(60), _ -> hanging.future()).make();
          return Future.succeededFuture();
        });

    FetchOutcome refused =
        probe.on(() -> tries(narrow, Duration.ofMillis(20), this::next).make()).outcome();

    assertThat(refused)
        .isInstanceOfSatisfying(
            Broken.class, broken -> assertThat(broken.cause()).isEqualTo(Cause.BUSY));
    script.add(ABSENT);
    hanging.complete(new Said(ABSENT));
    assertThat(probe.on(() -> tries(narrow, Duration.ofSeconds(5), this::next).make()).outcome())
        .isEqualTo(ABSENT);
  }

  @Test
  void aPlaceIsFreeAsSoonAsTheClientLeaves() throws Exception {
    Standing narrow = standing(new Protection(1, Protection.Breaker.DEFAULT));
    probe.on(
        () -> {
          tries(narrow, Duration.ofSeconds(60), _ -> Promise.<Said>promise().future()).make();
          return Future.succeededFuture();
        });
    for (AutoCloseable left : untilGone) {
      left.close();
    }
    script.add(ABSENT);

    assertThat(probe.on(() -> tries(narrow, Duration.ofSeconds(5), this::next).make()).outcome())
        .isEqualTo(ABSENT);
  }

  @Test
  void anOpenCircuitIsNotTried() {
    Standing standing =
        standing(
            new Protection(
                9, new Protection.Breaker(2, Duration.ofMinutes(1), Duration.ofMinutes(9))));
    Broken failing = new Broken(Cause.FAILING, "status 500");
    script.addAll(List.of(failing, failing));
    for (int i = 0; i < 5; i++) {
      probe.on(() -> tries(standing, Duration.ofSeconds(5), this::next).make());
    }

    assertThat(errands).hasSize(2);
  }

  private FetchOutcome attempt(Duration time) {
    Standing standing = standing(Protection.DEFAULT);
    return probe.on(() -> tries(standing, time, this::next).make()).outcome();
  }

  private Future<Said> next(Errand errand) {
    errands.add(errand);
    return Future.succeededFuture(new Said(script.removeFirst()));
  }

  private Standing standing(Protection protection) {
    OriginConfig config =
        new OriginConfig.WebServer(
            ID,
            Optional.empty(),
            URI.create("http://a.test"),
            false,
            Map.of(),
            OriginConfig.FOCUS_HEADER,
            OriginConfig.Timeouts.DEFAULT);
    return standings.of(config, protection).apply(new SourceRef.Named("a", ""));
  }

  private record Said(FetchOutcome outcome) implements Tries.Ended {}

  private interface Go {
    Future<Said> go(Errand errand);
  }

  private Tries<Said> tries(Standing standing, Duration time, Go go) {
    return new Tries<>(
        standing,
        new Asker(),
        Expiry.after(time),
        new Tries.Work<>() {
          @Override
          public OriginId origin() {
            return ID;
          }

          @Override
          public Future<Said> go(Errand errand) {
            return go.go(errand);
          }

          @Override
          public Said leave(Broken why) {
            return new Said(why);
          }
        });
  }

  private final class Asker implements OriginChain.Asker {
    @Override
    public Validators validatorsFor(OriginId origin) {
      return Validators.NONE;
    }

    @Override
    public void attempted(Attempt attempt, Duration limit) {}

    @Override
    public void retried(OriginId origin, Retry result) {
      retries.add(result);
    }

    @Override
    public boolean isWaiting() {
      return waiting;
    }

    @Override
    public <C extends AutoCloseable> C untilGone(C work) {
      untilGone.add(work);
      return work;
    }
  }
}
