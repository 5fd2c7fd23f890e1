package io.tintype.sandbox;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The helper processes: none before the first work, then always one more than works and at least
 * two, ready to take the place of one that is killed. Safe for use by several threads.
 */
final class ProcessPool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessPool.class);

  /** How often those that wait, and those that are looked after, are looked at. */
  private static final long LOOK_MILLIS = 20;

  /** What a library loses in so many orders is no matter. */
  private static final int MOST_ORDERS = 500;

  /** Helpers behind one that may be killed: it starts in a second, drawings want it sooner. */
  private static final int SPARE = 1;

  private static final long START_SECONDS = 20;
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final int MOST_DOUBLINGS = 7;

  private final List<String> command;
  private final int most;
  private final Semaphore places;
  private final BlockingDeque<DrawingProcess> idle = new LinkedBlockingDeque<>();
  private final Set<DrawingProcess> all = ConcurrentHashMap.newKeySet();
  private final AtomicLong started = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();

  /** Its one thread makes all processes: they die when it does. */
  private final ScheduledExecutorService keeper =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sandbox").factory());

  private volatile boolean closed;

  /** Of the keeper's thread. */
  private int starting;

  private int failures;
  private long notBefore = System.nanoTime();

  ProcessPool(List<String> command, int processes) {
    this.command = command;
    this.most = processes + 1;
    this.places = new Semaphore(processes, /* fair= */ true);
  }

  /**
   * Lends a helper, which must be {@linkplain #giveBack given back} or {@linkplain #lose lost}.
   *
   * @param check throws once nobody waits for it any more
   * @throws FaultException {@link Fault.Overloaded} if none becomes free in time
   */
  DrawingProcess borrow(Runnable check, Duration patience) {
    long until = System.nanoTime() + patience.toNanos();
    try {
      while (!places.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        goOn(check, until);
      }
      boolean found = false;
      try {
        DrawingProcess helper = first(check, until);
        found = true;
        return helper;
      } finally {
        if (!found) {
          places.release();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new FaultException(new Fault.ShuttingDown());
    }
  }

  private DrawingProcess first(Runnable check, long until) throws InterruptedException {
    while (true) {
      later(this::fill);
      DrawingProcess helper = idle.pollFirst(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      if (helper != null && helper.isAlive()) {
        later(this::fill);
        return helper;
      }
      goOn(check, until);
    }
  }

  private void goOn(Runnable check, long until) {
    check.run();
    if (closed) {
      throw new FaultException(new Fault.ShuttingDown());
    }
    if (System.nanoTime() - until >= 0) {
      throw new FaultException(new Fault.Overloaded("sandbox"));
    }
  }

  /** Takes back a helper that has done its work. */
  void giveBack(DrawingProcess helper) {
    if (closed || helper.orders() >= MOST_ORDERS || !helper.isAlive()) {
      helper.kill();
    } else {
      idle.addFirst(helper);
    }
    places.release();
    later(() -> failures = 0);
  }

  /** Takes note that a helper is of no use any more. */
  void lose(DrawingProcess helper) {
    helper.kill();
    places.release();
  }

  /** Looks at a guard again and again. */
  ScheduledFuture<?> watch(Guard guard) {
    try {
      return keeper.scheduleWithFixedDelay(
          guard::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException _) {
      throw new FaultException(new Fault.ShuttingDown());
    }
  }

  /** Processes at this moment. */
  int size() {
    return all.size();
  }

  /** Processes that are ready and have nothing to do. */
  List<Long> idle() {
    return idle.stream().filter(DrawingProcess::isAlive).map(DrawingProcess::pid).toList();
  }

  /** Processes ever made. */
  long started() {
    return started.get();
  }

  /** Processes that have ended. */
  long lost() {
    return lost.get();
  }

  private void later(Runnable work) {
    try {
      keeper.execute(work);
    } catch (RejectedExecutionException _) {
      // Closed: there is nothing to keep.
    }
  }

  /**
   * Starts a helper where none is idle, or the only one has no spare, unless too many have failed
   * just now.
   */
  private void fill() {
    boolean enough = !idle.isEmpty() && all.size() > SPARE;
    if (closed || starting > 0 || enough || all.size() >= most) {
      return;
    }
    long pause = notBefore - System.nanoTime();
    if (pause > 0) {
      var _ = keeper.schedule(this::fill, pause, TimeUnit.NANOSECONDS);
      return;
    }
    try {
      begin(DrawingProcess.start(command));
    } catch (IOException unable) {
      LOG.atError().addKeyValue("reason", unable.getMessage()).log("no helper process");
      failed();
    }
  }

  private void begin(DrawingProcess helper) {
    starting++;
    started.incrementAndGet();
    all.add(helper);
    helper.whenGone(() -> later(() -> gone(helper)));
    Thread.ofPlatform().daemon().name("sandbox-start").start(() -> greet(helper));
    var _ = keeper.schedule(() -> expectReady(helper), START_SECONDS, TimeUnit.SECONDS);
    if (closed) {
      helper.kill();
    }
  }

  private void greet(DrawingProcess helper) {
    try {
      helper.awaitReady();
      later(
          () -> {
            starting--;
            idle.addLast(helper);
          });
    } catch (IOException _) {
      helper.kill();
      later(
          () -> {
            starting--;
            fill();
          });
    }
  }

  private static void expectReady(DrawingProcess helper) {
    if (!helper.isReady()) {
      helper.kill();
    }
  }

  private void gone(DrawingProcess helper) {
    lost.incrementAndGet();
    boolean wasIdle = idle.remove(helper);
    all.remove(helper);
    if (wasIdle || !helper.isReady()) {
      LOG.atWarn().addKeyValue("process", helper.pid()).log("a helper process ended by itself");
      failed();
    } else {
      fill();
    }
  }

  private void failed() {
    long pause = FIRST_PAUSE_MILLIS << Math.min(failures, MOST_DOUBLINGS);
    failures++;
    notBefore = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause);
    fill();
  }

  @Override
  public void close() {
    closed = true;
    keeper.shutdownNow();
    all.forEach(DrawingProcess::kill);
  }
}
