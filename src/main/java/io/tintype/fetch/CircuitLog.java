package io.tintype.fetch;

import io.tintype.origin.FetchOutcome.Cause;
import io.tintype.origin.OriginId;
import io.tintype.origin.Standings;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Says once that an origin is left alone, and once that it is asked again. */
public final class CircuitLog implements Standings.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(CircuitLog.class);

  @Override
  public void opened(OriginId origin, String host, Cause cause, int failures) {
    about(LOG.atWarn(), origin, host)
        .addKeyValue("outcome", cause.name().toLowerCase(Locale.ROOT))
        .addKeyValue("failures", failures)
        .log("the origin has failed so many times in a row: it is left alone, but for probes");
  }

  @Override
  public void closed(OriginId origin, String host) {
    about(LOG.atInfo(), origin, host).log("the origin answers again");
  }

  private static LoggingEventBuilder about(LoggingEventBuilder line, OriginId origin, String host) {
    LoggingEventBuilder known = line.addKeyValue("origin", origin.name());
    return host.isEmpty() ? known : known.addKeyValue("host", host);
  }
}
