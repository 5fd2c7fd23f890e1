package io.tintype.dialect.imagekit;

import io.tintype.dialect.ParamTable;
import io.tintype.fault.Fault;
import io.tintype.model.Branch;
import io.tintype.model.Condition;
import io.tintype.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the components of one chain into steps, and notes what will not be honoured. */
final class ChainReader {
  private final Context context;
  private final Chain chain;
  private final List<Step> steps = new ArrayList<>();

  /**
   * Which chain is read.
   *
   * @param table parameters that belong to the component they stand in
   * @param families parameters that belong to the chain as a whole
   * @param where in words that follow «of no effect»
   * @param depth layers around it
   */
  record Chain(ParamTable<StepDraft> table, List<Family<?>> families, String where, int depth) {
    Chain {
      families = List.copyOf(families);
    }
  }

  ChainReader(Context context, Chain chain) {
    this.context = context;
    this.chain = chain;
  }

  /** Reads a chain without named transformations. */
  List<Step> read(List<Component> components) {
    components.forEach(component -> read(component, Optional.empty()));
    return steps;
  }

  /** Reads a chain whose picture is trimmed at first, unless it says otherwise. */
  List<Step> readTrimmed(List<Component> components) {
    Optional<Step> trim = Optional.of(ShapeParams.USUAL_TRIM);
    for (Component component : components) {
      read(component, trim);
      trim = Optional.empty();
    }
    return steps;
  }

  private void read(Component component, Optional<Step> trim) {
    Family<StepDraft> family = new Family<>(chain.table(), new StepDraft(), context.findings());
    family.draft().put(Place.TRIM, trim);
    List<Block> conditions = new ArrayList<>();
    boolean alone = true;
    for (Part part : translated(component).parts()) {
      switch (part) {
        case Item item -> alone &= !readItem(item, family);
        case Block block when !block.closed() ->
            refuse(block, "a block that ends with " + block.kind().end());
        case Block block when block.kind() == Block.Kind.CONDITION -> conditions.add(block);
        case Block block -> {
          alone = false;
          LayerReader.read(block, context, chain.depth() + 1).ifPresent(family.draft()::add);
        }
      }
    }
    steps.addAll(family.draft().steps(family.usage(), context));
    for (Block condition : conditions) {
      if (alone && conditions.size() == 1) {
        when(condition).ifPresent(steps::add);
      } else {
        refuse(condition, "a condition that is alone in its step");
      }
    }
  }

  /** Reads an item; true if it is one of this component rather than of the whole chain. */
  private boolean readItem(Item item, Family<StepDraft> family) {
    if (family.takes(item)) {
      return true;
    }
    for (Family<?> ofChain : chain.families()) {
      if (ofChain.takes(item)) {
        return false;
      }
    }
    if (item.key().equals("l") || item.key().equals("if")) {
      context
          .findings()
          .unsupported(item.position(), item.raw(), "stands without the block it belongs to");
    } else if (Params.knows(item.key())) {
      context.findings().moot(item.position(), item.raw(), "is of no effect " + chain.where());
    } else {
      context.findings().unsupported(item.position(), item.raw(), Reasons.UNKNOWN);
    }
    return false;
  }

  private Component translated(Component component) {
    return context.settings().legacyOverlays() && chain.depth() == 0
        ? LegacyOverlays.translate(component, context.findings())
        : component;
  }

  private Optional<Step> when(Block block) {
    Optional<Condition> condition = ConditionReader.read(block.head());
    if (condition.isEmpty()) {
      context
          .findings()
          .invalid(
              block.position(),
              block.raw(),
              new Fault.InvalidArgument(
                  block.kind().key(), block.head(), ConditionReader.EXPECTED));
      return Optional.empty();
    }
    Branch then = branch(block.body());
    Branch otherwise = branch(block.otherwise());
    return then.equals(Branch.NONE) && otherwise.equals(Branch.NONE)
        ? Optional.empty()
        : Optional.of(new Step.When(condition.get(), then, otherwise));
  }

  /** A layer has no output of its own, and so have its branches. */
  private Branch branch(List<Component> components) {
    Family<OutputDraft> output = new Family<>(Params.OUTPUT, new OutputDraft(), context.findings());
    List<Family<?>> families = chain.depth() == 0 ? List.of(output) : List.of();
    Chain ofBranch = new Chain(chain.table(), families, "inside a condition", chain.depth());
    return new Branch(new ChainReader(context, ofBranch).read(components), output.draft().output());
  }

  private void refuse(Block block, String expected) {
    context.findings().invalid(block.position(), block.raw(), block.refusal(expected));
  }
}
