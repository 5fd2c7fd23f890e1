package io.tintype.sniff;

import io.tintype.model.ImageFormat;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the marker segments of a JPEG up to its first scan (ITU-T T.81, annex B). */
final class JpegHeader {
  private static final int MARKER = 0xff;
  private static final int TEM = 0x01;
  private static final int RST0 = 0xd0;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int DQT = 0xdb;
  private static final int SOF0 = 0xc0;
  private static final int SOF1 = 0xc1;
  private static final int SOF2 = 0xc2;

  /** Arithmetic instead of Huffman coding; libjpeg-turbo reads both. */
  private static final int SOF9 = 0xc9;

  private static final int SOF10 = 0xca;

  /** Bytes between two segments: an encoder that aligns them needs some hundreds. */
  private static final int MOST_GARBAGE = 64 << 10;

  private final View view;
  private final JpegQuality quality = new JpegQuality();
  private int width;
  private int height;
  private int components;
  private boolean progressive;

  private JpegHeader(View view) {
    this.view = view;
  }

  static Optional<Preview> read(View view) {
    return new JpegHeader(view).walk();
  }

  private Optional<Preview> walk() {
    long at = 2;
    while (true) {
      long fill = view.findNear(MARKER, at, MOST_GARBAGE); // which libjpeg skips, too
      long code = fill < 0 ? -1 : view.skip(MARKER, fill, MOST_GARBAGE);
      if (code < 0) {
        return Optional.empty();
      }
      at = code - 1;
      int marker = view.u8(code);
      if (marker == SOS) {
        return preview(view.u8(at + 4));
      }
      if (marker == EOI) {
        return Optional.empty();
      }
      if (standsAlone(marker)) {
        at += 2;
      } else {
        int length = view.u16(at + 2);
        segment(marker, at + 4, at + 2 + length);
        at += 2 + Math.max(2, length);
      }
    }
  }

  private static boolean standsAlone(int marker) {
    return marker <= TEM || (marker >= RST0 && marker < EOI);
  }

  private void segment(int marker, long start, long end) {
    switch (marker) {
      case SOF0, SOF1, SOF2, SOF9, SOF10 -> {
        height = view.u16(start + 1);
        width = view.u16(start + 3);
        components = view.u8(start + 5);
        progressive = marker == SOF2 || marker == SOF10;
      }
      case DQT -> quality.readTables(view, start, end);
      default -> {}
    }
  }

  /** A first scan that lacks components means more scans, and a picture that is kept until then. */
  private Optional<Preview> preview(int scanned) {
    if (!Preflight.plausible(width, height) || components < 1) {
      return Optional.empty();
    }
    boolean severalScans = progressive || scanned < components;
    OptionalInt estimate = quality.estimate();
    return Optional.of(
        new Preview(ImageFormat.JPEG, width, height, 1, false, severalScans, components, estimate));
  }
}
