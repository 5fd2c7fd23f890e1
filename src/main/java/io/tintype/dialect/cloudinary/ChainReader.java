package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Argument;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Findings;
import io.tintype.dialect.ParamTable;
import io.tintype.fault.Fault;
import io.tintype.model.Branch;
import io.tintype.model.Condition;
import io.tintype.model.Expression.Subject;
import io.tintype.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the components of one chain into steps, and notes what will not be honoured. */
final class ChainReader {
  static final ParamTable<ComponentDraft> STEP =
      new ParamTable<>(GeometryParams.ALL, LookParams.ALL, EffectParams.ALL, OtherParams.REPORTED);
  static final ParamTable<OutputDraft> OUTPUT = new ParamTable<>(OutputParams.ALL);
  static final ParamTable<DeliveryDraft> DELIVERY = new ParamTable<>(DeliveryParams.ALL);

  private static final String IF = "if";
  private static final String ELSE = "else";
  private static final String END = "end";

  private final List<Component> components;
  private final NamedTransformations names;
  private final Findings findings;
  private final DeliveryDraft delivery;
  private int at;

  ChainReader(
      List<Component> components,
      NamedTransformations names,
      DeliveryDraft delivery,
      Findings findings) {
    this.components = List.copyOf(components);
    this.names = names;
    this.delivery = delivery;
    this.findings = findings;
  }

  /** Reads the whole chain. */
  List<Step> read(OutputDraft output) {
    List<Step> steps = new ArrayList<>();
    Variables variables = new Variables();
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
        steps.addAll(readComponent(component, variables, output));
        at++;
        continue;
      }
      if (isMark(condition.get())) {
        return steps;
      }
      conditional(component, condition.get(), variables).ifPresent(steps::add);
    }
    return steps;
  }

  private Optional<Step> conditional(Component component, Parameter asked, Variables variables) {
    boolean alone = component.parameters().size() == 1;
    boolean block = alone || isClosed();
    at++;
    component.definitions().forEach(variables::define);
    Optional<Condition> condition = new ConditionReader(variables).read(asked.value());
    OutputDraft thenOutput = new OutputDraft();
    OutputDraft otherwiseOutput = new OutputDraft();
    List<Step> then = new ArrayList<>(readComponent(component.without(IF), variables, thenOutput));
    List<Step> otherwise = List.of();
    if (block) {
      then.addAll(readBlock(variables.copy(), thenOutput));
      if (isAt(ELSE)) {
        otherwise = otherwise(variables.copy(), otherwiseOutput);
      }
      at += isAt(END) ? 1 : 0;
    }
    if (condition.isEmpty()) {
      findings.invalid(
          asked.position(),
          asked.raw(),
          new Fault.InvalidArgument(IF, asked.value(), ConditionReader.EXPECTED));
      return Optional.empty();
    }
    Branch yes = new Branch(then, thenOutput.said());
    Branch no = new Branch(otherwise, otherwiseOutput.said());
    return yes.equals(Branch.NONE) && no.equals(Branch.NONE)
        ? Optional.empty()
        : Optional.of(new Step.When(condition.get(), yes, no, true));
  }

  private List<Step> otherwise(Variables variables, OutputDraft output) {
    Component mark = components.get(at);
    at++;
    List<Step> steps = new ArrayList<>(readComponent(mark.without(IF), variables, output));
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

  private List<Step> readComponent(Component component, Variables variables, OutputDraft output) {
    Optional<DeliveryRequest> foreign = names.foreign(component);
    if (foreign.isPresent()) {
      return readForeign(component.parameters().getFirst(), foreign.get(), output);
    }
    component.definitions().forEach(variables::define);
    ComponentDraft draft = new ComponentDraft();
    for (Parameter parameter : component.effective()) {
      Optional<String> value = variables.resolve(parameter.value());
      if (value.isEmpty()) {
        findings.invalid(
            parameter.position(),
            parameter.raw(),
            new Fault.InvalidArgument(
                parameter.key(), parameter.value(), "a value whose variables are defined before"));
        continue;
      }
      apply(argument(parameter, value.get()), draft, output);
    }
    return draft.steps(Subject.CURRENT);
  }

  private List<Step> readForeign(Parameter name, DeliveryRequest stored, OutputDraft output) {
    stored
        .ignored()
        .forEach(part -> findings.unsupported(name.position(), part.raw(), part.reason()));
    stored.transformation().page().ifPresent(delivery::page);
    output.take(stored.transformation().output());
    return stored.transformation().steps();
  }

  private void apply(Argument argument, ComponentDraft draft, OutputDraft output) {
    String key = argument.key();
    if (key.equals(Flags.KEY)) {
      Flags.read(argument, output, delivery, findings);
      return;
    }
    if (OtherParams.WITHOUT_EFFECT.contains(key)) {
      return;
    }
    boolean read =
        STEP.find(key).map(param -> param.apply(argument, draft, findings)).isPresent()
            || OUTPUT.find(key).map(param -> param.apply(argument, output, findings)).isPresent()
            || DELIVERY
                .find(key)
                .map(param -> param.apply(argument, delivery, findings))
                .isPresent();
    if (!read) {
      findings.unsupported(argument.position(), argument.raw(), "is not known");
    }
  }

  private static Argument argument(Parameter parameter, String value) {
    return new Argument(parameter.position(), parameter.raw(), parameter.key(), value);
  }
}
