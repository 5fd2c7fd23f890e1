package io.tintype;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * What logback does when the first logger is asked for, found by service loading: warnings to
 * standard error until a command decides.
 */
public final class LogStart extends ContextAwareBase implements Configurator {
  /** For the service loader. */
  public LogStart() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    new LogSetup(context).quiet();
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
