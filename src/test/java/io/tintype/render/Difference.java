package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.vips.Decoded;

/** How far a result is from what a test computed. */
record Difference(double largest, double mean) {
  /** What the sample of the result should be. */
  interface Expected {
    double at(int x, int y, int band);
  }

  static Difference between(Decoded result, Expected expected) {
    double largest = 0;
    double sum = 0;
    for (int y = 0; y < result.height(); y++) {
      for (int x = 0; x < result.width(); x++) {
        for (int band = 0; band < result.bands(); band++) {
          double wanted = Math.clamp(expected.at(x, y, band), 0, 255);
          double difference = Math.abs(result.at(x, y, band) - wanted);
          largest = Math.max(largest, difference);
          sum += difference;
        }
      }
    }
    return new Difference(largest, sum / (result.width() * result.height() * result.bands()));
  }

  void isAtMost(double largestAllowed, double meanAllowed) {
    assertThat(largest).as("largest difference").isLessThanOrEqualTo(largestAllowed);
    assertThat(mean).as("mean difference").isLessThanOrEqualTo(meanAllowed);
  }
}
