package io.tintype;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import io.tintype.settings.GatewayConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets logback up in code: no file to search for and parse at start. */
public final class LogSetup {
  /** Name of the logger that writes a line for every request. */
  public static final String ACCESS_LOGGER = "io.tintype.access";

  /** Line breaks in a value must not look like another line. */
  private static final String TEXT_PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0} "
          + "%replace(%msg %kvp){'[\\r\\n]+', ' '}%n%ex";

  private final LoggerContext context;

  LogSetup(LoggerContext context) {
    this.context = context;
  }

  /** The logging of this process. */
  public static LogSetup ofProcess() {
    return new LogSetup((LoggerContext) LoggerFactory.getILoggerFactory());
  }

  /** Logging of a server, to standard output; may be called again after a reload. */
  public void serve(GatewayConfig.Log log) {
    Encoder<ILoggingEvent> encoder =
        switch (log.format()) {
          case TEXT -> text();
          case JSON -> json();
        };
    replaceAppender(ConsoleTarget.SystemOut, encoder, Level.INFO);
    context.getLogger(ACCESS_LOGGER).setLevel(log.access() ? Level.INFO : Level.OFF);
  }

  /** Logging of a short command: only what went wrong, to standard error. */
  public void quiet() {
    replaceAppender(ConsoleTarget.SystemErr, text(), Level.WARN);
  }

  private void replaceAppender(ConsoleTarget target, Encoder<ILoggingEvent> encoder, Level level) {
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setName("console");
    appender.setTarget(target.getName());
    appender.setEncoder(encoder);
    appender.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.detachAndStopAllAppenders();
    root.addAppender(appender);
    root.setLevel(level);
  }

  private PatternLayoutEncoder text() {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(TEXT_PATTERN);
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
