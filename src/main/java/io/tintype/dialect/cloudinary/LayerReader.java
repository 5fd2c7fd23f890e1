package io.tintype.dialect.cloudinary;

import static java.util.Map.entry;

import io.tintype.dialect.Reading;
import io.tintype.dialect.Values;
import io.tintype.model.Gravity.Direction;
import io.tintype.model.Layer;
import io.tintype.model.Layer.Blend;
import io.tintype.model.Layer.Overhang;
import io.tintype.model.Position;
import io.tintype.model.SourceRef;
import io.tintype.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a layer: one component, or a group from the one that names it to the one that applies it.
 */
final class LayerReader {
  private static final String EFFECT = "e";
  private static final String TEXT = "text:";
  private static final String UNDERLAY = "u";

  /** Effects of two pictures. */
  static final Map<String, Blend> BLENDS =
      Map.ofEntries(
          entry("multiply", Blend.MULTIPLY),
          entry("screen", Blend.SCREEN),
          entry("overlay", Blend.OVERLAY),
          entry("mask", Blend.MASK),
          entry("cut_out", Blend.CUTOUT),
          entry("displace", Blend.DISPLACE));

  /** Those that never show a layer beside the picture. */
  private static final Set<Blend> WITHIN =
      Set.of(Blend.MASK, Blend.CUTOUT, Blend.CUTTER, Blend.DISPLACE);

  private final ChainContext context;
  private final Variables variables;
  private final OutputDraft output;

  /**
   * For one layer.
   *
   * @param context of the layer's own chain
   * @param output of the chain it is part of
   */
  LayerReader(ChainContext context, Variables variables, OutputDraft output) {
    this.context = context;
    this.variables = variables;
    this.output = output;
  }

  /** What a layer shows, and what its first component does to it. */
  record Drawn(Layer.Content content, List<Step> steps) {}

  /** One component: offsets place the layer, and formats are those of the result. */
  List<Step> alone(Component component, Parameter what) {
    DeliveryDraft delivery = new DeliveryDraft();
    ComponentReader reader = new ComponentReader(context, variables, output, delivery);
    Component own = withoutBlend(component).without("l", UNDERLAY, "g", "x", "y");
    return drawn(what, own, reader)
        .map(drawn -> overlay(what, paged(drawn, delivery), component, List.of(component), reader))
        .orElse(List.of());
  }

  /**
   * A group: its components change the layer, and the last one places it.
   *
   * @param head names the layer
   * @param body what is between
   * @param apply has {@code fl_layer_apply}
   */
  List<Step> group(Component head, Parameter what, List<Component> body, Component apply) {
    DeliveryDraft delivery = new DeliveryDraft();
    OutputDraft unused = new OutputDraft();
    ComponentReader reader = new ComponentReader(context, variables, unused, delivery);
    Optional<Drawn> drawn = drawn(what, head.without("l", UNDERLAY), reader);
    if (drawn.isEmpty()) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>(drawn.get().steps());
    steps.addAll(new ChainReader(body, context, delivery).read(variables, unused));
    apply.definitions().forEach(variables::define);
    Component placing = places(apply) || head.last("c").isPresent() ? apply : head;
    Drawn whole = paged(new Drawn(drawn.get().content(), steps), delivery);
    List<Step> all = new ArrayList<>(overlay(what, whole, placing, List.of(head, apply), reader));
    all.addAll(
        new ComponentReader(context, variables, output, new DeliveryDraft())
            .read(withoutBlend(apply).without("g", "x", "y", "c", "w", "h", "ar", "dpr")));
    return all;
  }

  private static boolean places(Component apply) {
    return Stream.of("g", "x", "y").anyMatch(key -> apply.last(key).isPresent());
  }

  private Optional<Drawn> drawn(Parameter what, Component own, ComponentReader reader) {
    if (what.value().startsWith(TEXT)) {
      return new TextReader(context, variables)
          .read(what, what.value().substring(TEXT.length()), own, reader);
    }
    Reading<SourceRef> source =
        variables
            .resolve(what.value())
            .map(context.pictures()::read)
            .orElseGet(Reading.Invalid::new);
    switch (source) {
      case Reading.Value<SourceRef>(var picture) -> {
        Layer.Content content = new Layer.Picture(picture, OptionalInt.empty());
        return Optional.of(new Drawn(content, reader.read(own)));
      }
      case Reading.Partly<SourceRef>(var picture, var reason) -> {
        context.unsupported(what, reason);
        Layer.Content content = new Layer.Picture(picture, OptionalInt.empty());
        return Optional.of(new Drawn(content, reader.read(own)));
      }
      case Reading.Unsupported<SourceRef>(var reason) -> context.unsupported(what, reason);
      case Reading.Moot<SourceRef>(var reason) -> context.unsupported(what, reason);
      case Reading.Invalid<SourceRef>() -> context.invalid(what, "the public id of a picture");
    }
    return Optional.empty();
  }

  /** With the page that one of the layer's components asks for. */
  private static Drawn paged(Drawn drawn, DeliveryDraft delivery) {
    return drawn.content() instanceof Layer.Picture(var source, _)
        ? new Drawn(new Layer.Picture(source, delivery.page()), drawn.steps())
        : drawn;
  }

  private List<Step> overlay(
      Parameter what,
      Drawn drawn,
      Component placing,
      List<Component> parts,
      ComponentReader reader) {
    PlacementDraft placement = reader.read(placing, PlacementDraft.PARAMS, new PlacementDraft());
    placing
        .last("dpr")
        .flatMap(dpr -> Values.number(dpr.value()))
        .filter(dpr -> dpr.signum() > 0)
        .ifPresent(dpr -> placement.density(dpr.doubleValue()));
    if (!isPlace(placing, placement)) {
      return List.of();
    }
    Blend blend = blend(what, parts);
    boolean tiled = has(parts, Flags.TILED);
    boolean within = has(parts, Flags.NO_OVERFLOW) || WITHIN.contains(blend);
    Overhang overhang = tiled ? Overhang.TILED : within ? Overhang.CUT : Overhang.GROWS;
    Direction usual = tiled ? Direction.TOP_LEFT : Direction.CENTER;
    Position position =
        blend == Blend.DISPLACE ? placement.offset(usual) : placement.position(usual);
    return List.of(
        new Step.Overlay(new Layer(drawn.content(), drawn.steps(), position, blend, overhang)));
  }

  /** Without a detector nothing is found, and what is put on every find is put nowhere. */
  private boolean isPlace(Component placing, PlacementDraft placement) {
    boolean anchored =
        placement.gravity().isEmpty() || placement.gravity().get() instanceof GravityWish.Anchor;
    if (!anchored) {
      placing
          .last("g")
          .ifPresent(gravity -> context.unsupported(gravity, "needs a detector to place a layer"));
    }
    return anchored || !(placement.gravity().get() instanceof GravityWish.Things);
  }

  private static Blend blend(Parameter what, List<Component> parts) {
    if (what.key().equals(UNDERLAY)) {
      return Blend.UNDER;
    }
    return has(parts, Flags.CUTTER) ? Blend.CUTTER : blendOf(parts.getLast()).orElse(Blend.OVER);
  }

  private static Component withoutBlend(Component component) {
    return blendOf(component).isPresent() ? component.without(EFFECT) : component;
  }

  private static Optional<Blend> blendOf(Component component) {
    return component.last(EFFECT).map(effect -> BLENDS.get(effect.value()));
  }

  private static boolean has(List<Component> parts, String flag) {
    return parts.stream().anyMatch(part -> part.hasFlag(flag));
  }
}
