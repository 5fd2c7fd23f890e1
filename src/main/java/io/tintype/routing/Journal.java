package io.tintype.routing;

import io.tintype.fault.Blame;
import io.tintype.fault.Fault;
import io.tintype.telemetry.Metric;
import io.tintype.telemetry.Recorder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventAware;

/** Counts and logs every request once, at its end. Confined to one event loop. */
final class Journal {
  private static final Logger ACCESS = LoggerFactory.getLogger(RoutingVerticle.ACCESS_LOG);
  private static final double NANOS_PER_MILLI = 1e6;

  /** Of HTTP, as labels. */
  private static final List<String> STATUSES =
      IntStream.range(0, 1_000).mapToObj(Integer::toString).toList();

  /** What stands for the name of an endpoint where none answered. */
  private static final String NONE = "-";

  private final Recorder recorder;

  Journal(Recorder recorder) {
    this.recorder = recorder;
  }

  void ended(Exchange exchange, int status) {
    String endpoint = exchange.endpoint().map(Endpoint::name).orElse(NONE);
    String outcome = exchange.outcome().label();
    long nanos = exchange.nanos();
    recorder.count(Metric.REQUESTS, endpoint, STATUSES.get(status), outcome);
    recorder.time(Metric.REQUEST_DURATION, nanos, outcome);
    exchange.fault().ifPresent(fault -> count(fault, endpoint));
    if (ACCESS.isInfoEnabled() && ACCESS instanceof LoggingEventAware log) {
      log.log(line(exchange, status, endpoint, nanos));
    }
  }

  private void count(Fault fault, String endpoint) {
    recorder.count(Metric.FAULTS, nameOf(fault), Blame.of(fault).name());
    if (fault instanceof Fault.SignatureRefused(var reason)) {
      recorder.count(Metric.REFUSED_SIGNATURES, endpoint, reason.name().toLowerCase(Locale.ROOT));
    }
  }

  private static AccessLine line(Exchange exchange, int status, String endpoint, long nanos) {
    Optional<Order> order = exchange.delivery().map(Delivery::order);
    Target target = order.isPresent() ? order.get().circumstances().target() : exchange.target();
    return new AccessLine(
        exchange.id(),
        exchange.request().method().name(),
        order.isPresent() ? order.get().circumstances().host() : exchange.host(),
        target.path(),
        status,
        exchange.response().bytesWritten(),
        Math.round(nanos / NANOS_PER_MILLI),
        endpoint,
        exchange.outcome(),
        order.map(asked -> new AccessLine.Asked(asked.sourceText(), asked.chain())),
        exchange.servedFrom(),
        exchange.fault().map(Journal::nameOf));
  }

  private static String nameOf(Fault fault) {
    return fault.getClass().getSimpleName();
  }
}
