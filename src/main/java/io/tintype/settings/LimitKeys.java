package io.tintype.settings;

import io.tintype.config.Group;
import io.tintype.config.Key;
import io.tintype.config.Section;
import io.tintype.config.Values;
import io.tintype.model.AllowedSizes;
import io.tintype.model.Limits;
import java.time.Duration;
import java.util.List;

/** What one delivery may cost: for all endpoints, and again for each. */
final class LimitKeys {
  private static final Key<Long> SOURCE_BYTES =
      Key.of("sourceBytes", Values.SIZE, "Largest encoded source.").orElse("40MiB");
  private static final Key<Long> SOURCE_PIXELS =
      Key.of("sourcePixels", Values.PIXELS, "Largest decoded source, all frames together.")
          .orElse("100MP");
  private static final Key<Integer> FRAMES =
      Key.of("frames", Values.integer(1, 100_000), "Most frames of an animation.").orElse("256");
  private static final Key<Long> RESULT_PIXELS =
      Key.of(
              "resultPixels",
              Values.PIXELS,
              "Largest picture any step may produce, all frames together.")
          .orElse("100MP");
  private static final Key<Integer> STEPS =
      Key.of(
              "steps",
              Values.integer(1, 1000),
              "Most steps of one chain, that of the URL or of a layer; both branches of a condition"
                  + " count.")
          .orElse("25");
  private static final Key<Integer> LAYERS =
      Key.of("layers", Values.integer(0, 1000), "Most layers of one transformation.").orElse("10");
  private static final Key<Integer> NESTING =
      Key.of("nesting", Values.integer(0, 10), "Levels of layers: 1 = no layer in a layer.")
          .orElse("3");
  private static final Key<Duration> FETCH_TIME =
      Key.of(
              "fetchTime",
              Values.DURATION,
              "Total time for reading one source, all origins of the list together.")
          .orElse("10s");
  private static final Key<Duration> RENDER_TIME =
      Key.of("renderTime", Values.DURATION, "Longest rendering.").orElse("8s");
  private static final Key<Duration> QUEUE_TIME =
      Key.of(
              "queueTime",
              Values.DURATION,
              "Longest wait for a free render thread. What would probably wait longer, judging by"
                  + " the jobs before it and with a quarter to spare, is refused.")
          .orElse("2s");
  private static final Key<List<Integer>> WIDTHS =
      Key.of(
              "widths",
              Values.listOf(Values.integer(1, 65_535)),
              "Widths in pixels, pixel ratio included, that URLs may ask for; empty = any.")
          .orElse("");
  private static final Key<List<Integer>> HEIGHTS =
      Key.of("heights", Values.listOf(Values.integer(1, 65_535)), "The same for heights.")
          .orElse("");
  private static final Key<Boolean> SNAP =
      Key.of(
              "snapSizes",
              Values.FLAG,
              "Whether a side that is not in its list becomes the next larger one, or the largest,"
                  + " and is reported; else it is answered with 400.")
          .orElse("false");

  static final Group GROUP =
      new Group(
          "limits",
          "What one delivery may cost. Exceeding one answers 400; exceeding a time 503 or 504.",
          List.of(
              SOURCE_BYTES,
              SOURCE_PIXELS,
              FRAMES,
              RESULT_PIXELS,
              STEPS,
              LAYERS,
              NESTING,
              FETCH_TIME,
              RENDER_TIME,
              QUEUE_TIME,
              WIDTHS,
              HEIGHTS,
              SNAP));

  private LimitKeys() {}

  /** Reads limits; what is not set is taken from others. */
  static Limits read(Section section, Limits others) {
    return new Limits(
        positive(section, SOURCE_BYTES, others.sourceBytes()),
        positive(section, SOURCE_PIXELS, others.sourcePixels()),
        section.get(FRAMES, others.frames()),
        positive(section, RESULT_PIXELS, others.resultPixels()),
        section.get(STEPS, others.steps()),
        section.get(LAYERS, others.layers()),
        section.get(NESTING, others.nesting()),
        time(section, FETCH_TIME, others.fetchTime()),
        time(section, RENDER_TIME, others.renderTime()),
        time(section, QUEUE_TIME, others.queueTime()),
        new AllowedSizes(
            section.get(WIDTHS, others.sizes().widths()),
            section.get(HEIGHTS, others.sizes().heights()),
            section.get(SNAP, others.sizes().snap())));
  }

  private static long positive(Section section, Key<Long> key, long otherwise) {
    long value = section.get(key, otherwise);
    if (value == 0) {
      section.report(key.name(), "expected more than 0");
    }
    return value;
  }

  private static Duration time(Section section, Key<Duration> key, Duration otherwise) {
    Duration value = section.get(key, otherwise);
    if (value.isZero()) {
      section.report(key.name(), "expected more than 0");
    }
    return value;
  }
}
