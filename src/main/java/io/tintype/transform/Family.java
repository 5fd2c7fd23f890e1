package io.tintype.transform;

import io.tintype.render.PixelCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The jobs of one source that came within a short while, and how far those are that run. Written by
 * the queue and by render threads; safe for use by several threads.
 */
final class Family {
  /** Sources that cannot be decoded are not waited for one by one. */
  private static final int MOST_FAILURES = 2;

  private final PixelCache pixels;
  private final List<Member> running = new ArrayList<>();
  private int joined;
  private int failures;

  Family(PixelCache pixels) {
    this.pixels = pixels;
  }

  /**
   * Takes a job in, which waits.
   *
   * @param progressed told, on any thread, when jobs that are held may go
   */
  synchronized Member join(Optional<Demand> demand, Runnable progressed) {
    joined++;
    return new Member(this, demand, progressed);
  }

  synchronized void start(Member member) {
    running.add(member);
  }

  synchronized void end(Member member) {
    if (running.remove(member) && !member.hasDecoded()) {
      failures++;
    }
  }

  /**
   * Whether a job does better to wait: another one is computing what it needs, and will keep it.
   */
  synchronized boolean isHeld(Member member) {
    return failures < MOST_FAILURES
        && member.demand().isPresent()
        && running.stream().anyMatch(other -> isAwaited(other, member.demand().get()));
  }

  private boolean isAwaited(Member other, Demand wanted) {
    if (other.hasDeveloped() || other.demand().isEmpty()) {
      return false;
    }
    Demand theirs = other.demand().get();
    return other.hasDecoded()
        ? theirs.equals(wanted)
        : theirs.decoded().equals(wanted.decoded()) && !pixels.has(wanted.decoded());
  }

  boolean mayShare() {
    return pixels.isOn();
  }

  /** A second job of the same source within a short while is hardly the last one. */
  synchronized boolean isLarge() {
    return joined > 1;
  }
}
