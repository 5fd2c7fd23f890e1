package io.tintype.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.origin.testing.OriginProbe;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SystemResolverTest {
  private static final List<InetAddress> FIRST = List.of(InetAddress.ofLiteral("192.0.2.1"));

  private final Vertx vertx = Vertx.vertx();
  private final OriginProbe probe = new OriginProbe(vertx);
  private final WorkerExecutor workers = vertx.createSharedWorkerExecutor("resolving", 1);
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicLong now = new AtomicLong();
  private final CountDownLatch slow = new CountDownLatch(1);
  private final SystemResolver resolver = new SystemResolver(workers, this::lookUp, now::get);

  @AfterEach
  void stop() {
    slow.countDown();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void asksOnceForSomeSeconds() {
    assertThat(resolve("a.test")).isEqualTo(FIRST);
    pass(Duration.ofSeconds(9));

    assertThat(resolve("a.test")).isEqualTo(FIRST);

    assertThat(asked).hasValue(1);
  }

  @Test
  void namesThatNobodyAnswersForKeepNoKnownOneWaiting() {
    resolve("a.test");
    pass(Duration.ofMinutes(1));
    probe.on(
        () -> {
          resolver.resolve("slow.test");
          return Future.succeededFuture();
        });

    assertThat(resolve("a.test")).as("the only thread is busy").isEqualTo(FIRST);
  }

  @Test
  void whatIsTooOldIsAskedForAgain() {
    resolve("a.test");
    pass(Duration.ofMinutes(20));

    resolve("a.test");

    assertThat(asked).hasValue(2);
  }

  @Test
  void anAnswerThatFailsIsNotKept() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> resolve("none.test"))
          .hasRootCauseInstanceOf(UnknownHostException.class);
    }

    assertThat(asked).hasValue(2);
  }

  private List<InetAddress> resolve(String host) {
    return probe.on(() -> resolver.resolve(host));
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private List<InetAddress> lookUp(String host) throws UnknownHostException {
    asked.incrementAndGet();
    if (host.equals("none.test")) {
      throw new UnknownHostException(host);
    }
    if (host.equals("slow.test")) {
      awaitTheEnd();
    }
    return FIRST;
  }

  private void awaitTheEnd() {
    try {
      boolean _ = slow.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
