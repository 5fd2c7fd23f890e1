package io.tintype.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeatTest {
  /** What came, and on which context. */
  private record End(Future<String> result, Context where) {}

  private final Vertx vertx = Vertx.vertx();
  private final Context context = vertx.getOrCreateContext();
  private final Flights<String, String> flights = new Flights<>();

  @AfterEach
  void close() throws Exception {
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  @Test
  void isGivenUpOnTheContextOfItsRequest() throws Exception {
    Promise<String> never = Promise.promise();

    End end = end(never.future(), Duration.ofMillis(1));

    assertThat(end.result().cause()).isInstanceOf(TimeoutException.class);
    assertThat(end.where()).isSameAs(context);
    never.complete("too late");
  }

  @Test
  void bringsWhatComesInTimeOnTheContextOfItsRequest() throws Exception {
    Promise<String> soon = Promise.promise();
    CompletableFuture<End> waiting = begin(soon.future(), Duration.ofMinutes(1));

    soon.complete("a picture");

    End end = waiting.get(20, TimeUnit.SECONDS);
    assertThat(end.result().result()).isEqualTo("a picture");
    assertThat(end.where()).isSameAs(context);
  }

  private End end(Future<String> work, Duration limit) throws Exception {
    return begin(work, limit).get(20, TimeUnit.SECONDS);
  }

  private CompletableFuture<End> begin(Future<String> work, Duration limit) {
    CompletableFuture<End> end = new CompletableFuture<>();
    context.runOnContext(
        _ -> {
          Seat<String> seat = flights.join("key", context, _ -> work);
          Future<String> result = seat.resultWithin(limit);
          result.onComplete(_ -> end.complete(new End(result, Vertx.currentContext())));
        });
    return end;
  }
}
