package io.tintype.sandbox;

import io.tintype.bytes.ImageBytes;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.ImageFormat;
import io.tintype.sniff.Preflight;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/**
 * Draws SVG in helper processes. Blocks; for worker threads only, any number of them. What a
 * document asks for beyond its limits is the document's fault, and ends its helper.
 */
public final class Sandbox implements AutoCloseable {
  /** How long a place among the helpers is waited for, and their start when they are new. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  /** A document is measured, then drawn; in all it takes no longer than it may. */
  private static final int MEASURING_SHARE = 3;

  private final SandboxSettings settings;
  private final Duration measuring;
  private final long mostBytes;
  private final ProcessPool pool;

  /**
   * Starts nothing yet.
   *
   * @param mostBytes largest document after unpacking
   */
  public Sandbox(Installation installation, SandboxSettings settings, long mostBytes) {
    this.settings = settings;
    this.measuring = settings.time().dividedBy(MEASURING_SHARE);
    this.mostBytes = mostBytes;
    this.pool = new ProcessPool(installation.command(settings), settings.processes());
  }

  /** Width and height in pixels that a document asks for itself. */
  public record Natural(int width, int height) {}

  /**
   * Measures a document.
   *
   * @param check throws a {@link FaultException} once nobody waits any more; on any thread
   */
  public Natural measure(ImageBytes document, Runnable check) {
    checkBeginning(document);
    return work(
        measuring,
        check,
        helper -> {
          send(helper, Order.Kind.MEASURE, 1, document);
          return size(helper);
        });
  }

  /**
   * Draws a document.
   *
   * @param shrink factor by which the picture is smaller than it says, each side rounded to whole
   *     pixels; below 1 = larger
   * @param check throws a {@link FaultException} once nobody waits any more; on any thread
   * @return RGBA in memory
   */
  public VipsImage draw(VipsScope scope, ImageBytes document, double shrink, Runnable check) {
    checkBeginning(document);
    return work(
        settings.time().minus(measuring),
        check,
        helper -> {
          send(helper, Order.Kind.DRAW, shrink, document);
          Natural size = size(helper);
          return received(helper, scope, size);
        });
  }

  /** What must not even be parsed is found out in Java. */
  private static void checkBeginning(ImageBytes document) {
    if (Preflight.read(ImageFormat.SVG, document.memory()).isEmpty()) {
      throw new FaultException(new Fault.CorruptSource());
    }
  }

  private void send(DrawingProcess helper, Order.Kind kind, double shrink, ImageBytes document)
      throws IOException {
    new Order(kind, shrink, mostBytes).write(helper.out(), document.memory());
  }

  private Natural size(DrawingProcess helper) throws IOException {
    check(Verdict.of(helper.in().readUnsignedByte()));
    int width = helper.in().readInt();
    int height = helper.in().readInt();
    if (width < 1 || height < 1) {
      throw new NonsenseException("%d x %d pixels".formatted(width, height));
    }
    return new Natural(width, height);
  }

  private VipsImage received(DrawingProcess helper, VipsScope scope, Natural size)
      throws IOException {
    long bytes = (long) Wire.PIXEL * size.width() * size.height();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment pixels = arena.allocate(bytes);
      long got = 0;
      for (int next = helper.in().readInt(); next != Draughtsman.DONE; ) {
        if (next == Draughtsman.BROKEN_OFF) {
          check(Verdict.of(helper.in().readUnsignedByte()));
        }
        if (next < 0 || next > bytes - got) {
          throw new NonsenseException("a piece of %d bytes".formatted(next));
        }
        Wire.read(helper.in(), pixels.asSlice(got, next));
        got += next;
        next = helper.in().readInt();
      }
      if (got != bytes) {
        throw new NonsenseException("%d bytes of %d".formatted(got, bytes));
      }
      return scope.picture(size.width(), size.height(), Wire.PIXEL, pixels);
    }
  }

  private void check(Verdict verdict) {
    switch (verdict) {
      case FINE -> {}
      case DAMAGED -> throw new FaultException(new Fault.CorruptSource());
      case TOO_MUCH -> throw tooMuch();
      case TOO_LONG ->
          throw new FaultException(
              new Fault.LimitExceeded(
                  "sourceBytes",
                  "The source is larger than %d bytes when it is unpacked.".formatted(mostBytes)));
    }
  }

  /** What a helper does; a fault leaves it as good as it was. */
  @FunctionalInterface
  private interface Work<T> {
    T with(DrawingProcess helper) throws IOException;
  }

  /** A helper that somebody else has killed is replaced, once. */
  private <T> T work(Duration time, Runnable check, Work<T> work) {
    try {
      return attempt(time, check, work);
    } catch (KilledException _) {
      try {
        return attempt(time, check, work);
      } catch (KilledException _) {
        throw new FaultException(new Fault.Overloaded("sandbox"));
      }
    }
  }

  private <T> T attempt(Duration time, Runnable check, Work<T> work) throws KilledException {
    DrawingProcess helper = pool.borrow(check, PATIENCE);
    long until = System.nanoTime() + time.toNanos();
    Guard guard = new Guard(helper, check, until, outOfTime());
    @Nullable ScheduledFuture<?> watch = null;
    boolean sound = false;
    try {
      watch = pool.watch(guard);
      T done = work.with(helper);
      sound = true;
      return done;
    } catch (FaultException verdict) {
      sound = verdict.fault() instanceof Fault.CorruptSource;
      throw verdict;
    } catch (IOException broken) {
      throw meaning(helper, guard, broken);
    } finally {
      if (watch != null) {
        watch.cancel(false);
      }
      if (sound && guard.end().isEmpty()) {
        pool.giveBack(helper);
      } else {
        pool.lose(helper);
      }
    }
  }

  /** What the end of a conversation says of the document. */
  private FaultException meaning(DrawingProcess helper, Guard guard, IOException broken)
      throws KilledException {
    Optional<FaultException> killed = guard.end();
    if (killed.isPresent()) {
      return killed.get();
    }
    if (broken instanceof NonsenseException) {
      return new FaultException(new Fault.CorruptSource());
    }
    return switch (helper.death()) {
      case FROM_OUTSIDE -> throw new KilledException();
      case OUT_OF_TIME -> outOfTime();
      case BY_ITSELF -> tooMuch();
    };
  }

  private FaultException outOfTime() {
    Duration time = settings.time();
    return new FaultException(
        new Fault.LimitExceeded(
            "sandbox.time",
            "Drawing the source takes longer than the %d ms allowed.".formatted(time.toMillis())));
  }

  private FaultException tooMuch() {
    return new FaultException(
        new Fault.LimitExceeded(
            "sandbox.memory",
            "Drawing the source takes more memory than the %d bytes allowed, or cannot be done."
                .formatted(settings.memory())));
  }

  /** Helper processes at this moment. */
  public int processes() {
    return pool.size();
  }

  /** Helper processes that are ready and have nothing to do. */
  public int ready() {
    return pool.idle().size();
  }

  /** Helper processes ever started. */
  public long started() {
    return pool.started();
  }

  /** Helper processes that have ended, or were killed. */
  public long lost() {
    return pool.lost();
  }

  /** Those that are ready and have nothing to do, by their process numbers. */
  List<Long> idle() {
    return pool.idle();
  }

  /** Ends all helpers at once. */
  @Override
  public void close() {
    pool.close();
  }
}
