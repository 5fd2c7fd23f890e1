package io.tintype.sniff;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the scans of a JPEG, and how many pixels they visit together: each goes over all blocks of
 * its components, however few bytes it has (ITU-T T.81, annexes B and G).
 */
final class JpegScans {
  /** Encoders write about ten; libjpeg-turbo's own tools warn from 100 on. */
  private static final int MOST_SCANS = 100;

  /** How often each pixel of the largest source may be visited; usual scripts come to eight. */
  private static final long MOST_VISITS = 10;

  private static final int MARKER = 0xff;
  private static final int RST0 = 0xd0;
  private static final int RST7 = 0xd7;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int SOF0 = 0xc0;
  private static final int SOF15 = 0xcf;
  private static final int DHT = 0xc4;
  private static final int DAC = 0xcc;
  private static final int TEM = 0x01;

  private final View view;
  private final long mostVisits;
  private final Map<Integer, Long> pixels = new HashMap<>();
  private int scans;
  private long visits;

  /**
   * Nothing read yet.
   *
   * @param mostPixels the largest source that is decoded
   */
  JpegScans(View view, long mostPixels) {
    this.view = view;
    this.mostVisits = MOST_VISITS * mostPixels;
  }

  Optional<Excess> excess() {
    long at = view.find(MARKER, 2);
    while (at >= 0 && view.holds(at, 2)) {
      int marker = view.u8(at + 1);
      if (marker == EOI) {
        return Optional.empty();
      }
      at = view.find(MARKER, isSegment(marker) ? segment(marker, at) : at + 1);
      if (scans > MOST_SCANS) {
        return Optional.of(
            new Excess(
                "scans", "The source has more than the %d scans allowed.".formatted(MOST_SCANS)));
      }
      if (visits > mostVisits) {
        return Optional.of(
            new Excess(
                "scans",
                "The scans of the source visit more than the %d pixels allowed."
                    .formatted(mostVisits)));
      }
    }
    return Optional.empty();
  }

  /** Stuffed zeros, fill bytes and restarts have no length behind them. */
  private static boolean isSegment(int marker) {
    return marker > TEM && marker != MARKER && (marker < RST0 || marker > RST7);
  }

  /** Where the next marker may be. */
  private long segment(int marker, long at) {
    long data = at + 4;
    if (marker == SOS) {
      scan(data);
    } else if (marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != DAC) {
      frame(data);
    }
    return at + 2 + Math.max(2, view.u16(at + 2));
  }

  /** Each component has a part of the pixels, by its sampling factors. */
  private void frame(long data) {
    long whole = (long) view.u16(data + 1) * view.u16(data + 3);
    int components = view.u8(data + 5);
    int densest = 1;
    for (int i = 0; i < components; i++) {
      densest = Math.max(densest, density(data, i));
    }
    for (int i = 0; i < components; i++) {
      pixels.put(view.u8(data + 6 + 3L * i), whole * density(data, i) / densest);
    }
  }

  private int density(long data, int component) {
    int sampling = view.u8(data + 7 + 3L * component);
    return (sampling >> 4) * (sampling & 0x0f);
  }

  private void scan(long data) {
    scans++;
    int components = view.u8(data);
    for (int i = 0; i < components; i++) {
      visits += pixels.getOrDefault(view.u8(data + 1 + 2L * i), 0L);
    }
  }
}
