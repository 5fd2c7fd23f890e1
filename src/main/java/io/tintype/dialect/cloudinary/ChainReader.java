package io.tintype.dialect.cloudinary;

import io.tintype.dialect.DeliveryRequest;
import io.tintype.model.Branch;
import io.tintype.model.Condition;
import io.tintype.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns the components of one chain into steps, and notes what will not be honoured. */
final class ChainReader {
  private static final String IF = "if";
  private static final String ELSE = "else";
  private static final String END = "end";
  private static final Condition ALWAYS = new Condition.All(List.of());
  private static final Condition NEVER = new Condition.Any(List.of());

  private final List<Component> components;
  private final LayerGroups groups;
  private final ChainContext context;
  private final DeliveryDraft delivery;
  private int at;

  ChainReader(List<Component> components, ChainContext context, DeliveryDraft delivery) {
    this.components = List.copyOf(components);
    this.groups = new LayerGroups(components);
    this.context = context;
    this.delivery = delivery;
  }

  /**
   * Reads the whole chain.
   *
   * @param variables what is defined so far, and gets what the chain defines
   */
  List<Step> read(Variables variables, OutputDraft output) {
    List<Step> steps = new ArrayList<>();
    while (at < components.size()) {
      steps.addAll(readBlock(variables, output));
      // An end without a beginning ends nothing.
      at++;
    }
    return steps;
  }

  /** Reads up to {@code if_else} or {@code if_end}, or to the end of the chain. */
  private List<Step> readBlock(Variables variables, OutputDraft output) {
    List<Step> steps = new ArrayList<>();
    while (at < components.size()) {
      Component component = components.get(at);
      Optional<Parameter> condition = component.last(IF);
      if (condition.isEmpty()) {
        List<Step> read = readAt(at++, component, variables, output);
        if (!read.isEmpty()) {
          variables.outdate();
        }
        steps.addAll(read);
        continue;
      }
      if (isMark(condition.get())) {
        return steps;
      }
      Optional<Step> branches = conditional(component, condition.get(), variables);
      if (branches.isPresent()) {
        variables.outdate();
        steps.add(branches.get());
      }
    }
    return steps;
  }

  private Optional<Step> conditional(Component component, Parameter asked, Variables variables) {
    boolean alone = component.parameters().size() == 1;
    boolean block = alone || isClosed();
    int index = at++;
    component.definitions().forEach(variables::define);
    Optional<Condition> condition = new ConditionReader(variables).read(asked.value());
    OutputDraft thenOutput = new OutputDraft();
    OutputDraft otherwiseOutput = new OutputDraft();
    List<Step> then = new ArrayList<>(readAt(index, component.without(IF), variables, thenOutput));
    List<Step> otherwise = List.of();
    if (block) {
      then.addAll(readBlock(within(condition, ALWAYS, variables), thenOutput));
      if (isAt(ELSE)) {
        otherwise = otherwise(within(condition, NEVER, variables), otherwiseOutput);
      }
      at += isAt(END) ? 1 : 0;
    }
    if (condition.isEmpty()) {
      context.invalid(asked, ConditionReader.EXPECTED);
      return Optional.empty();
    }
    Branch yes = new Branch(then, thenOutput.said());
    Branch no = new Branch(otherwise, otherwiseOutput.said());
    return yes.equals(Branch.NONE) && no.equals(Branch.NONE)
        ? Optional.empty()
        : Optional.of(new Step.When(condition.get(), yes, no, true));
  }

  /** What a branch defines counts outside if it is known to be the one that is taken. */
  private static Variables within(
      Optional<Condition> condition, Condition taken, Variables variables) {
    return condition.filter(taken::equals).isPresent() ? variables : variables.copy();
  }

  private List<Step> otherwise(Variables variables, OutputDraft output) {
    int index = at++;
    Component mark = components.get(index);
    List<Step> steps = new ArrayList<>(readAt(index, mark.without(IF), variables, output));
    steps.addAll(readBlock(variables, output));
    return steps;
  }

  /** Whether what begins here has an end further on. */
  private boolean isClosed() {
    int open = 0;
    for (Component later : components.subList(at + 1, components.size())) {
      Optional<Parameter> condition = later.last(IF);
      if (condition.isPresent() && isMark(condition.get())) {
        if (open == 0) {
          return true;
        }
        open -= condition.get().value().equals(END) ? 1 : 0;
      } else if (condition.isPresent()) {
        open++;
      }
    }
    return false;
  }

  private boolean isAt(String mark) {
    return at < components.size()
        && components.get(at).last(IF).filter(p -> p.value().equals(mark)).isPresent();
  }

  private static boolean isMark(Parameter condition) {
    return condition.value().equals(ELSE) || condition.value().equals(END);
  }

  /**
   * Reads what begins at an index: a component, or a layer with all that belongs to it.
   *
   * @param component that component, without a condition
   */
  private List<Step> readAt(
      int index, Component component, Variables variables, OutputDraft output) {
    Optional<DeliveryRequest> foreign = context.names().foreign(component);
    if (foreign.isPresent()) {
      return readForeign(component.parameters().getFirst(), foreign.get(), output);
    }
    component.definitions().forEach(variables::define);
    Optional<Parameter> layer = component.layer();
    if (layer.isEmpty()) {
      return new ComponentReader(context, variables, output, delivery).read(component);
    }
    OptionalInt end = groups.endOf(index);
    variables.touch();
    LayerReader reader = new LayerReader(context.below(), variables, output);
    if (end.isEmpty()) {
      return reader.alone(component, layer.get());
    }
    at = end.getAsInt() + 1;
    return reader.group(
        component,
        layer.get(),
        components.subList(index + 1, end.getAsInt()),
        components.get(end.getAsInt()));
  }

  private List<Step> readForeign(Parameter name, DeliveryRequest stored, OutputDraft output) {
    stored
        .ignored()
        .forEach(
            part -> context.findings().unsupported(name.position(), part.raw(), part.reason()));
    stored.transformation().page().ifPresent(delivery::page);
    output.take(stored.transformation().output());
    return stored.transformation().steps();
  }
}
