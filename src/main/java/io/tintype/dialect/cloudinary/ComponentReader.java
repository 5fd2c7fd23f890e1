package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Argument;
import io.tintype.dialect.Param;
import io.tintype.dialect.ParamTable;
import io.tintype.model.Expression.Subject;
import io.tintype.model.Step;
import java.util.List;
import java.util.Optional;

/** Reads the parameters of single components. */
final class ComponentReader {
  static final ParamTable<ComponentDraft> STEP =
      new ParamTable<>(GeometryParams.ALL, LookParams.ALL, EffectParams.ALL, OtherParams.REPORTED);
  static final ParamTable<OutputDraft> OUTPUT = new ParamTable<>(OutputParams.ALL);
  static final ParamTable<DeliveryDraft> DELIVERY = new ParamTable<>(DeliveryParams.ALL);

  private static final String UNDEFINED = "a value whose variables are defined before";

  private final ChainContext context;
  private final Variables variables;
  private final OutputDraft output;
  private final DeliveryDraft delivery;

  ComponentReader(
      ChainContext context, Variables variables, OutputDraft output, DeliveryDraft delivery) {
    this.context = context;
    this.variables = variables;
    this.output = output;
    this.delivery = delivery;
  }

  /** The steps that a component asks for. */
  List<Step> read(Component component) {
    boolean ofBase =
        context.depth() > 0
            && (component.hasFlag(Flags.RELATIVE) || component.hasFlag(Flags.REGION_RELATIVE));
    return draft(component).steps(ofBase ? Subject.BASE : Subject.CURRENT);
  }

  private ComponentDraft draft(Component component) {
    ComponentDraft draft = new ComponentDraft();
    for (Parameter parameter : component.effective()) {
      resolved(parameter).ifPresent(argument -> apply(argument, draft));
    }
    return draft;
  }

  /** Reads the parameters that a table has, and leaves the others alone. */
  <D> D read(Component component, ParamTable<D> table, D draft) {
    for (Parameter parameter : component.effective()) {
      Optional<Param<D>> param = table.find(parameter.key());
      if (param.isPresent()) {
        resolved(parameter)
            .ifPresent(argument -> param.get().apply(argument, draft, context.findings()));
      }
    }
    return draft;
  }

  private Optional<Argument> resolved(Parameter parameter) {
    Optional<Argument> argument =
        variables
            .resolve(parameter.value())
            .map(
                value ->
                    new Argument(parameter.position(), parameter.raw(), parameter.key(), value));
    if (argument.isEmpty()) {
      context.invalid(parameter, UNDEFINED);
    }
    return argument;
  }

  private void apply(Argument argument, ComponentDraft draft) {
    String key = argument.key();
    if (key.equals(Flags.KEY)) {
      Flags.read(argument, output, delivery, context.findings());
      return;
    }
    if (OtherParams.WITHOUT_EFFECT.contains(key)) {
      return;
    }
    boolean known =
        applied(STEP, argument, draft)
            || applied(OUTPUT, argument, output)
            || applied(DELIVERY, argument, delivery);
    if (!known) {
      context.findings().unsupported(argument.position(), argument.raw(), "is not known");
    }
  }

  private <D> boolean applied(ParamTable<D> table, Argument argument, D draft) {
    Optional<Param<D>> param = table.find(argument.key());
    param.ifPresent(known -> known.apply(argument, draft, context.findings()));
    return param.isPresent();
  }
}
