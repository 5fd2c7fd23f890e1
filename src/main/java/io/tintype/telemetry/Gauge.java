package io.tintype.telemetry;

import java.util.List;

/** Everything that is looked at, rather than counted, when somebody scrapes. */
public enum Gauge {
  RENDER_QUEUE("tintype_render_queue", "Renderings that wait for a thread."),
  RENDER_RUNNING("tintype_render_running", "Renderings under way."),
  RENDER_HEAVY_QUEUE(
      "tintype_render_heavy_queue",
      "Those that wait and take much memory or a thread for long: others pass them."),
  RENDER_HEAVY_RUNNING("tintype_render_heavy_running", "The same of those under way."),
  RENDER_THREADS("tintype_render_threads", "Threads that render."),
  ORIGIN_ASKED("tintype_origin_asked", "Attempts at an origin under way.", "origin"),
  ORIGIN_CIRCUITS_OPEN(
      "tintype_origin_circuits_open",
      "Servers of an origin that are left alone, since they have lately failed every time.",
      "origin"),
  SANDBOX_PROCESSES("tintype_sandbox_processes", "Helper processes that draw or are ready to."),
  SANDBOX_READY("tintype_sandbox_ready", "Helper processes that are ready and have nothing to do."),
  SANDBOX_STARTED("tintype_sandbox_started", "Helper processes made, since the start."),
  SANDBOX_LOST("tintype_sandbox_lost", "Helper processes killed or ended, since the start."),
  CACHE_BYTES("tintype_cache_bytes", "Bytes held by a cache tier.", "tier"),
  CACHE_ENTRIES("tintype_cache_entries", "Entries of a cache tier.", "tier"),
  CACHE_EVICTIONS(
      "tintype_cache_evictions", "Entries that had to make room, since the start.", "tier"),
  CACHE_WRITES("tintype_cache_writes", "Entries written, since the start.", "tier"),
  CACHE_WRITES_DROPPED(
      "tintype_cache_writes_dropped",
      "Entries not written, since too many waited or the tier took none, since the start.",
      "tier"),
  CACHE_DAMAGED(
      "tintype_cache_damaged",
      "Entries found torn or changed, and removed, since the start.",
      "tier"),
  CACHE_ERRORS(
      "tintype_cache_errors", "Readings and writings that failed, since the start.", "tier"),
  CONNECTIONS("tintype_connections", "Connections of clients."),
  CONNECTIONS_REFUSED(
      "tintype_connections_refused",
      "Connections closed at once, since there were too many, since the start."),
  FLIGHTS("tintype_flights", "Renderings that requests wait for."),
  BUDGET_USED("tintype_budget_used_bytes", "Bytes in use of a bounded kind.", "budget"),
  BUDGET_LIMIT("tintype_budget_limit_bytes", "Bytes allowed of a bounded kind.", "budget"),
  VIPS_MEMORY("tintype_vips_memory_bytes", "Memory libvips has allocated for pixels."),
  VIPS_MEMORY_PEAK("tintype_vips_memory_peak_bytes", "The most libvips had allocated at once."),
  CONFIG_RELOADS("tintype_config_reloads", "Changed configurations that took effect."),
  CONFIG_REFUSALS("tintype_config_refusals", "Changed configurations that were refused."),
  LOG_LOST(
      "tintype_log_lost_lines",
      "Lines of the log that were not written, since nobody read those before them."),
  LOOP_LAG(
      "tintype_event_loop_lag_seconds", "How late the latest event loop is with its next turn."),
  STUCK_THREADS(
      "tintype_stuck_threads",
      "Threads that have made no progress for so long that it is an error.",
      "kind"),
  PROCESS_RSS("tintype_process_resident_bytes", "Resident memory of the whole process.");

  private final String title;
  private final String help;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> labels;

  Gauge(String title, String help, String... labels) {
    this.title = title;
    this.help = help;
    this.labels = List.of(labels);
  }

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
