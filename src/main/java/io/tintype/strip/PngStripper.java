package io.tintype.strip;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Leaves of a PNG the chunks that make the picture (W3C PNG, "Chunk specifications"). */
final class PngStripper {
  private static final long SIGNATURE = 0x89504e470d0a1a0aL;
  private static final int SIGNATURE_SIZE = 8;

  /** Length, type and checksum. */
  private static final int FRAME = 12;

  private static final String PROFILE = "iCCP";
  private static final String END = "IEND";
  private static final Set<String> PICTURE =
      Set.of("IHDR", "PLTE", "IDAT", END, "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "cICP");

  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private final MemorySegment file;
  private final boolean keepsProfile;

  PngStripper(MemorySegment file, boolean keepsProfile) {
    this.file = file;
    this.keepsProfile = keepsProfile;
  }

  Optional<StrippedFile> strip() {
    if (file.byteSize() < SIGNATURE_SIZE || file.get(LONG, 0) != SIGNATURE) {
      return Optional.empty();
    }
    List<MemorySegment> parts = new ArrayList<>();
    parts.add(file.asSlice(0, SIGNATURE_SIZE));
    long at = SIGNATURE_SIZE;
    while (at + FRAME <= file.byteSize()) {
      long size = FRAME + Integer.toUnsignedLong(file.get(INT, at));
      String type = type(at + Integer.BYTES);
      if (at + size > file.byteSize() || (type.equals(PROFILE) && !keepsProfile)) {
        return Optional.empty();
      }
      if (PICTURE.contains(type) || type.equals(PROFILE)) {
        parts.add(file.asSlice(at, size));
      }
      if (type.equals(END)) {
        return Optional.of(new StrippedFile(parts));
      }
      at += size;
    }
    return Optional.empty();
  }

  private String type(long at) {
    byte[] name = file.asSlice(at, Integer.BYTES).toArray(ValueLayout.JAVA_BYTE);
    return new String(name, StandardCharsets.ISO_8859_1);
  }
}
