package io.tintype.transform;

import io.tintype.bytes.ImageBytes;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.plan.SourceHeader;
import io.tintype.sniff.Excess;
import io.tintype.sniff.Preflight;
import io.tintype.sniff.Preview;
import io.tintype.sniff.Scrutiny;
import java.util.OptionalInt;

/** What every source has to pass before a decoder sees a byte of it. For render threads. */
final class SourceCheck {
  /** Canvases of animations grow with their frames. */
  private static final int MOST_GROWTH = 2;

  private SourceCheck() {}

  /**
   * Looks at a source as a whole.
   *
   * @param page the one that is decoded; empty = the first
   * @return what its header says
   * @throws FaultException {@code CorruptSource} or {@code LimitExceeded}
   */
  static Preview pass(ImageFormat format, ImageBytes bytes, OptionalInt page, Limits limits) {
    Preview preview = header(format, bytes, page);
    Scrutiny.of(preview, bytes.memory(), limits.sourcePixels())
        .ifPresent(
            excess -> {
              throw exceeded(excess);
            });
    return preview;
  }

  /**
   * Looks at its header only, which takes no time.
   *
   * @throws FaultException {@code CorruptSource} or {@code LimitExceeded}
   */
  static Preview header(ImageFormat format, ImageBytes bytes, OptionalInt page) {
    return Preflight.read(format, bytes.memory(), page.orElse(1))
        .orElseThrow(
            () ->
                Preflight.excess(format, bytes.memory())
                    .map(SourceCheck::exceeded)
                    .orElseGet(() -> new FaultException(new Fault.CorruptSource())));
  }

  private static FaultException exceeded(Excess excess) {
    return new FaultException(new Fault.LimitExceeded(excess.limit(), excess.message()));
  }

  /**
   * What a decoder reads in a header must not be much more than what was seen in it, and paid for.
   *
   * @throws FaultException {@code CorruptSource}
   */
  static void compare(Preview seen, SourceHeader real) {
    long decoded = (long) real.width() * real.height() * real.frames();
    if (decoded / MOST_GROWTH > seen.pixels() * seen.frames()) {
      throw new FaultException(new Fault.CorruptSource());
    }
  }
}
