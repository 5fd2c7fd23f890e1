package io.tintype.transform;

import java.time.Duration;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * Which kinds of jobs may start beside those that run, and how long a job of each kind will
 * probably wait: what would leave others no thread or no memory lets them pass. Confined to the
 * render queue's event loop.
 */
final class Turns {
  /** A burst of them comes before the first has ended. */
  private static final Duration USUAL_HEAVY = Duration.ofMillis(500);

  private static final Duration USUAL_DRAWING = Duration.ofMillis(50);

  private final int slots;
  private final AvifPermits avifs;
  private final HeavyPermits heavies;
  private final Turnaround usual = new Turnaround();
  private final Turnaround ofAvifs = new Turnaround();
  private final Turnaround ofHeavies = new Turnaround(USUAL_HEAVY);
  private final Turnaround ofDrawings = new Turnaround(USUAL_DRAWING);

  /**
   * Nothing runs yet.
   *
   * @param slots jobs that are taken off the queue at the same time
   */
  Turns(TransformSettings settings, int slots) {
    this.slots = slots;
    this.avifs = new AvifPermits(settings.threads());
    this.heavies = new HeavyPermits(settings.threads(), settings.memoryBudget());
  }

  /**
   * Whether a job that somebody waits for may start beside those that run.
   *
   * @param others that wait
   */
  boolean admits(Waiting entry, Collection<Waiting> others) {
    return avifs.admits(entry)
        && heavies.admits(entry, () -> !entry.isOverdue() && lightWaits(others));
  }

  /** The same of a job that nobody waits for: its AVIF is made when no other is. */
  boolean admitsSpare(Waiting entry, Collection<Waiting> others) {
    return (avifs.areIdle() || !entry.writesAvif())
        && heavies.admits(entry, () -> lightWaits(others));
  }

  /**
   * A job starts.
   *
   * @param prompt whether somebody waits for it
   */
  void take(Waiting entry, boolean prompt) {
    heavies.take(entry);
    if (prompt) {
      avifs.take(entry);
    }
  }

  /** A job has ended that was {@linkplain #take taken}. */
  void giveBack(Waiting entry, boolean prompt, Duration took) {
    heavies.giveBack(entry);
    if (prompt) {
      avifs.giveBack(entry);
      turnaroundOf(entry).took(took);
    }
  }

  /**
   * What a job of the usual kind waits: AVIFs and heavy ones leave it a thread, and let it pass.
   */
  Duration expectedWait(Collection<Waiting> waiting) {
    return usual.waitBehind(count(waiting, this::isUsual), freeSlots());
  }

  /** How much longer a job of the usual kind waits with one more of them before it. */
  Duration expectedWaitForOne() {
    return usual.waitBehind(1, freeSlots());
  }

  /** What a job waits for others of its kind; 0 if it is of the usual one. */
  Duration expectedWait(Estimate job, Collection<Waiting> waiting) {
    if (job.avif()) {
      return ofAvifs.waitBehind(count(waiting, Waiting::writesAvif), avifs.most());
    }
    return heavies.isHeavy(job) ? behindHeavies(waiting, heavies.atOnce(job)) : Duration.ZERO;
  }

  /** How many of those that wait are heavy. */
  int heavyAmong(Collection<Waiting> waiting) {
    return (int) count(waiting, this::isHeavy);
  }

  /** How many heavy jobs run. */
  int heavyRunning() {
    return heavies.taken();
  }

  /** They take the same places, but hardly the same time. */
  private Duration behindHeavies(Collection<Waiting> waiting, int atOnce) {
    long all = count(waiting, this::isHeavy);
    long drawings = count(waiting, entry -> isHeavy(entry) && entry.drawing());
    return ofHeavies
        .waitBehind(all - drawings, atOnce)
        .plus(ofDrawings.waitBehind(drawings, atOnce));
  }

  private int freeSlots() {
    return Math.max(1, slots - avifs.taken() - heavies.taken());
  }

  /** Whether a job waits that needs neither much memory nor the pixels of another. */
  private boolean lightWaits(Collection<Waiting> waiting) {
    return waiting.stream().anyMatch(entry -> !isHeavy(entry) && !entry.job().relatives().isHeld());
  }

  private static long count(Collection<Waiting> waiting, Predicate<Waiting> kind) {
    return waiting.stream().filter(kind).count();
  }

  private boolean isUsual(Waiting entry) {
    return !entry.writesAvif() && !isHeavy(entry);
  }

  private boolean isHeavy(Waiting entry) {
    return heavies.isHeavy(entry);
  }

  private Turnaround turnaroundOf(Waiting entry) {
    if (entry.writesAvif()) {
      return ofAvifs;
    }
    if (!isHeavy(entry)) {
      return usual;
    }
    return entry.drawing() ? ofDrawings : ofHeavies;
  }
}
