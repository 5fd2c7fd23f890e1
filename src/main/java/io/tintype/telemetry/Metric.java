package io.tintype.telemetry;

import java.util.List;

/**
 * Everything that is counted or timed while requests are served, with its name on the management
 * port. Labels are closed sets: names of the configuration, constants of ours; never a URL or host.
 */
public enum Metric {
  REQUESTS(Kind.COUNTER, "tintype_requests", "Answered requests.", "endpoint", "status", "outcome"),
  REQUEST_DURATION(
      Kind.TIMER,
      "tintype_request_duration_seconds",
      "From request to end of response.",
      "outcome"),
  STAGE_DURATION(
      Kind.TIMER,
      "tintype_stage_duration_seconds",
      "Time in one stage: parse, origin, queue, transform, encode.",
      "stage"),
  ORIGIN_REQUESTS(
      Kind.COUNTER, "tintype_origin_requests", "Attempts at one origin.", "origin", "outcome"),
  ORIGIN_DURATION(
      Kind.TIMER, "tintype_origin_duration_seconds", "Time of one attempt at an origin.", "origin"),
  ORIGIN_BYTES(Kind.COUNTER, "tintype_origin_bytes", "Bytes read from an origin.", "origin"),
  ORIGIN_LISTING_DENIED(
      Kind.COUNTER,
      "tintype_origin_listing_denied",
      "Listings refused for want of the list permission.",
      "origin"),
  ORIGIN_RETRIES(
      Kind.COUNTER,
      "tintype_origin_retries",
      "Second tries at an origin that were wanted.",
      "origin",
      "result"),
  CACHE_REQUESTS(
      Kind.COUNTER, "tintype_cache_requests", "Look-ups in a cache tier.", "tier", "result"),
  FLIGHTS_JOINED(
      Kind.COUNTER, "tintype_flights_joined", "Requests that shared the rendering of another."),
  INGREDIENTS(
      Kind.COUNTER,
      "tintype_ingredients",
      "Pictures and fonts that layers needed from an origin.",
      "kind",
      "result"),
  OUTPUT_BYTES(Kind.COUNTER, "tintype_output_bytes", "Bytes of delivered bodies.", "format"),
  RENDERED(Kind.COUNTER, "tintype_rendered", "Rendered results.", "format"),
  AUTOMATIC_QUALITY(
      Kind.COUNTER,
      "tintype_automatic_quality",
      "Results whose quality depended on the picture, or would have.",
      "level",
      "way",
      "format"),
  AUTOMATIC_QUALITY_POINTS(
      Kind.COUNTER,
      "tintype_automatic_quality_points",
      "Sum of the qualities, 1 to 100, that these results were written in.",
      "level",
      "way",
      "format"),
  UPGRADES(
      Kind.COUNTER,
      "tintype_upgrades",
      "AVIFs for answers that could not wait for them: started, repeated, finished, dropped.",
      "result"),
  REFINEMENTS(
      Kind.COUNTER,
      "tintype_refinements",
      "Results that were tried to be made smaller: started, replaced, kept, dropped.",
      "result"),
  REFINEMENT_DURATION(
      Kind.TIMER, "tintype_refinement_duration_seconds", "Rendering time of one such attempt."),
  REFINEMENT_SAVED_BYTES(
      Kind.COUNTER,
      "tintype_refinement_saved_bytes",
      "By how much results became smaller in that way."),
  IGNORED(
      Kind.COUNTER,
      "tintype_ignored_parameters",
      "Parameters that were not honoured.",
      "endpoint",
      "parameter"),
  FALLBACKS(
      Kind.COUNTER,
      "tintype_fallbacks",
      "Requests for things that nothing here finds, such as faces: what the URL names instead was"
          + " kept.",
      "endpoint"),
  FALLTHROUGH(
      Kind.COUNTER,
      "tintype_fallthrough_parameters",
      "Parameters for whose sake the old vendor was asked; `source` = none, but the source.",
      "endpoint",
      "parameter"),
  UNVERIFIED_SIGNATURES(
      Kind.COUNTER,
      "tintype_unverified_signatures",
      "Signatures accepted because no key is configured.",
      "endpoint"),
  REFUSED_SIGNATURES(
      Kind.COUNTER,
      "tintype_refused_signatures",
      "Requests refused for their signature, or for want of one.",
      "endpoint",
      "reason"),
  FAULTS(Kind.COUNTER, "tintype_faults", "Failed deliveries.", "fault", "blame");

  /** How a metric is counted. */
  public enum Kind {
    COUNTER,
    TIMER
  }

  private final Kind kind;
  private final String title;
  private final String help;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> labels;

  Metric(Kind kind, String title, String help, String... labels) {
    this.kind = kind;
    this.title = title;
    this.help = help;
    this.labels = List.of(labels);
  }

  public Kind kind() {
    return kind;
  }

  /** Name without Prometheus' {@code _total}. */
  public String title() {
    return title;
  }

  /** One sentence for the scraper. */
  public String help() {
    return help;
  }

  /** Names of the labels, in the order their values are given. */
  public List<String> labels() {
    return labels;
  }
}
