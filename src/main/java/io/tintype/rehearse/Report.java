package io.tintype.rehearse;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What came of a rehearsal.
 *
 * @param reading how the logs were read
 * @param outcomes those that occurred
 * @param endpoints by their hits, most first
 * @param rows parts of URLs by their hits, most first
 * @param elsewhere examples of requests for no endpoint
 */
public record Report(
    Reading reading,
    Map<Outcome, Count> outcomes,
    List<EndpointCount> endpoints,
    List<Row> rows,
    List<String> elsewhere) {
  public Report {
    outcomes = Map.copyOf(outcomes);
    endpoints = sorted(endpoints, Comparator.comparing(EndpointCount::name), EndpointCount::hits);
    rows =
        sorted(
            rows,
            Comparator.comparing((Row row) -> row.part().parameter())
                .thenComparing(row -> row.part().outcome())
                .thenComparing(row -> row.part().reason()),
            row -> row.count().hits());
    elsewhere = List.copyOf(elsewhere);
  }

  /**
   * How often, and how many.
   *
   * @param urls how many different ones
   * @param exact whether that is counted, and not estimated
   */
  public record Count(long hits, long urls, boolean exact) {
    static final Count NONE = new Count(0, 0, true);
  }

  /**
   * How the logs were read.
   *
   * @param hits requests that count
   * @param leftOut requests that were answered with a failure, or with no picture
   * @param unreadable lines that belong in no log of their format
   * @param unreadablePlaces where the first of them are
   */
  public record Reading(long hits, long leftOut, long unreadable, List<String> unreadablePlaces) {
    public Reading {
      unreadablePlaces = List.copyOf(unreadablePlaces);
    }
  }

  /** An endpoint and what becomes of its requests. */
  public record EndpointCount(String name, Map<Outcome, Count> outcomes) {
    public EndpointCount {
      outcomes = Map.copyOf(outcomes);
    }

    long hits() {
      return Report.hits(outcomes);
    }

    long covered() {
      return Report.covered(outcomes);
    }
  }

  /** A part of URLs. */
  record Row(Part part, Count count, List<String> examples) {
    Row {
      examples = List.copyOf(examples);
    }
  }

  /** Requests that are delivered as asked, without the old vendor. */
  long covered() {
    return covered(outcomes);
  }

  Count count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, Count.NONE);
  }

  /** Parts that are not honoured, or those that are. */
  List<Row> rows(boolean honoured) {
    return rows.stream().filter(row -> row.part().outcome().isCovered() == honoured).toList();
  }

  private static long hits(Map<Outcome, Count> outcomes) {
    return outcomes.values().stream().mapToLong(Count::hits).sum();
  }

  private static long covered(Map<Outcome, Count> outcomes) {
    return outcomes.entrySet().stream()
        .filter(entry -> entry.getKey().isCovered())
        .mapToLong(entry -> entry.getValue().hits())
        .sum();
  }

  private static <T> List<T> sorted(List<T> all, Comparator<T> otherwise, ToLongFunction<T> hits) {
    return all.stream()
        .sorted(Comparator.comparingLong(hits).reversed().thenComparing(otherwise))
        .toList();
  }
}
