package io.tintype.rehearse;

import java.util.List;

/**
 * What would become of a request.
 *
 * @param endpoint that answers for it; empty = none does
 * @param parts of the URL, each once
 */
record Judgment(String endpoint, Outcome outcome, List<Part> parts) {
  static final Judgment ELSEWHERE = new Judgment("", Outcome.ELSEWHERE, List.of());

  Judgment {
    parts = List.copyOf(parts);
  }
}
