package io.tintype.rehearse;

import java.util.ArrayList;
import java.util.List;

/** What is counted of one thing. */
final class Tally {
  private final DistinctCount urls = new DistinctCount();
  private final List<String> examples = new ArrayList<>();
  private long hits;

  void hit(long more) {
    hits += more;
  }

  /**
   * A URL that may be new to it.
   *
   * @param most examples there may be
   */
  void see(String url, long hash, int most) {
    urls.add(hash);
    if (examples.size() < most) {
      String shown = ShownUrl.of(url);
      if (!examples.contains(shown)) {
        examples.add(shown);
      }
    }
  }

  Report.Count count() {
    return new Report.Count(hits, urls.count(), urls.isExact());
  }

  List<String> examples() {
    return List.copyOf(examples);
  }
}
