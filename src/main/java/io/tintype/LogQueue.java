package io.tintype;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes log lines on a thread of its own, many at a time, so that neither their making nor a
 * reader who has stopped reading holds an event loop up. Bounded: what finds no room is lost, and
 * counted.
 */
final class LogQueue extends UnsynchronizedAppenderBase<ILoggingEvent> {
  /** Lines, each of a few kilobytes at the very most. */
  static final int MOST = 8_192;

  /** Bytes after which what has been put together is written. */
  private static final int CHUNK = 64 * 1024;

  /** How long lines may be kept back so that more of them are written at once. */
  private static final Duration PAUSE = Duration.ofMillis(10);

  /** How long the end of the process waits for somebody to read what is left. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final Queue<ILoggingEvent> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger length = new AtomicInteger();
  private final Encoder<ILoggingEvent> encoder;
  private final OutputStream target;
  private final AtomicLong lost;
  private final Thread writer;
  private volatile boolean asleep;

  /**
   * Creates a queue that writes nothing until it is started.
   *
   * @param target may block
   * @param lost grows by one with each line that found no room
   */
  LogQueue(Encoder<ILoggingEvent> encoder, OutputStream target, AtomicLong lost) {
    this.encoder = encoder;
    this.target = target;
    this.lost = lost;
    this.writer = Thread.ofPlatform().name("log").daemon().unstarted(this::write);
  }

  @Override
  public void start() {
    super.start();
    writer.start();
  }

  /** Takes nothing more, and gives what waits a while to be written. */
  @Override
  public void stop() {
    if (!isStarted()) {
      return;
    }
    super.stop();
    LockSupport.unpark(writer);
    try {
      boolean _ = writer.join(LAST_WORDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (length.incrementAndGet() > MOST) {
      length.decrementAndGet();
      lost.incrementAndGet();
      return;
    }
    // Arguments may change while the line waits; keys and values are immutable.
    var _ = event.getFormattedMessage();
    waiting.add(event);
    if (asleep) {
      asleep = false;
      LockSupport.unpark(writer);
    }
  }

  private void write() {
    ByteArrayOutputStream lines = new ByteArrayOutputStream(2 * CHUNK);
    while (isStarted()) {
      writeWaiting(lines);
      LockSupport.parkNanos(PAUSE.toNanos());
      sleepWhileEmpty();
    }
    writeWaiting(lines);
  }

  /** Who adds a line looks for sleepers after that; who falls asleep looks for lines after that. */
  private void sleepWhileEmpty() {
    asleep = true;
    while (asleep && waiting.isEmpty() && isStarted()) {
      LockSupport.park(this);
    }
    asleep = false;
  }

  private void writeWaiting(ByteArrayOutputStream lines) {
    for (ILoggingEvent next = waiting.poll(); next != null; next = waiting.poll()) {
      length.decrementAndGet();
      lines.writeBytes(encoded(next));
      if (lines.size() >= CHUNK) {
        flush(lines);
      }
    }
    flush(lines);
  }

  /** A line that cannot be made must not end the log. */
  private byte[] encoded(ILoggingEvent event) {
    try {
      return encoder.encode(event);
    } catch (RuntimeException | Error bug) {
      lost.incrementAndGet();
      addError("a line of the log cannot be written", bug);
      return new byte[0];
    }
  }

  private void flush(ByteArrayOutputStream lines) {
    if (lines.size() > 0) {
      try {
        lines.writeTo(target);
        target.flush();
      } catch (IOException closed) {
        addError("lines of the log cannot be written", closed);
      }
      lines.reset();
    }
  }
}
