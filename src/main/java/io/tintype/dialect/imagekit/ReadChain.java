package io.tintype.dialect.imagekit;

import io.tintype.model.SourceRef;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.util.List;
import java.util.Optional;

/**
 * What the whole chain of a URL says.
 *
 * @param original whether the bytes of the source are wanted
 * @param defaultImage what to read when the source cannot be had
 */
record ReadChain(
    Transformation transformation, boolean original, Optional<SourceRef> defaultImage) {
  /**
   * Reads a chain without named transformations.
   *
   * @param still whether the URL asks for a still picture of a document or an animation
   */
  static ReadChain of(List<Component> components, Context context, boolean still) {
    Family<OutputDraft> output = new Family<>(Params.OUTPUT, new OutputDraft(), context.findings());
    Family<DeliveryDraft> delivery =
        new Family<>(Params.DELIVERY, new DeliveryDraft(), context.findings());
    List<Step> steps =
        new ChainReader(
                context,
                new ChainReader.Chain(
                    Params.STEP, List.of(output, delivery), "outside of a layer", 0))
            .read(components);
    DeliveryDraft wishes = delivery.draft();
    return new ReadChain(
        new Transformation(wishes.page(still, delivery.usage()), steps, output.draft().output()),
        wishes.original(),
        wishes.defaultImage());
  }
}
