package io.tintype.fetch;

import io.tintype.origin.AddressGuard;
import io.tintype.origin.FetchOutcome;
import io.tintype.origin.FetchOutcome.Absent;
import io.tintype.origin.FetchOutcome.Broken;
import io.tintype.origin.FetchOutcome.Denied;
import io.tintype.origin.FetchOutcome.Found;
import io.tintype.origin.FetchOutcome.NotModified;
import io.tintype.origin.OriginChain.Attempt;
import io.tintype.origin.OriginChain.Retry;
import io.tintype.origin.OriginEvents;
import io.tintype.origin.OriginId;
import io.tintype.telemetry.Metric;
import io.tintype.telemetry.Recorder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Counts and logs what origins do. Confined to one event loop. */
final class AttemptReport implements OriginEvents {
  private static final Logger LOG = LoggerFactory.getLogger(AttemptReport.class);
  private static final long NAGGING_NANOS = Duration.ofMinutes(10).toNanos();

  private final Recorder recorder;
  private final Map<OriginId, Long> nagged = new HashMap<>();

  AttemptReport(Recorder recorder) {
    this.recorder = recorder;
  }

  /** One attempt at one origin is over. */
  void attempted(String requestId, Attempt attempt, Duration limit) {
    String origin = attempt.origin().name();
    String outcome = labelOf(attempt, limit);
    recorder.count(Metric.ORIGIN_REQUESTS, origin, outcome);
    recorder.time(Metric.ORIGIN_DURATION, attempt.took().toNanos(), origin);
    LOG.atLevel(levelOf(attempt.outcome()))
        .addKeyValue("request", requestId)
        .addKeyValue("origin", origin)
        .addKeyValue("outcome", outcome)
        .addKeyValue("millis", attempt.took().toMillis())
        .log(reasonOf(attempt.outcome()));
  }

  /** A second try at an origin was wanted. */
  void retried(OriginId origin, Retry result) {
    recorder.count(Metric.ORIGIN_RETRIES, origin.name(), result.name().toLowerCase(Locale.ROOT));
  }

  /** Counts the bytes of chunks that arrive from an origin. */
  LongConsumer bytesFrom(OriginId origin) {
    return bytes -> recorder.add(Metric.ORIGIN_BYTES, (double) bytes, origin.name());
  }

  @Override
  public void listingDenied(OriginId origin) {
    recorder.count(Metric.ORIGIN_LISTING_DENIED, origin.name());
    long now = System.nanoTime();
    Long last = nagged.get(origin);
    if (last == null || now - last > NAGGING_NANOS) {
      nagged.put(origin, now);
      LOG.atWarn()
          .addKeyValue("origin", origin.name())
          .log(
              "the keys of this backup bucket lack the permission s3:ListBucket: versions cannot be"
                  + " found, only plain objects");
    }
  }

  /** Found in more than half of the time there was is worth an alarm before it becomes too late. */
  private static String labelOf(Attempt attempt, Duration limit) {
    return switch (attempt.outcome()) {
      case Found _ -> attempt.took().multipliedBy(2).compareTo(limit) > 0 ? "slow" : "found";
      case NotModified _ -> "not_modified";
      case Absent _ -> "absent";
      case Denied _ -> "denied";
      case Broken broken ->
          switch (broken.cause()) {
            case UNAVAILABLE, FAILING, UNUSABLE -> "unavailable";
            case TIMEOUT -> "timeout";
            case CREDENTIALS -> "credentials";
            case CIRCUIT_OPEN, CIRCUIT_OPEN_TIMEOUT -> "circuit_open";
            case BUSY -> "busy";
          };
    };
  }

  private static Level levelOf(FetchOutcome outcome) {
    return switch (outcome) {
      case Broken broken -> wasAsked(broken) ? Level.WARN : Level.DEBUG;
      case Denied denied when denied.reason().startsWith(AddressGuard.REFUSED) -> Level.WARN;
      case Found _, NotModified _, Absent _, Denied _ -> Level.DEBUG;
    };
  }

  /** Whoever is not asked is no news: that began with a line of its own, or with many. */
  private static boolean wasAsked(Broken broken) {
    return switch (broken.cause()) {
      case UNAVAILABLE, FAILING, UNUSABLE, TIMEOUT, CREDENTIALS -> true;
      case CIRCUIT_OPEN, CIRCUIT_OPEN_TIMEOUT, BUSY -> false;
    };
  }

  private static String reasonOf(FetchOutcome outcome) {
    return switch (outcome) {
      case Found _ -> "found";
      case NotModified _ -> "not modified";
      case Absent absent -> absent.reason();
      case Denied denied -> denied.reason();
      case Broken broken -> broken.reason();
    };
  }
}
