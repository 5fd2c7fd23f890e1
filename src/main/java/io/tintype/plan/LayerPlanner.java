package io.tintype.plan;

import io.tintype.fault.FaultException;
import io.tintype.model.Color;
import io.tintype.model.Expression.Subject;
import io.tintype.model.Layer;
import io.tintype.model.Position;
import io.tintype.plan.Placement.Offset;
import java.util.Map;

/** Plans what is put on a picture: each layer is a chain of its own. */
final class LayerPlanner {
  private final Draft below;
  private final Surroundings surroundings;

  /**
   * For the layers of one chain.
   *
   * @param below what they are put on
   */
  LayerPlanner(Draft below, Surroundings surroundings) {
    this.below = below;
    this.surroundings = surroundings;
  }

  /**
   * Plans a layer and puts it on the picture.
   *
   * @throws FaultException why its picture cannot be had, or which limit it exceeds
   */
  void plan(Layer layer) {
    Draft top = begun(layer.content());
    new StepPlanner(top, surroundings, true).plan(layer.steps());
    LayerPlacement placement =
        new LayerPlacement(below.size(), top.size(), surroundings.figures(top.evaluator()));
    switch (layer.blend()) {
      case OVER, MULTIPLY, SCREEN, OVERLAY, UNDER -> put(layer, top, placement);
      case CUTOUT, MASK -> {
        below.change(overlay(layer, top, placement));
        below.addAlpha();
      }
      case CUTTER -> {
        below.enlarge(overlay(layer, top, placement), top.size());
        below.addAlpha();
      }
      case DISPLACE -> displace(layer, top, placement.displacement(layer.position()));
    }
  }

  /** Puts a layer where it is wanted; one that is not on the picture at all changes nothing. */
  private void put(Layer layer, Draft top, LayerPlacement placement) {
    Offset at = placement.at(layer.position());
    switch (layer.overhang()) {
      case CUT -> {
        if (placement.touches(at)) {
          below.change(new PlannedStep.Overlay(top.asLayer(layer.blend(), at)));
        }
      }
      case GROWS -> {
        Offset room = new Offset(Math.max(0, -at.left()), Math.max(0, -at.top()));
        below.canvas(room, placement.union(at), Color.CLEAR);
        Offset on = new Offset(at.left() + room.left(), at.top() + room.top());
        below.change(new PlannedStep.Overlay(top.asLayer(layer.blend(), on)));
      }
      case TILED -> {
        top.tile(at, below.size());
        below.change(new PlannedStep.Overlay(top.asLayer(layer.blend(), Offset.NONE)));
      }
    }
  }

  private static PlannedStep overlay(Layer layer, Draft top, LayerPlacement placement) {
    return new PlannedStep.Overlay(top.asLayer(layer.blend(), placement.at(layer.position())));
  }

  private void displace(Layer layer, Draft top, Offset most) {
    if (layer.position() instanceof Position.At) {
      surroundings.shortfall().refuse("lm-displace", "needs lx or ly");
    }
    if (!most.equals(Offset.NONE)) {
      below.change(new PlannedStep.Overlay(top.asLayer(layer.blend(), most)));
    }
  }

  private Draft begun(Layer.Content content) {
    return switch (content) {
      case Layer.Picture(var source, var page) ->
          picture(new Material.Picture(source, page.orElse(1)));
      case Layer.Block block -> block(block);
      case Layer.Words(var text) -> {
        PlannedText words =
            new TextPlanner(below.measured(), ofBase(), surroundings.probe()).plan(text);
        Size box = TextPlanner.checked(surroundings.probe().measure(words));
        yield made(new Material.Words(words), box);
      }
    };
  }

  private Draft picture(Material.Picture picture) {
    SourceHeader header = surroundings.probe().header(picture);
    Planner.checkSource(header, 1, surroundings.limits());
    return Draft.ofLayer(picture, header, surroundings, below.measured());
  }

  /** A share of a block's side is one of the base's: it has no size of its own before. */
  private Draft block(Layer.Block block) {
    Size base = below.size();
    Size size =
        new Wish(
                Wish.pixels("w", block.width(), base.width(), ofBase()),
                Wish.pixels("h", block.height(), base.height(), ofBase()))
            .or(base);
    Dimensions sides = size.dimensions();
    return made(new Material.Block(sides.width(), sides.height(), block.color()), size);
  }

  private Draft made(Material material, Size size) {
    return Draft.ofLayer(material, size, surroundings, below.measured());
  }

  private Figures ofBase() {
    return surroundings.figures(new Evaluator(Map.of(Subject.BASE, below.measured())));
  }
}
