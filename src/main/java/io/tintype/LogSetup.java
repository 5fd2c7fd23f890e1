package io.tintype;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import io.tintype.routing.RoutingVerticle;
import io.tintype.settings.GatewayConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets logback up in code: no file to search for and parse at start. */
public final class LogSetup {
  /** Name of the logger that writes a line for every request. */
  public static final String ACCESS_LOGGER = RoutingVerticle.ACCESS_LOG;

  /** Of the process, whatever appender there is. */
  private static final AtomicLong LOST = new AtomicLong();

  private final LoggerContext context;

  LogSetup(LoggerContext context) {
    this.context = context;
  }

  /** The logging of this process. */
  public static LogSetup ofProcess() {
    return new LogSetup((LoggerContext) LoggerFactory.getILoggerFactory());
  }

  /**
   * Logging of a server, to standard output; may be called again after a reload, and leaves the
   * queue alone that writes that format already.
   */
  public void serve(GatewayConfig.Log log) {
    String name = log.format().name();
    Appender<ILoggingEvent> there = root().getAppender(name);
    if (there == null || !there.isStarted()) {
      Encoder<ILoggingEvent> encoder =
          switch (log.format()) {
            case TEXT -> text();
            case JSON -> json();
          };
      LogQueue queue = new LogQueue(encoder, ConsoleTarget.SystemOut.getStream(), LOST);
      replaceAppenders(queue, name, Level.INFO);
    }
    context.getLogger(ACCESS_LOGGER).setLevel(log.access() ? Level.INFO : Level.OFF);
  }

  /** Logging of a short command: only what went wrong, to standard error. */
  public void quiet() {
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setTarget(ConsoleTarget.SystemErr.getName());
    appender.setEncoder(text());
    replaceAppenders(appender, "quiet", Level.WARN);
  }

  /** Lines that were not written, since nobody read those before them. */
  static long lost() {
    return LOST.get();
  }

  /** Writes what waits to be written, at the end of the process. */
  public void finish() {
    root().detachAndStopAllAppenders();
  }

  /** There is always one that takes lines: rather is a line written twice than not at all. */
  private void replaceAppenders(Appender<ILoggingEvent> appender, String name, Level level) {
    List<Appender<ILoggingEvent>> before = new ArrayList<>();
    root().iteratorForAppenders().forEachRemaining(before::add);
    appender.setContext(context);
    appender.setName(name);
    appender.start();
    root().addAppender(appender);
    root().setLevel(level);
    for (Appender<ILoggingEvent> old : before) {
      boolean _ = root().detachAppender(old);
      old.stop();
    }
  }

  private ch.qos.logback.classic.Logger root() {
    return context.getLogger(Logger.ROOT_LOGGER_NAME);
  }

  private TextLines text() {
    TextLines encoder = new TextLines();
    encoder.setContext(context);
    encoder.start();
    return encoder;
  }

  private JsonEncoder json() {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithContext(false);
    encoder.setWithThreadName(false);
    encoder.setWithMDC(false);
    encoder.setWithMessage(false);
    encoder.setWithFormattedMessage(true);
    encoder.start();
    return encoder;
  }
}
