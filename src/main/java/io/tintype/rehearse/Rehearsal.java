package io.tintype.rehearse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts what would become of the requests of logs. Its memory is bounded, however many there are:
 * URLs are judged again when they have been forgotten, and rare parts are counted together.
 */
public final class Rehearsal {
  /** Parts of URLs that are kept apart. */
  static final int MOST_PARTS = 2_000;

  private static final int MOST_PLACES = 5;

  /** Bytes of the URLs that are remembered, and what each costs besides its text; both roughly. */
  private static final long REMEMBERED = 100_000_000;

  private static final int COST_OF_ONE = 300;

  /** Requests that are judged together, by all processors. */
  private static final int BATCH = 8_192;

  /** Characters of their URLs. */
  private static final int BATCH_LENGTH = 4_000_000;

  private final Judge judge;
  private final Rules rules;
  private final Map<Outcome, Tally> outcomes = new EnumMap<>(Outcome.class);
  private final Map<String, Map<Outcome, Tally>> endpoints = new LinkedHashMap<>();
  private final Map<Part, Tally> parts = new HashMap<>();
  private final List<String> unreadablePlaces = new ArrayList<>();
  private final Cache<LoggedUrl, List<Tally>> known =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .maximumWeight(REMEMBERED)
          .weigher((LoggedUrl url, List<Tally> _) -> url.length() + COST_OF_ONE)
          .build();
  private final List<Pending> pending = new ArrayList<>(BATCH);
  private long pendingLength;
  private long hits;
  private long leftOut;
  private long unreadable;

  public Rehearsal(Judge judge, Rules rules) {
    this.judge = judge;
    this.rules = rules;
  }

  /**
   * What counts, and how.
   *
   * @param host of requests that come without one; empty = unknown
   * @param all whether requests count that were answered with a failure or do not read
   * @param examples the most URLs that are shown of each kind, from 0
   */
  public record Rules(String host, boolean all, int examples) {}

  /** A URL that has to be judged, and its hits. */
  private record Pending(LoggedUrl url, long hits) {}

  /**
   * A place in a log.
   *
   * @param unit what is counted, with a space
   * @param number from 1
   */
  record Place(String file, String unit, long number) {
    String text() {
      return file + " " + unit + number;
    }
  }

  void add(LogEntry entry, Place place) {
    switch (entry) {
      case LogEntry.Request(var request) when rules.all() || request.wasDelivered() ->
          LoggedUrl.of(request.target(), request.host().isEmpty() ? rules.host() : request.host())
              .ifPresentOrElse(url -> count(url, request.hits()), () -> unreadable(place));
      case LogEntry.Request(var request) -> leftOut += request.hits();
      case LogEntry.Unreadable _ -> unreadable(place);
      case LogEntry.Nothing _ -> {
        // There is nothing to count.
      }
    }
  }

  /** What has been counted so far. */
  public Report report() {
    countPending();
    return new Report(
        new Report.Reading(hits, leftOut, unreadable, unreadablePlaces),
        counts(outcomes),
        endpoints.entrySet().stream()
            .map(one -> new Report.EndpointCount(one.getKey(), counts(one.getValue())))
            .toList(),
        parts.entrySet().stream()
            .map(
                part ->
                    new Report.Row(
                        part.getKey(), part.getValue().count(), part.getValue().examples()))
            .toList(),
        outcomes.containsKey(Outcome.ELSEWHERE)
            ? outcomes.get(Outcome.ELSEWHERE).examples()
            : List.of());
  }

  private void count(LoggedUrl url, long more) {
    hits += more;
    pending.add(new Pending(url, more));
    pendingLength += url.length();
    if (pending.size() == BATCH || pendingLength >= BATCH_LENGTH) {
      countPending();
    }
  }

  private void countPending() {
    Map<LoggedUrl, Judgment> judgments =
        pending.parallelStream()
            .map(Pending::url)
            .filter(url -> known.getIfPresent(url) == null)
            .distinct()
            .collect(Collectors.toConcurrentMap(url -> url, judge::judge));
    for (Pending one : pending) {
      known.get(one.url(), url -> seen(url, judgments)).forEach(tally -> tally.hit(one.hits()));
    }
    pending.clear();
    pendingLength = 0;
  }

  /** One that has been forgotten since the batch began is judged again. */
  private List<Tally> seen(LoggedUrl url, Map<LoggedUrl, Judgment> judgments) {
    Judgment made = judgments.get(url);
    Judgment judgment = made == null ? judge.judge(url) : made;
    List<Tally> tallies =
        Stream.concat(general(judgment), judgment.parts().stream().map(this::tally))
            .distinct()
            .toList();
    String text = url.text();
    long hash = DistinctCount.hash(text);
    tallies.forEach(tally -> tally.see(text, hash, rules.examples()));
    return tallies;
  }

  private Stream<Tally> general(Judgment judgment) {
    Tally all = outcomes.computeIfAbsent(judgment.outcome(), _ -> new Tally());
    return judgment.endpoint().isEmpty()
        ? Stream.of(all)
        : Stream.of(
            all,
            endpoints
                .computeIfAbsent(judgment.endpoint(), _ -> new EnumMap<>(Outcome.class))
                .computeIfAbsent(judgment.outcome(), _ -> new Tally()));
  }

  private Tally tally(Part part) {
    boolean kept = parts.size() < MOST_PARTS || parts.containsKey(part);
    return parts.computeIfAbsent(kept ? part : Part.other(part.outcome()), _ -> new Tally());
  }

  private void unreadable(Place place) {
    unreadable++;
    if (unreadablePlaces.size() < MOST_PLACES) {
      unreadablePlaces.add(place.text());
    }
  }

  private static Map<Outcome, Report.Count> counts(Map<Outcome, Tally> tallies) {
    return tallies.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, tally -> tally.getValue().count()));
  }
}
