package io.tintype.telemetry;

import java.time.Duration;

/**
 * A thread at a job; the same object for as long as it is the same job.
 *
 * @see Load#begin
 */
public final class Stint {
  private final Thread thread;
  private final Duration allowed;

  Stint(Thread thread, Duration allowed) {
    this.thread = thread;
    this.allowed = allowed;
  }

  /** Who is at it. */
  public Thread thread() {
    return thread;
  }

  /** How long the job may take before it is told to end. */
  public Duration allowed() {
    return allowed;
  }
}
