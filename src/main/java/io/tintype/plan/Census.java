package io.tintype.plan;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Limits;
import io.tintype.model.Step;
import java.util.List;

/**
 * How much a transformation asks for, whatever its source. Both branches of a condition count.
 *
 * @param steps of its longest chain: its own or that of a layer
 * @param layers in all chains together
 * @param nesting levels of layers; 1 = no layer in a layer
 */
public record Census(int steps, int layers, int nesting) {
  private static final Census NOTHING = new Census(0, 0, 0);

  /** That of a chain. */
  public static Census of(List<Step> chain) {
    int steps = 0;
    Census rest = NOTHING;
    for (Step step : chain) {
      steps++;
      if (step instanceof Step.Overlay(var layer)) {
        rest = rest.and(of(layer.steps()).below());
      } else if (step instanceof Step.When(_, var then, var otherwise, _)) {
        Census first = of(then.steps());
        Census second = of(otherwise.steps());
        steps += first.steps + second.steps;
        rest = rest.and(first).and(second);
      }
    }
    return new Census(Math.max(steps, rest.steps), rest.layers, rest.nesting);
  }

  /**
   * Compares with the limits.
   *
   * @throws FaultException {@link Fault.LimitExceeded} for the first limit that is exceeded
   */
  public void check(Limits limits) {
    if (steps > limits.steps()) {
      throw exceeded("steps", "%d steps".formatted(steps), limits.steps());
    }
    if (layers > limits.layers()) {
      throw exceeded("layers", "%d layers".formatted(layers), limits.layers());
    }
    if (nesting > limits.nesting()) {
      throw exceeded("nesting", "layers in %d levels".formatted(nesting), limits.nesting());
    }
  }

  private Census and(Census other) {
    return new Census(
        Math.max(steps, other.steps), layers + other.layers, Math.max(nesting, other.nesting));
  }

  /** This, one level deeper: as the chain of a layer. */
  private Census below() {
    return new Census(steps, layers + 1, nesting + 1);
  }

  private static FaultException exceeded(String limit, String what, int most) {
    return new FaultException(
        new Fault.LimitExceeded(
            limit, "The transformation has %s, more than the %d allowed.".formatted(what, most)));
  }
}
