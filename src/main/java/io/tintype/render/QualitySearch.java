package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.model.ImageFormat;
import io.tintype.plan.AutomaticQuality;
import io.tintype.plan.QualityAim;
import io.tintype.plan.Writing;
import io.tintype.vips.Vips;
import io.tintype.vips.VipsException;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the quality in which one picture stays as similar to itself as a level says, by encoding an
 * excerpt of it a few times. The logarithm of what is lost falls almost evenly with quality, so
 * each trial says where the next one should be.
 */
final class QualitySearch {
  private static final int MOST_TRIALS = 3;

  /** A trial this near to where it points, in points, is the last. */
  private static final int NEAR = 3;

  /** What is lost by a picture of which nothing visible is. */
  private static final double NOTHING = 1e-4;

  /** Two trials so steep, or so flat, say nothing of a third. */
  private static final double FLATTEST = 0.01;

  private static final double STEEPEST = 0.1;

  /** Bits a pixel that a picture without much in it takes. */
  private static final double CHEAP = 0.4;

  private static final Logger LOG = LoggerFactory.getLogger(QualitySearch.class);

  private final Vips vips;
  private final FormatWriter formats;
  private final Checkpoint checkpoint;
  private final VipsImage picture;
  private @Nullable Specimen specimen;

  /**
   * Searches for one picture.
   *
   * @param picture in memory
   */
  QualitySearch(Vips vips, FormatWriter formats, Checkpoint checkpoint, VipsImage picture) {
    this.vips = vips;
    this.formats = formats;
    this.checkpoint = checkpoint;
    this.picture = picture;
  }

  /** What is tried out, and what to compare the results with. */
  private record Specimen(VipsImage excerpt, Similarity similarity) {
    double pixels() {
      return (double) excerpt.width() * excerpt.height();
    }
  }

  /**
   * What a trial came to.
   *
   * @param lost logarithm of what is missing of a similarity of 1
   * @param bits a pixel
   */
  private record Trial(int percent, double lost, double bits) {}

  /** A figure from 1 to 100; empty if nothing can be tried. */
  OptionalInt find(ImageFormat format, Writing writing, QualityAim aim) {
    boolean tried =
        aim.way() == AutomaticQuality.MEASURED
            && Similarity.covers(picture.width(), picture.height());
    if (!tried) {
      return OptionalInt.empty();
    }
    try {
      return QualityScale.of(format)
          .map(scale -> OptionalInt.of(found(format, scale, writing, aim)))
          .orElse(OptionalInt.empty());
    } catch (VipsException failure) {
      // A library may write a format that it cannot read, and then has nothing to compare.
      checkpoint.check();
      LOG.atDebug().addKeyValue("text", failure.logText()).log("a trial failed");
      return OptionalInt.empty();
    }
  }

  private int found(ImageFormat format, QualityScale scale, Writing writing, QualityAim aim) {
    Trial trial = trial(format, scale, writing.of(scale.start(aim)));
    double wanted =
        Math.log(1 - aim.level().similarity())
            + 2 * Math.log(Math.max(1, trial.bits / scale.dear(aim.level())));
    double steepness = scale.steepness();
    int next = next(trial, wanted, steepness, scale, aim);
    for (int i = 1; i < MOST_TRIALS && Math.abs(next - trial.percent) > NEAR; i++) {
      Trial last = trial;
      trial = trial(format, scale, writing.of(next));
      double seen = (last.lost - trial.lost) / (trial.percent - last.percent);
      steepness = Math.clamp(seen, FLATTEST, STEEPEST);
      next = next(trial, wanted, steepness, scale, aim);
    }
    return next;
  }

  /** Where there is next to nothing to save, nothing is given away. */
  private static int next(
      Trial trial, double wanted, double steepness, QualityScale scale, QualityAim aim) {
    int next = scale.within(aim, trial.percent + (trial.lost - wanted) / steepness);
    return trial.bits < CHEAP ? Math.max(next, scale.start(aim)) : next;
  }

  private Trial trial(ImageFormat format, QualityScale scale, Writing writing) {
    checkpoint.check();
    Specimen tried = specimen();
    try (VipsScope scope = vips.openScope();
        ImageBytes written = formats.trial(tried.excerpt, format, writing)) {
      VipsImage read = scope.operation(scale.loader()).bytes("buffer", written).toImage();
      double missing = Math.max(NOTHING, 1 - tried.similarity.to(Luma.of(read)));
      double bits = Byte.SIZE * written.size() / tried.pixels();
      return new Trial(writing.quality(), Math.log(missing), bits);
    }
  }

  private Specimen specimen() {
    Specimen made = specimen;
    if (made == null) {
      VipsImage excerpt = Excerpt.of(picture);
      made = new Specimen(excerpt, new Similarity(Luma.of(excerpt)));
      specimen = made;
    }
    return made;
  }
}
