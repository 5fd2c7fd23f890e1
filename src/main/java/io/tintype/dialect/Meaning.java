package io.tintype.dialect;

import io.tintype.model.Box;
import io.tintype.model.Expression;
import io.tintype.model.Expression.Measure;
import io.tintype.model.Expression.Operation;
import io.tintype.model.Expression.Operator;
import io.tintype.model.Expression.Property;
import io.tintype.model.Expression.Subject;
import io.tintype.model.Extent;
import io.tintype.model.Fit;
import io.tintype.model.Gravity;
import io.tintype.model.Layer;
import io.tintype.model.SourceRef;
import io.tintype.model.Step;
import io.tintype.model.Text;
import io.tintype.model.Transformation;
import java.util.List;

/**
 * One spelling of transformations that look different in the model and lead to the same pixels,
 * because languages have different words for one thing. What means the same in it is the same.
 */
public final class Meaning {
  private static final Expression NONE = Expression.of(0);
  private static final Expression ONCE = Expression.of(1);
  private static final double HALF = 0.5;

  /** Larger sides make a density be dropped. */
  private static final int LARGEST_DENSE_SIDE = 5_000;

  /** The family that words without one are written in. */
  private static final String STANDARD_FAMILY = "Open Sans";

  private Meaning() {}

  /** The one spelling. */
  public static Transformation of(Transformation transformation) {
    return Backing.plain(StepRewriting.of(transformation, Meaning::plain));
  }

  /** The same with black behind what is transparent, for a language that has no other. */
  public static Transformation onBlack(Transformation transformation) {
    return Backing.onBlack(StepRewriting.of(transformation, Meaning::plain));
  }

  /** Whether two transformations lead to the same pixels and the same file. */
  public static boolean same(Transformation one, Transformation other) {
    return of(one).canonical().equals(of(other).canonical());
  }

  private static List<Step> plain(Step step) {
    return switch (step) {
      case Step.Flip(var leftRight, var topBottom) when leftRight && topBottom ->
          List.of(new Step.Flip(true, false), new Step.Flip(false, true));
      case Step.Resize(var fit, var box, var gravity) -> List.of(plain(fit, box, gravity));
      case Step.Crop(var box, var gravity) -> List.of(new Step.Crop(plain(box), plain(gravity)));
      case Step.Pad(var padding, var box, var gravity, var backdrop) ->
          List.of(new Step.Pad(padding, plain(box), gravity, backdrop));
      case Step.Overlay(var layer) -> List.of(new Step.Overlay(plain(layer)));
      default -> List.of(step);
    };
  }

  /** One side alone scales in proportion; where nothing is cut, gravity says nothing. */
  private static Step plain(Fit fit, Box box, Gravity gravity) {
    boolean oneSided = isOneSided(box);
    boolean free = fit == Fit.COVER || fit == Fit.FORCE || fit == Fit.INSIDE_ENLARGE;
    boolean cuts = fit == Fit.COVER || fit == Fit.COVER_NO_ENLARGE;
    return new Step.Resize(
        oneSided && free ? Fit.COVER : fit,
        plain(box),
        oneSided || !cuts ? Gravity.CENTER : plain(gravity));
  }

  /** Whether something is told of a picture changes nothing of it. */
  private static Gravity plain(Gravity gravity) {
    return gravity instanceof Gravity.Stored(var otherwise, _)
        ? new Gravity.Stored(otherwise)
        : gravity;
  }

  private static boolean isOneSided(Box box) {
    boolean both = !box.width().equals(Extent.AUTO) && !box.height().equals(Extent.AUTO);
    return !both && box.aspectRatio().equals(NONE);
  }

  /** In device pixels, where no side follows from another one. */
  private static Box plain(Box box) {
    Extent width = plain(box.width(), Measure.WIDTH);
    Extent height = plain(box.height(), Measure.HEIGHT);
    if (box.density() instanceof Expression.Constant(var factor)
        && box.aspectRatio().equals(NONE)
        && bears(width, factor)
        && bears(height, factor)) {
      return new Box(times(width, factor), times(height, factor), NONE, ONCE);
    }
    return new Box(width, height, box.aspectRatio(), box.density());
  }

  private static boolean bears(Extent side, double factor) {
    return switch (side) {
      case Extent.Auto _ -> true;
      case Extent.Pixels(var value) -> value * factor >= 1 && value * factor <= LARGEST_DENSE_SIDE;
      case Extent.OfSource _, Extent.Computed _ -> factor == 1;
    };
  }

  private static Extent times(Extent side, double factor) {
    return side instanceof Extent.Pixels(var value)
        ? new Extent.Pixels((int) Math.floor(value * factor + HALF))
        : side;
  }

  /** Shares are computed like anything else that follows from the picture. */
  private static Extent plain(Extent side, Measure measure) {
    return side instanceof Extent.OfSource(var share)
        ? new Extent.Computed(
            new Operation(
                Operator.MULTIPLY, new Property(Subject.CURRENT, measure), Expression.of(share)))
        : side;
  }

  private static Layer plain(Layer layer) {
    Layer.Content content =
        switch (layer.content()) {
          case Layer.Picture(var source, var page) -> new Layer.Picture(plain(source), page);
          case Layer.Words(var text) -> new Layer.Words(plain(text));
          case Layer.Block block -> block;
        };
    return new Layer(content, layer.steps(), layer.position(), layer.blend(), layer.overhang());
  }

  private static Text plain(Text text) {
    Text.Font font =
        switch (text.font()) {
          case Text.File(var source) -> new Text.File(plain(source));
          case Text.Family(var name) -> new Text.Family(name.isEmpty() ? STANDARD_FAMILY : name);
        };
    return text.in(font);
  }

  /** By the path that stores have which mirror paths. */
  private static SourceRef plain(SourceRef source) {
    return source instanceof SourceRef.Asset asset ? asset.mirrored() : source;
  }
}
