package io.tintype.plan;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The wishes a plan does not meet. */
final class Shortfall {
  private final boolean strict;
  private final Set<String> wishes = new LinkedHashSet<>();

  /**
   * Nothing is missing yet.
   *
   * @param strict whether what nobody could meet here is refused
   */
  Shortfall(boolean strict) {
    this.strict = strict;
  }

  /**
   * Something that is not possible here, whatever the picture.
   *
   * @param wish as the URL would name it
   * @param reason completes a sentence that begins with the wish: {@code needs cm-pad_resize}
   * @throws FaultException if the endpoint is strict
   */
  void refuse(String wish, String reason) {
    if (strict) {
      throw new FaultException(new Fault.UnknownParameter(wish, reason));
    }
    wishes.add(wish);
  }

  /**
   * A number that nothing can be done with.
   *
   * @param parameter as the URL would name it
   * @param value as the URL would write it
   * @param expected what the value should be
   * @throws FaultException if the endpoint is strict
   */
  void refuse(String parameter, String value, String expected) {
    if (strict) {
      throw new FaultException(new Fault.InvalidArgument(parameter, value, expected));
    }
    wishes.add(parameter + "-" + value);
  }

  /** Something that is possible, only not with this picture. */
  void report(String wish) {
    wishes.add(wish);
  }

  /** In the order of the plan, each once. */
  List<String> wishes() {
    return List.copyOf(wishes);
  }
}
