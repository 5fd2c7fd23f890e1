package io.tintype.transform;

import io.tintype.model.ImageFormat;
import io.tintype.render.PixelCache;
import io.tintype.render.PixelKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The jobs of one source that came within a short while: which of them wait, and how far those are
 * that run. Written by the queue and by render threads; safe for use by several threads.
 */
final class Family {
  /** Sources that cannot be decoded are not waited for one by one. */
  private static final int MOST_FAILURES = 2;

  /** Factors of libjpeg. */
  private static final List<Double> FINER = List.of(1.0, 2.0, 4.0, 8.0);

  private final ImageFormat format;
  private final PixelCache pixels;
  private final Set<Member> waiting = new LinkedHashSet<>();
  private final List<Member> running = new ArrayList<>();
  private int joined;
  private int failures;

  Family(ImageFormat format, PixelCache pixels) {
    this.format = format;
    this.pixels = pixels;
  }

  /**
   * Takes a job in, which waits.
   *
   * @param progressed told, on any thread, when jobs that are held may go
   */
  synchronized Member join(Optional<Demand> demand, Runnable progressed) {
    Member member = new Member(this, demand, progressed);
    waiting.add(member);
    joined++;
    return member;
  }

  synchronized void leave(Member member) {
    waiting.remove(member);
  }

  synchronized void start(Member member) {
    waiting.remove(member);
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
    if (other.hasDeveloped() || other.demand().filter(wanted::isAkinTo).isEmpty()) {
      return false;
    }
    return other.hasDecoded()
        ? other.demand().get().progress().equals(wanted.progress())
        : !isKept(wanted.decoded());
  }

  /** A second job of the same source within a short while is hardly the last one. */
  synchronized boolean isLarge() {
    return joined > 1;
  }

  /** What one decoding must deliver to serve a running job and all that wait. */
  synchronized double leastShrink(Member own, double shrink) {
    if (format != ImageFormat.JPEG) {
      return shrink;
    }
    return waiting.stream()
        .flatMap(member -> member.demand().stream())
        .filter(demand -> own.demand().filter(demand::isAkinTo).isPresent())
        .mapToDouble(demand -> demand.decoded().shrink())
        .reduce(shrink, Math::min);
  }

  private boolean isKept(PixelKey wanted) {
    return format == ImageFormat.JPEG
        ? FINER.stream()
            .filter(factor -> factor <= wanted.shrink())
            .anyMatch(factor -> pixels.has(wanted.decodedBy(factor)))
        : pixels.has(wanted);
  }
}
