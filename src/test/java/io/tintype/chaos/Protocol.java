package io.tintype.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one phase saw: requests of its clients, figures, and promises that were not kept. */
final class Protocol {
  /** Every request is answered within this. */
  private static final double LONGEST_MILLIS = 12_000;

  /** The promise is 2 s; clients and origins here take their part of the same processors. */
  private static final double ORDINARY_MILLIS = 4_000;

  private static final double SERVED = 0.7;

  private static final double MOST = 0.99;

  private final String phase;
  private final List<Tally> tallies = new ArrayList<>();
  private final List<String> figures = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();

  Protocol(String phase) {
    this.phase = phase;
  }

  /** Adds requests that all had to be answered in time, by anything but a 500. */
  Tally answered(Tally tally) {
    tallies.add(tally);
    demand(tally.of(500) == 0 && tally.of(Tally.NONE) == 0, "no 500, no silence: " + tally.worst());
    demand(tally.slowest() <= LONGEST_MILLIS, "answers within 12 s: " + round(tally.slowest()));
    return tally;
  }

  /** Adds requests of which some may find nobody. */
  void asked(Tally tally) {
    tallies.add(tally);
    demand(tally.of(500) == 0, "no 500: " + tally.worst());
  }

  /** Ordinary requests beside the trouble: 70 % are served, and 99 % of those in time. */
  void ordinary(Tally tally) {
    answered(tally);
    double p99 = tally.percentile(MOST, Tally.OK);
    figure("ordinary: %s, p99 %s ms".formatted(tally.summary(), round(p99)));
    demand(tally.share(Tally.OK) >= SERVED, "70 % of ordinary requests: " + tally.summary());
    demand(p99 <= ORDINARY_MILLIS, "p99 of ordinary requests, at most 4 s: " + round(p99) + " ms");
  }

  /** Something worth reading. */
  void figure(String text) {
    figures.add(text);
  }

  /** A promise; the text says which, and what was seen. */
  void demand(boolean kept, String promise) {
    if (!kept) {
      broken.add(promise);
    }
  }

  String phase() {
    return phase;
  }

  boolean isKept() {
    return broken.isEmpty();
  }

  List<String> broken() {
    return broken.stream().map(promise -> phase + ": " + promise).toList();
  }

  /** Cells of a table: phase, requests, statuses, p50, p99, RSS, remarks, verdict. */
  Object[] row(long residentMiB) {
    Tally first = tallies.isEmpty() ? new Tally() : tallies.getFirst();
    return new Object[] {
      phase,
      tallies.stream().mapToLong(Tally::requests).sum(),
      String.join(" / ", tallies.stream().map(Tally::summary).toList()),
      round(first.percentile(0.5, Tally.OK)),
      round(first.percentile(0.99, Tally.OK)),
      residentMiB,
      String.join("; ", figures),
      isKept() ? "kept" : "BROKEN"
    };
  }

  static String round(double figure) {
    return Double.isNaN(figure) ? "-" : String.format(Locale.ROOT, "%.0f", figure);
  }
}
