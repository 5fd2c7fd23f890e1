package io.tintype.routing;

import io.tintype.dialect.DeliveryRequest;
import io.tintype.fault.Blame;
import io.tintype.fault.Fault;
import io.tintype.telemetry.Metric;
import io.tintype.telemetry.Recorder;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Counts and logs every request once, at its end. Confined to one event loop. */
final class Journal {
  private static final Logger ACCESS = LoggerFactory.getLogger("io.tintype.access");
  private static final double NANOS_PER_MILLI = 1e6;

  /** What stands for the name of an endpoint where none answered. */
  private static final String NONE = "-";

  private final Recorder recorder;

  Journal(Recorder recorder) {
    this.recorder = recorder;
  }

  void ended(Exchange exchange, int status) {
    String endpoint = exchange.endpoint().map(Endpoint::name).orElse(NONE);
    String outcome = exchange.outcome().label();
    recorder.count(Metric.REQUESTS, endpoint, Integer.toString(status), outcome);
    recorder.time(Metric.REQUEST_DURATION, exchange.nanos(), outcome);
    exchange.fault().ifPresent(fault -> count(fault, endpoint));
    if (ACCESS.isInfoEnabled()) {
      log(exchange, status, endpoint);
    }
  }

  private void count(Fault fault, String endpoint) {
    recorder.count(Metric.FAULTS, nameOf(fault), Blame.of(fault).name());
    if (fault instanceof Fault.SignatureRefused(var reason)) {
      recorder.count(Metric.REFUSED_SIGNATURES, endpoint, reason.name().toLowerCase(Locale.ROOT));
    }
  }

  private static void log(Exchange exchange, int status, String endpoint) {
    LoggingEventBuilder line =
        ACCESS
            .atInfo()
            .addKeyValue("request", exchange.id())
            .addKeyValue("method", exchange.request().method().name())
            .addKeyValue("host", HeaderText.safe(exchange.host()))
            .addKeyValue("path", HeaderText.safe(exchange.target().path()))
            .addKeyValue("status", status)
            .addKeyValue("bytes", exchange.response().bytesWritten())
            .addKeyValue("millis", Math.round(exchange.nanos() / NANOS_PER_MILLI))
            .addKeyValue("endpoint", endpoint)
            .addKeyValue("outcome", exchange.outcome().label());
    if (exchange.delivery().isPresent()) {
      DeliveryRequest asked = exchange.delivery().get().request();
      line =
          line.addKeyValue("source", HeaderText.safe(withoutQuery(asked.source().text())))
              .addKeyValue("transformation", asked.transformation().canonical());
    }
    if (exchange.servedFrom().isPresent()) {
      line = line.addKeyValue("cache", exchange.servedFrom().get().label());
    }
    if (exchange.fault().isPresent()) {
      line = line.addKeyValue("fault", nameOf(exchange.fault().get()));
    }
    line.log("request");
  }

  /** A query that an origin is to see may carry its secrets. */
  private static String withoutQuery(String source) {
    int query = source.indexOf('?');
    return query < 0 ? source : source.substring(0, query);
  }

  private static String nameOf(Fault fault) {
    return fault.getClass().getSimpleName();
  }
}
