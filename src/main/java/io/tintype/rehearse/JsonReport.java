package io.tintype.rehearse;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** A report as JSON; field names: {@code docs/cli.md}. */
public final class JsonReport {
  private static final String HITS = "hits";
  private static final String URLS = "urls";
  private static final String EXACT = "urlsExact";
  private static final String PERCENT = "percent";
  private static final String EXAMPLES = "examples";

  private final Report report;
  private final Goal goal;

  public JsonReport(Report report, Goal goal) {
    this.report = report;
    this.goal = goal;
  }

  /** Everything, in lines. */
  public String text() {
    return json().encodePrettily() + System.lineSeparator();
  }

  JsonObject json() {
    Report.Reading reading = report.reading();
    return new JsonObject()
        .put("fine", goal.isMetBy(report))
        .put("least", goal.least())
        .put(
            "covered",
            new JsonObject()
                .put(HITS, report.covered())
                .put("of", goal.asked(report))
                .put(PERCENT, Share.percent(report.covered(), goal.asked(report))))
        .put(HITS, reading.hits())
        .put("leftOut", reading.leftOut())
        .put("unreadable", reading.unreadable())
        .put("unreadablePlaces", new JsonArray(reading.unreadablePlaces()))
        .put("outcomes", outcomes())
        .put("endpoints", endpoints())
        .put("parameters", parameters())
        .put("elsewhere", new JsonArray(report.elsewhere()));
  }

  private JsonObject outcomes() {
    JsonObject outcomes = new JsonObject();
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(outcome.key(), count(report.count(outcome)));
    }
    return outcomes;
  }

  private JsonArray endpoints() {
    JsonArray endpoints = new JsonArray();
    for (Report.EndpointCount endpoint : report.endpoints()) {
      endpoints.add(
          new JsonObject()
              .put("endpoint", endpoint.name())
              .put(HITS, endpoint.hits())
              .put("covered", endpoint.covered())
              .put(PERCENT, Share.percent(endpoint.covered(), endpoint.hits()))
              .put("outcomes", hits(endpoint.outcomes())));
    }
    return endpoints;
  }

  private static JsonObject hits(Map<Outcome, Report.Count> outcomes) {
    JsonObject hits = new JsonObject();
    for (Outcome outcome : Outcome.values()) {
      hits.put(outcome.key(), outcomes.getOrDefault(outcome, Report.Count.NONE).hits());
    }
    return hits;
  }

  private JsonArray parameters() {
    JsonArray parameters = new JsonArray();
    for (Report.Row row : report.rows()) {
      String reason = row.part().reason();
      parameters.add(
          new JsonObject()
              .put("parameter", row.part().parameter())
              .put("outcome", row.part().outcome().key())
              .put("reason", reason.isEmpty() ? null : reason)
              .mergeIn(count(row.count()))
              .put(EXAMPLES, new JsonArray(row.examples())));
    }
    return parameters;
  }

  private JsonObject count(Report.Count count) {
    return new JsonObject()
        .put(HITS, count.hits())
        .put(PERCENT, Share.percent(count.hits(), report.reading().hits()))
        .put(URLS, count.urls())
        .put(EXACT, count.exact());
  }
}
