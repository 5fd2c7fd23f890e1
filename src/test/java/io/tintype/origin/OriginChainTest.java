package io.tintype.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.fault.Fault;
import io.tintype.model.SourceRef;
import io.tintype.origin.FetchOutcome.Absent;
import io.tintype.origin.FetchOutcome.Broken;
import io.tintype.origin.FetchOutcome.Cause;
import io.tintype.origin.FetchOutcome.Denied;
import io.tintype.origin.FetchOutcome.Found;
import io.tintype.origin.OriginChain.Attempt;
import io.tintype.origin.OriginChain.Link;
import io.tintype.origin.OriginChain.Result;
import io.tintype.origin.testing.OriginProbe;
import io.tintype.origin.testing.Queries;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class OriginChainTest {
  private Vertx vertx;
  private OriginProbe probe;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    probe = new OriginProbe(vertx);
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/cases/origin-chain.txt", delimiter = '|')
  void combinesOutcomes(String outcomes, String expected) {
    List<Scripted> origins = Stream.of(outcomes.strip().split(" +")).map(Scripted::new).toList();

    String said = walk(origins, Queries.path("a.jpg"), Duration.ofMillis(900));

    assertThat(said).as(outcomes).isEqualTo(expected.strip());
  }

  @Test
  void asksNobodyAfterItWasFound() {
    List<Scripted> origins =
        List.of(new Scripted("absent"), new Scripted("found"), new Scripted("found"));

    walk(origins, Queries.path("a.jpg"), Duration.ofSeconds(1));

    assertThat(origins.get(2).asked).isEmpty();
  }

  @Test
  void triesTheLiteralPathBeforeTheVersion() {
    List<Scripted> origins = List.of(new Scripted("absent"), new Scripted("absent"));

    walk(origins, Queries.path("v123/a.jpg"), Duration.ofSeconds(1));

    assertThat(origins)
        .allSatisfy(
            origin -> assertThat(origin.asked).containsExactly("v123/a.jpg @0", "a.jpg @123"));
  }

  @Test
  void sendsValidatorsOnlyToTheOriginTheyCameFrom() {
    List<Scripted> origins = List.of(new Scripted("absent"), new Scripted("absent"));

    walk(origins, Queries.path("a.jpg"), Duration.ofSeconds(1));

    assertThat(origins.get(0).validators).containsExactly(new Validators("\"known\"", ""));
    assertThat(origins.get(1).validators).containsExactly(Validators.NONE);
  }

  private String walk(List<Scripted> origins, FetchQuery question, Duration time) {
    OriginId known = origins.getFirst().id();
    List<Link> links =
        origins.stream()
            .map(o -> new Link(o, Duration.ofSeconds(5), Standing.unlimited()))
            .toList();
    Result<String> result =
        probe.on(
            () ->
                new OriginChain<>(
                        links,
                        question,
                        new Asker(known),
                        (link, query, found) -> Future.succeededFuture(found.info().contentType()),
                        Expiry.after(time))
                    .walk());
    return switch (result) {
      case Result.Received<String> received -> received.received();
      case Result.Unchanged<String> _ -> "unchanged";
      case Result.Failed<String> failed -> nameOf(Verdict.of(failed.attempts()));
    };
  }

  private static String nameOf(Fault fault) {
    return fault.getClass().getSimpleName();
  }

  private record Asker(OriginId known) implements OriginChain.Asker {
    @Override
    public Validators validatorsFor(OriginId origin) {
      return origin.equals(known) ? new Validators("\"known\"", "") : Validators.NONE;
    }

    @Override
    public void attempted(Attempt attempt, Duration limit) {}

    @Override
    public void retried(OriginId origin, OriginChain.Retry result) {}

    @Override
    public boolean isWaiting() {
      return true;
    }

    @Override
    public <C extends AutoCloseable> C untilGone(C work) {
      return work;
    }
  }

  /** Answers as its script says. */
  private static final class Scripted implements Origin {
    private final String script;
    private final OriginId id;
    private final List<String> asked = new ArrayList<>();
    private final List<Validators> validators = new ArrayList<>();

    Scripted(String script) {
      this.script = script;
      this.id = new OriginId(script + "-" + System.identityHashCode(this));
    }

    @Override
    public OriginId id() {
      return id;
    }

    @Override
    public Future<FetchOutcome> fetch(FetchQuery query) {
      asked.add(((SourceRef.Named) query.source()).path() + " @" + query.version());
      validators.add(query.validators());
      return switch (script) {
        case "found" -> Future.succeededFuture(found());
        case "same" -> Future.succeededFuture(new FetchOutcome.NotModified(found().info()));
        case "absent" -> Future.succeededFuture(new Absent("no"));
        case "denied" -> Future.succeededFuture(new Denied("no"));
        case "down" -> Future.succeededFuture(new Broken(Cause.UNAVAILABLE, "no"));
        case "failing" -> Future.succeededFuture(new Broken(Cause.FAILING, "no"));
        case "unusable" -> Future.succeededFuture(new Broken(Cause.UNUSABLE, "no"));
        case "shut" -> Future.succeededFuture(new Broken(Cause.CIRCUIT_OPEN, "no"));
        case "shut-slow" -> Future.succeededFuture(new Broken(Cause.CIRCUIT_OPEN_TIMEOUT, "no"));
        case "busy" -> Future.succeededFuture(new Broken(Cause.BUSY, "no"));
        case "keys" -> Future.succeededFuture(new Broken(Cause.CREDENTIALS, "no"));
        case "timeout" -> Future.succeededFuture(new Broken(Cause.TIMEOUT, "no"));
        case "hangs" -> Promise.<FetchOutcome>promise().future();
        default -> throw new IllegalArgumentException(script);
      };
    }

    @Override
    public Future<Void> close() {
      return Future.succeededFuture();
    }

    private static Found found() {
      return new Found(
          new SourceInfo(
              "found", OptionalLong.empty(), Validators.NONE, "", "", false, Optional.empty()),
          SourceBody.empty());
    }
  }
}
