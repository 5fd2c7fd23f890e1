package io.tintype.dialect;

import io.tintype.model.Backdrop;
import io.tintype.model.Branch;
import io.tintype.model.Color;
import io.tintype.model.FormatChoice;
import io.tintype.model.Gravity;
import io.tintype.model.Gravity.Direction;
import io.tintype.model.ImageFormat;
import io.tintype.model.Layer;
import io.tintype.model.Output;
import io.tintype.model.Position;
import io.tintype.model.Position.Axis;
import io.tintype.model.Position.Origin;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A small change to a transformation, for the sake of a language that has no words for it as it is.
 *
 * @param difference what becomes different, as a clause
 */
public record Compromise(String difference, UnaryOperator<Transformation> change) {
  /** For a language without a gravity for faces, and with black behind JPEGs. */
  public static final List<Compromise> FOR_IMAGEKIT =
      List.of(
          ofSteps("faces are not looked for", Compromise::withoutFaces),
          ofSteps("a region that reaches beyond the picture is refused", Compromise::atPoint),
          ofFormats("only GIFs are delivered as GIFs", Compromise::ofGifs),
          new Compromise("an opaque PNG stays one", Compromise::withoutLossy),
          new Compromise("the quality is the same for all pictures", Compromise::atFixedQuality),
          new Compromise("what is transparent becomes black in a JPEG", Meaning::onBlack));

  /** For a language that moves regions back into the picture, but not layers. */
  public static final List<Compromise> FOR_CLOUDINARY =
      List.of(
          ofSteps("a region that reaches beyond the picture is made to fit", Compromise::inwards),
          new Compromise(
              "what is transparent in the picture gets the colour of the padding, too",
              meant -> StepRewriting.of(meant, Compromise::filled)),
          ofSteps("conditions hold for animations, too", Compromise::moving),
          ofFormats("what is no GIF becomes one, too", Compromise::ofAnything),
          ofSteps("a layer that reaches beyond the picture stays there", Compromise::anchored));

  /**
   * A transformation that can be written.
   *
   * @param meant what it has become
   * @param differences what is different in it
   */
  public record Settled(String chain, Transformation meant, List<String> differences) {
    public Settled {
      differences = List.copyOf(differences);
    }
  }

  /**
   * Finds the fewest compromises with which a transformation can be written.
   *
   * @param writer of the language; empty = it has no words
   */
  public static Optional<Settled> settle(
      Transformation meant, List<Compromise> offers, Function<Transformation, Rendition> writer) {
    List<Compromise> needed =
        new ArrayList<>(offers.stream().filter(offer -> offer.matters(meant)).toList());
    for (Compromise offer : List.copyOf(needed)) {
      List<Compromise> fewer = needed.stream().filter(one -> !one.equals(offer)).toList();
      if (writer.apply(changed(meant, fewer)) instanceof Rendition.Chain) {
        needed.remove(offer);
      }
    }
    Transformation settled = changed(meant, needed);
    return writer.apply(settled) instanceof Rendition.Chain(var chain)
        ? Optional.of(
            new Settled(chain, settled, needed.stream().map(Compromise::difference).toList()))
        : Optional.empty();
  }

  private boolean matters(Transformation meant) {
    return !Meaning.same(meant, change.apply(meant));
  }

  private static Transformation changed(Transformation meant, List<Compromise> compromises) {
    Transformation changed = meant;
    for (Compromise compromise : compromises) {
      changed = compromise.change().apply(changed);
    }
    return changed;
  }

  private static Compromise ofSteps(String difference, UnaryOperator<Step> change) {
    return new Compromise(
        difference, meant -> StepRewriting.of(meant, step -> List.of(change.apply(step))));
  }

  private static Step withoutFaces(Step step) {
    return withGravity(
        step, held -> held instanceof Gravity.Objects(_, _, var otherwise) ? otherwise : held);
  }

  private static Step atPoint(Step step) {
    return withGravity(
        step,
        held ->
            held instanceof Gravity.Inwards(var from, var x, var y) && from == Direction.TOP_LEFT
                ? new Gravity.TopLeft(x, y)
                : held);
  }

  private static Step inwards(Step step) {
    return withGravity(
        step,
        held ->
            switch (held) {
              case Gravity.TopLeft(var x, var y) -> new Gravity.Inwards(Direction.TOP_LEFT, x, y);
              case Gravity.Centre(var x, var y) -> new Gravity.Near(x, y);
              default -> held;
            });
  }

  private static Step withGravity(Step step, UnaryOperator<Gravity> change) {
    return switch (step) {
      case Step.Resize(var fit, var box, var gravity) ->
          new Step.Resize(fit, box, change.apply(gravity));
      case Step.Crop(var box, var gravity) -> new Step.Crop(box, change.apply(gravity));
      default -> step;
    };
  }

  private static List<Step> filled(Step step) {
    return switch (step) {
      case Step.Pad(_, _, _, Backdrop.Solid(var color)) when color.isOpaque() ->
          List.of(step, new Step.Flatten(color));
      case Step.Pad(var padding, var box, var gravity, Backdrop.Solid(var color))
          when color.alpha() > 0 ->
          List.of(new Step.Pad(padding, box, gravity, Color.CLEAR), new Step.Flatten(color));
      case Step.Rotate(var degrees, var color) when color.alpha() > 0 && !color.isOpaque() ->
          List.of(new Step.Rotate(degrees, Color.CLEAR), new Step.Flatten(color));
      default -> List.of(step);
    };
  }

  private static Step moving(Step step) {
    return step instanceof Step.When(var condition, var then, var otherwise, _)
        ? new Step.When(condition, then, otherwise, true)
        : step;
  }

  private static Step anchored(Step step) {
    return step instanceof Step.Overlay(var layer)
            && layer.position() instanceof Position.Offset(var x, var y, var anchor)
        ? anchor(x, y, anchor)
            .<Step>map(
                position ->
                    new Step.Overlay(
                        new Layer(
                            layer.content(),
                            layer.steps(),
                            position,
                            layer.blend(),
                            layer.overhang())))
            .orElse(step)
        : step;
  }

  /** Where edges, and not middles, are away from corners of the picture. */
  private static Optional<Position> anchor(Axis x, Axis y, Direction anchor) {
    if (anchor != Direction.TOP_LEFT
        || x.origin() == Origin.CENTER
        || y.origin() == Origin.CENTER) {
      return Optional.empty();
    }
    boolean right = x.origin() == Origin.END;
    boolean down = y.origin() == Origin.END;
    Direction from =
        right
            ? down ? Direction.BOTTOM_RIGHT : Direction.TOP_RIGHT
            : down ? Direction.BOTTOM_LEFT : Direction.TOP_LEFT;
    return Optional.of(new Position.Inwards(from, x.pixels(), y.pixels()));
  }

  /** For a language in which no picture decides about its own quality. */
  public static Transformation atFixedQuality(Transformation meant) {
    return withOutputs(meant, Output::atFixedQuality);
  }

  private static Compromise ofFormats(String difference, UnaryOperator<FormatChoice> change) {
    return new Compromise(
        difference, meant -> withOutputs(meant, said -> said.in(said.wish().map(change))));
  }

  private static FormatChoice ofGifs(FormatChoice wish) {
    return wish.equals(FormatChoice.always(ImageFormat.GIF))
        ? new FormatChoice.Exactly(ImageFormat.GIF)
        : wish;
  }

  private static FormatChoice ofAnything(FormatChoice wish) {
    return wish.equals(new FormatChoice.Exactly(ImageFormat.GIF))
        ? FormatChoice.always(ImageFormat.GIF)
        : wish;
  }

  /** With another output, also in branches. */
  private static Transformation withOutputs(Transformation meant, UnaryOperator<Output> change) {
    Transformation changed =
        StepRewriting.of(
            meant,
            step ->
                List.of(
                    step instanceof Step.When(var condition, var then, var otherwise, var moving)
                        ? new Step.When(
                            condition,
                            withOutput(then, change),
                            withOutput(otherwise, change),
                            moving)
                        : step));
    return new Transformation(
        changed.page(), changed.steps(), change.apply(changed.output()), changed.asStored());
  }

  private static Branch withOutput(Branch branch, UnaryOperator<Output> change) {
    return new Branch(branch.steps(), change.apply(branch.output()));
  }

  private static Transformation withoutLossy(Transformation meant) {
    Output said = meant.output();
    return said.format() instanceof FormatChoice.JpegIfOpaque(var otherwise)
        ? new Transformation(
            meant.page(), meant.steps(), said.in(Optional.of(otherwise)), meant.asStored())
        : meant;
  }
}
