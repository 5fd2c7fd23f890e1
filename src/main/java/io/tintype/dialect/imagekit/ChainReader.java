package io.tintype.dialect.imagekit;

import io.tintype.dialect.Findings;
import io.tintype.dialect.Param;
import io.tintype.dialect.Reading;
import io.tintype.fault.Fault;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Turns components into steps and an output, and notes what will not be honoured. */
final class ChainReader {
  private final Findings findings;
  private final OutputDraft output = new OutputDraft();
  private final Usage outputUsage;
  private final List<Step> steps = new ArrayList<>();

  private ChainReader(Findings findings) {
    this.findings = findings;
    this.outputUsage = new Usage(findings);
  }

  /** Reads a chain without named transformations. */
  static ReadChain read(List<Component> components, Findings findings) {
    ChainReader reader = new ChainReader(findings);
    components.forEach(reader::read);
    return new ReadChain(reader.steps, reader.output);
  }

  private void read(Component component) {
    StepDraft draft = new StepDraft();
    Usage usage = new Usage(findings);
    for (Item item : component.items()) {
      Optional<Param<StepDraft>> ofStep = Params.STEP.find(item.key());
      Optional<Param<OutputDraft>> ofChain = Params.OUTPUT.find(item.key());
      if (ofStep.isPresent()) {
        apply(ofStep.get(), item, draft, usage);
      } else if (ofChain.isPresent()) {
        apply(ofChain.get(), item, output, outputUsage);
      } else {
        findings.unsupported(item.position(), item.raw(), "unknown");
      }
    }
    steps.addAll(draft.steps(usage));
  }

  private <D> void apply(Param<D> param, Item item, D draft, Usage usage) {
    switch (param.reader().read(item.value())) {
      case Reading.Value<Consumer<D>>(var effect) -> {
        effect.accept(draft);
        usage.note(item);
      }
      case Reading.Unsupported<Consumer<D>>(var reason) ->
          findings.unsupported(item.position(), item.raw(), reason);
      case Reading.Moot<Consumer<D>>(var reason) ->
          findings.moot(item.position(), item.raw(), reason);
      case Reading.Invalid<Consumer<D>>() ->
          findings.invalid(
              item.position(),
              item.raw(),
              new Fault.InvalidArgument(item.key(), item.value(), param.reader().expected()));
    }
  }

  /** What a chain says. */
  record ReadChain(List<Step> steps, OutputDraft output) {
    Transformation transformation() {
      return new Transformation(steps, output.output());
    }
  }
}
