package io.tintype.plan;

import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import io.tintype.model.Metadata;
import io.tintype.model.Output;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.util.ArrayList;
import java.util.List;

/**
 * Which deliveries depend on what their client accepts: those that name no format, and those that
 * name AVIF although something else they ask for rules it out.
 */
public final class Negotiation {
  private final Output base;
  private final boolean ruledOut;

  private Negotiation(Output base, boolean ruledOut) {
    this.base = base;
    this.ruledOut = ruledOut;
  }

  /** Whether the format of a result may depend on the client. */
  public static boolean matters(Transformation transformation, OutputRules rules) {
    List<Output> outputs = new ArrayList<>();
    outputs.add(transformation.output());
    boolean masked = collect(transformation.steps(), outputs);
    boolean kept =
        rules.switches().metadata() != Metadata.NONE
            || outputs.stream().anyMatch(o -> o.metadata().orElse(Metadata.NONE) != Metadata.NONE);
    Negotiation negotiation = new Negotiation(transformation.output(), masked || kept);
    return outputs.stream().anyMatch(negotiation::mayNegotiate);
  }

  private boolean mayNegotiate(Output output) {
    return mayNegotiate(base.overriddenBy(output).format());
  }

  private boolean mayNegotiate(FormatChoice wish) {
    return switch (wish) {
      case FormatChoice.Automatic _ -> true;
      case FormatChoice.JpegIfOpaque(var otherwise) -> mayNegotiate(otherwise);
      case FormatChoice.Exactly(var format) -> ruledOut && format == ImageFormat.AVIF;
      case FormatChoice.OfSource _, FormatChoice.Special _, FormatChoice.Placeholder _ -> false;
    };
  }

  /** Collects the wishes of all branches; says whether there is unsharp masking anywhere. */
  private static boolean collect(List<Step> steps, List<Output> outputs) {
    boolean masked = false;
    for (Step step : steps) {
      if (step instanceof Step.UnsharpMask) {
        masked = true;
      } else if (step instanceof Step.When(_, var then, var otherwise, _)) {
        outputs.add(then.output());
        outputs.add(otherwise.output());
        masked |= collect(then.steps(), outputs);
        masked |= collect(otherwise.steps(), outputs);
      }
    }
    return masked;
  }
}
