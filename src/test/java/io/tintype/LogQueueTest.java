package io.tintype;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogQueueTest {
  private final LoggerContext context = new LoggerContext();
  private final AtomicLong lost = new AtomicLong();

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void writesEverythingInOrderBeforeItStops() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Logger logger = logger(written);

    for (int i = 0; i < 5_000; i++) {
      logger.info("line {}", i);
    }
    context.stop();

    String[] lines = written.toString(StandardCharsets.UTF_8).split(System.lineSeparator(), -1);
    assertThat(lines).hasSize(5_001);
    assertThat(lines[0]).endsWith("line 0 ");
    assertThat(lines[4_999]).endsWith("line 4999 ");
    assertThat(lost).hasValue(0);
  }

  @Test
  void wakesUpForALineAfterAPause() throws InterruptedException {
    CountDownLatch second = new CountDownLatch(2);
    CountDownLatch first = new CountDownLatch(1);
    Logger logger =
        logger(
            new Told(
                () -> {
                  second.countDown();
                  first.countDown();
                }));

    logger.info("first");
    first.await();
    logger.info("second");

    second.await();
    assertThat(lost).hasValue(0);
  }

  @Test
  void losesAndCountsLinesRatherThanWaitForAReader() throws InterruptedException {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch blocked = new CountDownLatch(1);
    Logger logger =
        logger(
            new Told(
                () -> {
                  blocked.countDown();
                  uninterrupted(reading);
                }));
    logger.info("fills the pipe");
    blocked.await();

    for (int i = 0; i < LogQueue.MOST + 5; i++) {
      logger.info("waits");
    }

    assertThat(lost).hasValue(5);
    reading.countDown();
  }

  @Test
  void writesWhatItIsToldBeforeItsArgumentsChange() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Logger logger = logger(written);
    StringBuilder changing = new StringBuilder("before");

    logger.info("is {}", changing);
    changing.replace(0, 6, "after");
    context.stop();

    assertThat(written.toString(StandardCharsets.UTF_8)).contains("is before");
  }

  @Test
  void survivesALineThatCannotBeMade() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Logger logger = logger(written);

    logger.atInfo().addKeyValue("bad", new Unprintable()).log("one");
    logger.info("two");
    context.stop();

    assertThat(written.toString(StandardCharsets.UTF_8)).contains("two").doesNotContain("one");
    assertThat(lost).hasValue(1);
  }

  private Logger logger(OutputStream out) {
    context.setMDCAdapter(new LogbackMDCAdapter());
    LogQueue queue = new LogQueue(new TextLines(), out, lost);
    queue.setContext(context);
    queue.start();
    Logger logger = context.getLogger("io.tintype.test");
    logger.setLevel(Level.INFO);
    logger.addAppender(queue);
    return logger;
  }

  private static void uninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** A value whose text needs too much of something. */
  private static final class Unprintable {
    @Override
    public String toString() {
      throw new StackOverflowError();
    }
  }

  /** A reader who is told of each piece that is written. */
  private static final class Told extends OutputStream {
    private final Runnable told;

    Told(Runnable told) {
      this.told = told;
    }

    @Override
    public void write(int b) {
      told.run();
    }

    @Override
    public void write(byte[] bytes, int start, int length) {
      told.run();
    }
  }
}
