package io.tintype.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.origin.Bulkhead.Ticket;
import io.tintype.origin.testing.OriginProbe;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BulkheadTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Vertx vertx = Vertx.vertx();
  private final OriginProbe probe = new OriginProbe(vertx);
  private final Context context = vertx.getOrCreateContext();
  private final Bulkhead bulkhead = new Bulkhead(2);

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void admitsSoManyAndTheOthersInTheirOrder() {
    List<Ticket> tickets = enter(4);

    assertThat(tickets.stream().map(ticket -> ticket.admitted().isComplete()))
        .containsExactly(true, true, false, false);
    tickets.get(0).close();
    assertThat(probe.on(tickets.get(2)::admitted)).isTrue();
    assertThat(tickets.get(3).admitted().isComplete()).isFalse();
    tickets.get(1).close();
    assertThat(probe.on(tickets.get(3)::admitted)).isTrue();

    tickets.forEach(Ticket::close);
    tickets.forEach(Ticket::close);
    assertThat(bulkhead.inUse()).isZero();
  }

  @Test
  void refusesAtOnceWhenTooManyWait() {
    List<Ticket> tickets = enter(11);

    assertThat(bulkhead.waiting()).isEqualTo(8);
    assertThat(tickets.get(10).admitted().result()).isFalse();
  }

  @Test
  void nobodyWaitsForLongerThanIsWorthwhile() {
    enter(2);

    assertThat(probe.on(() -> bulkhead.enter(context, Duration.ofMillis(5)).admitted())).isFalse();
    assertThat(bulkhead.waiting()).isZero();
  }

  @Test
  void whoeverLeavesTheQueueTakesNoPermitWithHim() {
    List<Ticket> tickets = enter(4);

    tickets.get(2).close();
    tickets.get(0).close();

    assertThat(probe.on(tickets.get(3)::admitted)).isTrue();
    assertThat(tickets.get(2).admitted().result()).isFalse();
  }

  @Test
  void neverAdmitsMoreThanItsPermitsOnSeveralThreads() {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<?>> done = new ArrayList<>();
    for (int loop = 0; loop < 4; loop++) {
      OriginProbe other = new OriginProbe(vertx);
      done.add(other.on(() -> Future.succeededFuture(manyTurns(inside, most))));
    }
    probe.on(() -> Future.all(done));

    assertThat(most.get()).isBetween(1, 2);
    assertThat(bulkhead.inUse()).isZero();
    assertThat(bulkhead.waiting()).isZero();
  }

  private Future<?> manyTurns(AtomicInteger inside, AtomicInteger most) {
    Context here = Vertx.currentContext();
    Future<?> turns = Future.succeededFuture();
    for (int i = 0; i < 300; i++) {
      turns =
          turns.compose(
              _ -> {
                Ticket ticket = bulkhead.enter(here, LONG);
                return ticket
                    .admitted()
                    .onSuccess(_ -> most.accumulateAndGet(inside.incrementAndGet(), Math::max))
                    .compose(_ -> turnOfTheLoop(here))
                    .onComplete(
                        _ -> {
                          inside.decrementAndGet();
                          ticket.close();
                        });
              });
    }
    return turns;
  }

  private static Future<Void> turnOfTheLoop(Context context) {
    Promise<Void> turned = Promise.promise();
    context.runOnContext(_ -> turned.complete());
    return turned.future();
  }

  private List<Ticket> enter(int count) {
    List<Ticket> tickets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tickets.add(bulkhead.enter(context, LONG));
    }
    return tickets;
  }
}
