package io.tintype.plan;

import io.tintype.model.Accepts;
import io.tintype.model.Color;
import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import io.tintype.model.Metadata;
import io.tintype.model.Output;
import io.tintype.model.QualityChoice;
import io.tintype.plan.FormatNegotiator.Choice;
import io.tintype.plan.FormatNegotiator.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Decides what is made of a planned picture, and adds the steps that it takes to a draft. */
final class OutputPlanner {
  /** ThumbHash takes no larger pictures, and BlurHash needs none. */
  private static final int PLACEHOLDER_SIDE = 100;

  private static final int UPRIGHT = 1;

  private final SourceHeader header;
  private final Accepts accepts;
  private final OutputRules rules;
  private final Encoders encoders;

  OutputPlanner(SourceHeader header, Accepts accepts, OutputRules rules, Encoders encoders) {
    this.header = header;
    this.accepts = accepts;
    this.rules = rules;
    this.encoders = encoders;
  }

  /** What is made, and the wishes that could not be met by it. */
  record Decision(RenderPlan.Product product, List<String> unmet) {}

  /**
   * Decides.
   *
   * @param wholeSource whether no single page of the source is wanted
   * @param draft with all steps but the last
   */
  Decision decide(Output output, boolean wholeSource, Draft draft, int frames) {
    if (output.format() instanceof FormatChoice.Placeholder(var kind)) {
      return placeholder(kind, draft);
    }
    // A file that says how to turn it would be turned by whoever shows it.
    boolean untouched =
        wholeSource
            && draft.steps().isEmpty()
            && frames == header.frames()
            && header.orientation() == UPRIGHT;
    Metadata metadata = output.metadata().orElse(rules.switches().metadata());
    boolean lossless = output.lossless().orElse(rules.switches().lossless());
    Content content =
        new Content(
            draft.size(),
            draft.alpha(),
            frames > 1,
            lossless,
            metadata != Metadata.NONE || isMasked(draft));
    Shortfall shortfall = new Shortfall(rules.strict());
    OptionalInt density = density(output, new Figures(draft.evaluator(), shortfall));
    Choice choice =
        new FormatNegotiator(header, content, accepts, rules, encoders).choose(output.format());
    if (is(FormatChoice.Form.BILEVEL_TIFF, output)
        || choice.formats().stream().anyMatch(f -> !f.carriesAlpha())) {
      draft.flatten(output.matte().orElse(Color.BLACK));
    }
    return new Decision(
        new RenderPlan.Encode(
            choice.formats(),
            writing(output, draft.size(), lossless, metadata, density),
            aim(output, draft.size()),
            choice.provisional(),
            untouched && asksNothing(output) && choice.formats().contains(header.format())),
        Stream.concat(unmet(output, choice, density).stream(), shortfall.wishes().stream())
            .toList());
  }

  private static Decision placeholder(FormatChoice.Kind kind, Draft draft) {
    Size box = new Size(PLACEHOLDER_SIDE, PLACEHOLDER_SIDE);
    Ratio ratio = Ratio.inside(draft.size(), box).withoutEnlarging();
    draft.scale(ratio.of(draft.size()), ratio.shrink());
    if (kind == FormatChoice.Kind.BLURHASH) {
      draft.flatten(Color.WHITE);
    }
    return new Decision(new RenderPlan.Placeholder(kind), List.of());
  }

  private static boolean isMasked(Draft draft) {
    return draft.steps().stream().anyMatch(PlannedStep.UnsharpMask.class::isInstance);
  }

  private Writing writing(
      Output output, Size size, boolean lossless, Metadata metadata, OptionalInt density) {
    boolean few = rules.png().palette() || is(FormatChoice.Form.PALETTE_PNG, output);
    boolean palette = few && !lossless && size.pixels() <= rules.png().paletteMaxPixels();
    return new Writing(
        quality(output, size),
        lossless,
        output.progressive().orElse(rules.switches().progressive()),
        rules.switches().chroma(),
        palette,
        metadata,
        density,
        is(FormatChoice.Form.BILEVEL_TIFF, output),
        rules.encoders());
  }

  private static boolean is(FormatChoice.Form form, Output output) {
    return output.format().equals(new FormatChoice.Special(form));
  }

  /** Dots per inch, rounded half up; empty if none are wished for, or too few or too many. */
  private static OptionalInt density(Output output, Figures figures) {
    OptionalLong dpi =
        output
            .density()
            .map(wish -> figures.pixels("dn", wish, Quantity.RESOLUTION))
            .orElse(OptionalLong.empty());
    return dpi.isPresent() ? OptionalInt.of((int) dpi.getAsLong()) : OptionalInt.empty();
  }

  /** The default only lowers: what a source has lost does not come back with more bytes. */
  private int quality(Output output, Size size) {
    QualityChoice choice = output.quality().orElse(rules.quality().standard());
    return switch (choice) {
      case QualityChoice.Percent(var percent) ->
          output.quality().isPresent() ? percent : Math.min(percent, header.jpegQuality());
      case QualityChoice.Automatic(var level) -> Math.min(level.percent(), sourceQuality(size));
    };
  }

  private Optional<QualityAim> aim(Output output, Size size) {
    QualityChoice choice = output.quality().orElse(rules.quality().standard());
    return choice instanceof QualityChoice.Automatic(var level)
        ? Optional.of(new QualityAim(level, rules.quality().automatic(), sourceQuality(size)))
        : Optional.empty();
  }

  /** How good a JPEG source is; one that is made smaller is as good as any. */
  private int sourceQuality(Size size) {
    boolean smaller = size.pixels() < (long) header.width() * header.height();
    return smaller ? SourceHeader.BEST_QUALITY : header.jpegQuality();
  }

  /** Whether the URL leaves it all to us; the source then is as good as what we make of it. */
  private static boolean asksNothing(Output output) {
    return output.named().isEmpty()
        && output.quality().isEmpty()
        && output.progressive().isEmpty()
        && output.lossless().isEmpty()
        && output.metadata().isEmpty()
        && output.density().isEmpty();
  }

  /** What the formats that the result may come in have no place for, and the rest. */
  private static List<String> unmet(Output output, Choice choice, OptionalInt density) {
    List<String> unmet = new ArrayList<>(choice.unmet());
    if (output.lossless().orElse(false)
        && !within(choice, Set.of(ImageFormat.WEBP, ImageFormat.PNG, ImageFormat.TIFF))) {
      unmet.add("lo-true");
    }
    if (density.isPresent()
        && !within(choice, Set.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.TIFF))) {
      output.density().ifPresent(wish -> unmet.add("dn-" + Spelling.of(wish)));
    }
    return unmet;
  }

  private static boolean within(Choice choice, Set<ImageFormat> able) {
    return able.containsAll(choice.formats());
  }
}
