package io.tintype.sniff;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Adds up the texts and the profile that a PNG carries beside its pixels, unpacked: the decoder
 * unpacks and copies all of it before it looks at a pixel (W3C PNG, third edition, 11.3.3).
 */
final class PngExtras {
  /** Together; a text of 20 MB was seen to take 170 MB. */
  private static final long MOST = 8L << 20;

  /** How much larger deflated bytes can become at most; where that is no harm they stay packed. */
  private static final long LARGEST_GROWTH = 1032;

  private static final int TEXT = 0x7445_5874;
  private static final int IEND = 0x4945_4e44;
  private static final int ZTXT = 0x7a54_5874;
  private static final int ITXT = 0x6954_5874;
  private static final int ICCP = 0x6943_4350;
  private static final int FIRST_CHUNK = 8;
  private static final int CHUNK_FRAME = 12;
  private static final int CHUNK_DATA = 8;
  private static final int LONGEST_KEYWORD = 80;
  private static final int BLOCK = 64 << 10;

  private final View view;
  private long plain;
  private long packed;
  private long unpacked;

  private PngExtras(View view) {
    this.view = view;
  }

  static Optional<Excess> excess(View view) {
    PngExtras extras = new PngExtras(view);
    extras.walk((_, length) -> extras.packed += length);
    return extras.plain + extras.packed * LARGEST_GROWTH > MOST
        ? extras.unpackAll()
        : Optional.empty();
  }

  private Optional<Excess> unpackAll() {
    plain = 0;
    walk(this::unpack);
    return plain + unpacked > MOST
        ? Optional.of(
            new Excess(
                "metadata",
                "The source has more than the %d bytes of texts and profiles allowed."
                    .formatted(MOST)))
        : Optional.empty();
  }

  /** Takes packed bytes. */
  @FunctionalInterface
  private interface Packed {
    void take(long start, long length);
  }

  private void walk(Packed found) {
    long at = FIRST_CHUNK;
    int type = 0;
    while (type != IEND && view.holds(at, CHUNK_FRAME)) {
      long length = view.u32(at);
      long data = at + CHUNK_DATA;
      long end = Math.min(data + length, view.size());
      type = (int) view.u32(at + 4);
      if (isPacked(type, data, end)) {
        found.take(data, end - data);
      } else if (type == TEXT || type == ITXT) {
        plain += end - data;
      }
      at = data + length + CHUNK_FRAME - CHUNK_DATA;
    }
  }

  private boolean isPacked(int type, long data, long end) {
    if (type == ZTXT || type == ICCP) {
      return true;
    }
    long keyword = type == ITXT ? keywordEnd(data, end) : end;
    return keyword + 1 < end && view.u8(keyword + 1) != 0;
  }

  private long keywordEnd(long data, long end) {
    for (long at = data; at < Math.min(end, data + LONGEST_KEYWORD); at++) {
      if (view.u8(at) == 0) {
        return at;
      }
    }
    return end;
  }

  /** The stream begins behind the keyword, its end, and a byte or a few of attributes. */
  private void unpack(long data, long length) {
    long start = keywordEnd(data, data + length) + 1;
    while (start < data + length && !isZlib(start)) {
      start++;
    }
    Inflater inflater = new Inflater();
    try {
      MemorySegment stream = view.slice(start, data + length - start);
      inflater.setInput(stream.asByteBuffer());
      byte[] block = new byte[BLOCK];
      int count = inflater.inflate(block);
      while (count > 0 && unpacked <= MOST) {
        unpacked += count;
        count = inflater.inflate(block);
      }
    } catch (DataFormatException broken) {
      // The decoder stops there, too.
    } finally {
      inflater.end();
    }
  }

  /** RFC 1950, 2.2: method 8, and a header that is a multiple of 31. */
  private boolean isZlib(long at) {
    return view.holds(at, 2) && (view.u8(at) & 0x0f) == 8 && view.u16(at) % 31 == 0;
  }
}
