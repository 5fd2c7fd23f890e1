package io.tintype.model;

/** How much a lossy format may lose. */
public sealed interface QualityChoice {
  /** What an encoder is told where no picture is looked at, 1 to 100. */
  int percent();

  /** A fixed figure. */
  record Percent(int percent) implements QualityChoice {
    private static final int LEAST = 1;
    private static final int BEST = 100;

    public Percent {
      Range.check("quality", percent, LEAST, BEST);
    }
  }

  /** As little as it takes for a picture to stay as similar to itself as a level says. */
  record Automatic(Level level) implements QualityChoice {
    @Override
    public int percent() {
      return level.percent();
    }
  }

  /** How similar a picture stays, from the best down. */
  enum Level {
    BEST(86, 0.985),
    /** For faces: between the best and what is good. */
    SENSITIVE(76, 0.976),
    GOOD(70, 0.97),
    ECO(60, 0.96),
    LOW(50, 0.95);

    private final int percent;
    private final double similarity;

    Level(int percent, double similarity) {
      this.percent = percent;
      this.similarity = similarity;
    }

    /** The fixed figure that ImageKit publishes for the level, or for the one below and a bit. */
    public int percent() {
      return percent;
    }

    /**
     * What is aimed at: structural similarity of luma, weighted by content, 0 to 1 ({@code
     * docs/output.md}).
     */
    public double similarity() {
      return similarity;
    }

    /** The next lower level; the lowest is its own. */
    public Level lower() {
      return switch (this) {
        case BEST -> SENSITIVE;
        case SENSITIVE -> GOOD;
        case GOOD -> ECO;
        case ECO, LOW -> LOW;
      };
    }
  }
}
