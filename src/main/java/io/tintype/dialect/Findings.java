package io.tintype.dialect;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was found in one URL that will not be honoured; collected in any order, told in URL order.
 */
public final class Findings {
  private static final Comparator<Finding> URL_ORDER = Comparator.comparingInt(Finding::position);

  private final List<Finding> found = new ArrayList<>();
  private final List<Fault> forbidden = new ArrayList<>();

  /** A parameter or value nobody knows, or that we do not have yet; refused in strict mode. */
  public void unsupported(int position, String raw, String reason) {
    add(position, new Ignored(raw, reason), Optional.of(new Fault.UnknownParameter(raw, reason)));
  }

  /** A known parameter with a value it cannot have; refused in strict mode. */
  public void invalid(int position, String raw, Fault.InvalidArgument fault) {
    add(position, new Ignored(raw, "is not " + fault.expected()), Optional.of(fault));
  }

  /** Something the vendor refuses, and so do we in every mode. */
  public void forbidden(int position, String raw, String reason) {
    forbidden.add(new Fault.UnknownParameter(raw, reason));
    unsupported(position, raw, reason);
  }

  /** A good parameter that has nothing to do here; never refused. */
  public void moot(int position, String raw, String reason) {
    add(position, new Ignored(raw, reason), Optional.empty());
  }

  /** Everything found, in URL order. */
  public List<Ignored> ignored() {
    return found.stream().sorted(URL_ORDER).map(Finding::ignored).toList();
  }

  /** What strict mode refuses, in URL order. */
  public List<Fault> refusals() {
    return found.stream().sorted(URL_ORDER).flatMap(finding -> finding.refusal().stream()).toList();
  }

  /** Throws what strict mode refuses first, if there is anything. */
  public void refuse() {
    List<Fault> refusals = refusals();
    if (!refusals.isEmpty()) {
      throw new FaultException(refusals.getFirst());
    }
  }

  /** Throws what is refused in every mode, if there is anything. */
  public void refuseForbidden() {
    if (!forbidden.isEmpty()) {
      throw new FaultException(forbidden.getFirst());
    }
  }

  /** Adds what was found in a part of the URL. */
  public void include(Findings part) {
    found.addAll(part.found);
    forbidden.addAll(part.forbidden);
  }

  /**
   * Tells of a part as a whole that is not read for its mistake; what is in it needs no telling.
   */
  public void invalid(int position, String raw, Fault.InvalidArgument fault, Findings part) {
    forbidden.addAll(part.forbidden);
    invalid(position, raw, fault);
  }

  private void add(int position, Ignored ignored, Optional<Fault> refusal) {
    found.add(new Finding(position, ignored, refusal));
  }

  private record Finding(int position, Ignored ignored, Optional<Fault> refusal) {}
}
