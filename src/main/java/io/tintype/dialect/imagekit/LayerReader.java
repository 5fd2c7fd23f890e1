package io.tintype.dialect.imagekit;

import io.tintype.dialect.Findings;
import io.tintype.dialect.ParamTable;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Layer;
import io.tintype.model.Position;
import io.tintype.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one {@code l-…,l-end}. */
final class LayerReader {
  /** Layers in one another, by ImageKit's page on layers. */
  private static final int MAX_NESTING = 3;

  private static final Optional<String> CANVAS_NAME = Optional.of("ik_canvas");

  /** More than enough to tell another text. */
  private static final int MOST_CANVAS_DIGITS = 16;

  private final Findings outside;
  private final Context context;
  private final int depth;
  private final Block block;
  private final Family<PlacementDraft> placement;

  /** What is found inside is of no interest where the layer as a whole is refused. */
  private LayerReader(Block block, Context around, int depth) {
    this.outside = around.findings();
    this.context = new Context(new Findings(), around.hints(), around.settings());
    this.depth = depth;
    this.block = block;
    this.placement = new Family<>(Params.PLACEMENT, new PlacementDraft(), context.findings());
  }

  /**
   * Reads a layer; empty if it cannot be honoured, which is told.
   *
   * @param depth layers in one another, this one included
   * @throws FaultException if there are too many of them
   */
  static Optional<Step> read(Block block, Context context, int depth) {
    if (depth > MAX_NESTING) {
      throw new FaultException(
          new Fault.LimitExceeded(
              "nesting", "Layers may be nested %d deep at most.".formatted(MAX_NESTING)));
    }
    return new LayerReader(block, context, depth).read();
  }

  private Optional<Step> read() {
    return switch (block.head()) {
      case "image" -> isCanvas() ? canvas() : picture();
      case "text" -> text();
      case "video", "subtitles", "subtitle" -> refused(Reasons.VIDEO);
      default -> refused(Reasons.UNKNOWN);
    };
  }

  private Optional<Step> refused(String reason) {
    outside.unsupported(block.position(), block.raw(), reason);
    return Optional.empty();
  }

  private Optional<Step> picture() {
    Family<PictureDraft> picture = family(Params.PICTURE, new PictureDraft());
    List<Step> steps =
        new ChainReader(
                context,
                new ChainReader.Chain(
                    Params.LAYER_STEP, List.of(picture, placement), "in a picture layer", depth))
            .readTrimmed(block.body());
    return picture
        .draft()
        .content(picture.usage())
        .map(content -> overlay(content, steps))
        .orElseGet(() -> nameless("a layer with i or ie, the path of its picture"));
  }

  private Optional<Step> canvas() {
    Family<BlockDraft> canvas = family(Params.BLOCK, new BlockDraft());
    List<Step> steps = new ArrayList<>(steps(Params.BLOCK_STEP, canvas, "in an ik_canvas layer"));
    Layer.Content content = canvas.draft().content(steps, canvas.usage());
    canvas.draft().fading(steps).ifPresent(steps::add);
    return overlay(content, steps);
  }

  private Optional<Step> text() {
    Family<TextDraft> text = family(Params.TEXT, new TextDraft());
    List<Step> steps = new ArrayList<>(steps(Params.TEXT_STEP, text, "in a text layer"));
    text.draft().rounding().ifPresent(steps::addFirst);
    return text.draft()
        .content(text.usage())
        .map(content -> overlay(content, steps))
        .orElseGet(() -> nameless("a layer with i or ie, its text"));
  }

  private List<Step> steps(ParamTable<StepDraft> table, Family<?> content, String where) {
    return new ChainReader(
            context, new ChainReader.Chain(table, List.of(content, placement), where, depth))
        .read(block.body());
  }

  private Optional<Step> overlay(Layer.Content content, List<Step> steps) {
    PlacementDraft draft = placement.draft();
    if (draft.displacesByNothing()) {
      placement.usage().moot("is of no effect without lx or ly", "lm");
      outside.include(context.findings());
      return Optional.empty();
    }
    Position position = draft.position(placement.usage());
    outside.include(context.findings());
    return Optional.of(new Step.Overlay(new Layer(content, steps, position, draft.blend())));
  }

  /** An overlay of before layers is nothing but the parameter that has been told already. */
  private Optional<Step> nameless(String expected) {
    if (!block.raw().startsWith(block.kind().prefix())) {
      outside.include(context.findings());
      return Optional.empty();
    }
    outside.invalid(block.position(), block.raw(), block.refusal(expected), context.findings());
    return Optional.empty();
  }

  /** Whether the layer shows a block: {@code ie} has the last word on that, as on pictures. */
  private boolean isCanvas() {
    Optional<String> encoded = last("ie");
    return encoded.isPresent()
        ? encoded.flatMap(text -> Base64Text.decode(text, MOST_CANVAS_DIGITS)).equals(CANVAS_NAME)
        : last("i").equals(CANVAS_NAME);
  }

  private Optional<String> last(String key) {
    Optional<String> value = Optional.empty();
    for (Component component : block.body()) {
      for (Part part : component.parts()) {
        if (part instanceof Item item && item.key().equals(key)) {
          value = Optional.of(item.value());
        }
      }
    }
    return value;
  }

  private <D> Family<D> family(ParamTable<D> table, D draft) {
    return new Family<>(table, draft, context.findings());
  }
}
