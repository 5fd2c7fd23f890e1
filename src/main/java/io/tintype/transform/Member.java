package io.tintype.transform;

import io.tintype.render.Relatives;
import java.util.Optional;

/** A job among the other jobs of its source. Safe for use by several threads. */
final class Member implements Relatives {
  /** How far a job is that runs. */
  private enum Stage {
    BEGUN,
    DECODED,
    DEVELOPED
  }

  private final Family family;
  private final Optional<Demand> demand;
  private final Runnable progressed;
  private volatile Stage stage = Stage.BEGUN;
  private volatile boolean saved;

  /**
   * Creates a member that waits.
   *
   * @param demand empty = its plan was refused
   */
  Member(Family family, Optional<Demand> demand, Runnable progressed) {
    this.family = family;
    this.demand = demand;
    this.progressed = progressed;
  }

  Optional<Demand> demand() {
    return demand;
  }

  boolean hasDecoded() {
    return stage != Stage.BEGUN;
  }

  boolean hasDeveloped() {
    return stage == Stage.DEVELOPED;
  }

  /** Whether another job had computed what it needed. */
  boolean isSaved() {
    return saved;
  }

  boolean isHeld() {
    return family.isHeld(this);
  }

  void leave() {
    family.leave(this);
  }

  void start() {
    family.start(this);
  }

  void end() {
    family.end(this);
  }

  @Override
  public boolean expected() {
    return family.isLarge();
  }

  @Override
  public double leastShrink(double own) {
    return family.leastShrink(this, own);
  }

  @Override
  public void decoded(boolean byAnother) {
    saved |= byAnother;
    if (stage == Stage.BEGUN) {
      reach(Stage.DECODED);
    }
  }

  @Override
  public void developed() {
    reach(Stage.DEVELOPED);
  }

  private void reach(Stage next) {
    stage = next;
    if (family.isLarge()) {
      progressed.run();
    }
  }
}
