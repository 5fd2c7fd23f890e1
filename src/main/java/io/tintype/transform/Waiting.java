package io.tintype.transform;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * A job in a line, and the timer that ends its waiting. Confined to the render queue's event loop.
 */
final class Waiting implements AvifPermits.Claimant, HeavyPermits.Claimant {
  private final Vertx vertx;
  private final Job<?> job;
  private final Line line;
  private long timer;

  private Waiting(Vertx vertx, Job<?> job, Line line) {
    this.vertx = vertx;
    this.job = job;
    this.line = line;
  }

  /** Jobs of one kind, in the order they came. */
  static final class Line {
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int running;

    Deque<Waiting> waiting() {
      return waiting;
    }

    boolean isEmpty() {
      return waiting.isEmpty();
    }

    int running() {
      return running;
    }

    /** Bytes that the jobs hold together. */
    long held() {
      return waiting.stream().mapToLong(entry -> entry.job.request().size()).sum();
    }

    void started() {
      running++;
    }

    void ended() {
      running--;
    }

    void giveUpAll(Fault fault) {
      while (!waiting.isEmpty()) {
        waiting.remove().giveUp(fault);
      }
    }
  }

  /**
   * Puts a job at the end of a line.
   *
   * @param expiry told when the job has waited for as long as its client is willing to
   */
  static void in(Line line, Job<?> job, Duration patience, Vertx vertx, Consumer<Waiting> expiry) {
    Waiting entry = new Waiting(vertx, job, line);
    entry.timer = vertx.setTimer(Math.max(1, patience.toMillis()), _ -> expiry.accept(entry));
    line.waiting.add(entry);
  }

  Job<?> job() {
    return job;
  }

  Line line() {
    return line;
  }

  /** Whether half of its time in the line is over. */
  boolean isOverdue() {
    Duration waited = Duration.ofNanos(System.nanoTime() - job.submitted());
    return waited.multipliedBy(2).compareTo(job.request().limits().queueTime()) > 0;
  }

  @Override
  public long price() {
    return job.estimate().price();
  }

  @Override
  public boolean slow() {
    return job.estimate().slow();
  }

  @Override
  public boolean drawing() {
    return job.estimate().drawing();
  }

  @Override
  public boolean writesAvif() {
    return job.estimate().avif();
  }

  boolean isAbandoned() {
    return job.request().scope().isClosed();
  }

  /** Takes it out of its line; false if it is there no more. */
  boolean leave() {
    vertx.cancelTimer(timer);
    return line.waiting.remove(this);
  }

  void giveUp(Fault fault) {
    vertx.cancelTimer(timer);
    job.release();
    job.result().fail(new FaultException(fault));
  }
}
