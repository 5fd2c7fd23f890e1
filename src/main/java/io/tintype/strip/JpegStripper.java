package io.tintype.strip;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Leaves of a JPEG its tables and scans, the JFIF header, and what Adobe says of its colours (ITU
 * T.81 annex B; Adobe TN 5116). Whatever follows the end of the image is dropped as well.
 */
final class JpegStripper {
  private static final int START = 0xffd8;
  private static final int MARKER = 0xff;
  private static final int END = 0xd9;
  private static final int SCAN = 0xda;
  private static final int RESTART_FIRST = 0xd0;
  private static final int RESTART_LAST = 0xd7;
  private static final int COMMENT = 0xfe;
  private static final int JFIF = 0xe0;
  private static final int PROFILE = 0xe2;
  private static final int ADOBE = 0xee;
  private static final int APP_LAST = 0xef;

  /** A JFIF header that has no thumbnail, its length included. */
  private static final int PLAIN_JFIF = 16;

  private static final byte[] PROFILE_NAME = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] JFIF_NAME = "JFIF\0".getBytes(StandardCharsets.US_ASCII);

  private final MemorySegment file;
  private final boolean keepsProfile;
  private final List<MemorySegment> parts = new ArrayList<>();
  private long at = 2;

  JpegStripper(MemorySegment file, boolean keepsProfile) {
    this.file = file;
    this.keepsProfile = keepsProfile;
  }

  Optional<StrippedFile> strip() {
    if (file.byteSize() < 2 || word(0) != START) {
      return Optional.empty();
    }
    keep(0, 2);
    while (at + 2 <= file.byteSize()) {
      if (octet(at) != MARKER) {
        return Optional.empty();
      }
      int marker = octet(at + 1);
      if (marker == MARKER) {
        at++;
      } else if (marker == END) {
        keep(at, 2);
        return Optional.of(new StrippedFile(parts));
      } else if (!segment(marker)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Takes one segment, and the scan behind it; false if it is not understood. */
  private boolean segment(int marker) {
    if (at + 4 > file.byteSize()) {
      return false;
    }
    long size = 2L + word(at + 2);
    if (size < 4 || at + size > file.byteSize() || losesColors(marker, size)) {
      return false;
    }
    if (isPicture(marker, size)) {
      keep(at, size);
    }
    at += size;
    if (marker == SCAN) {
      long end = endOfScan(at);
      keep(at, end - at);
      at = end;
    }
    return true;
  }

  /** A profile that does not stay, and the four inks of a printer. */
  private boolean losesColors(int marker, long size) {
    boolean profile = isProfile(marker, size) && !keepsProfile;
    return profile || (isFrame(marker) && size > 9 && octet(at + 9) == 4);
  }

  private boolean isPicture(int marker, long size) {
    if (marker == COMMENT) {
      return false;
    }
    if (marker < JFIF || marker > APP_LAST) {
      return true;
    }
    return switch (marker) {
      case JFIF -> size <= PLAIN_JFIF + 2 && begins(JFIF_NAME, size);
      case PROFILE -> isProfile(marker, size);
      case ADOBE -> true;
      default -> false;
    };
  }

  private boolean isProfile(int marker, long size) {
    return marker == PROFILE && begins(PROFILE_NAME, size);
  }

  private boolean begins(byte[] name, long size) {
    return size >= 4 + name.length
        && file.asSlice(at + 4, name.length).mismatch(MemorySegment.ofArray(name)) < 0;
  }

  /** SOF0 to SOF15, without the three tables among them. */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  /** Where the next marker is that is neither a stuffed byte nor a restart. */
  private long endOfScan(long from) {
    long last = file.byteSize() - 1;
    for (long i = from; i < last; i++) {
      if (octet(i) == MARKER) {
        int next = octet(i + 1);
        boolean inside = next == 0 || (next >= RESTART_FIRST && next <= RESTART_LAST);
        if (!inside && next != MARKER) {
          return i;
        }
      }
    }
    return file.byteSize();
  }

  private void keep(long from, long size) {
    parts.add(file.asSlice(from, size));
  }

  private int octet(long offset) {
    return file.get(ValueLayout.JAVA_BYTE, offset) & 0xff;
  }

  private int word(long offset) {
    return octet(offset) << 8 | octet(offset + 1);
  }
}
