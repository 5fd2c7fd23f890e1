package io.tintype.strip;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Leaves of a WebP the chunks that make the picture (RFC 9649, 2). */
final class WebpStripper {
  /** {@code RIFF}, a size, {@code WEBP}. */
  private static final int FILE_HEADER = 12;

  /** A type and a size. */
  private static final int CHUNK_HEADER = 8;

  private static final String EXTENDED = "VP8X";
  private static final String PROFILE = "ICCP";
  private static final Set<String> PICTURE =
      Set.of(EXTENDED, "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF");

  /** Bits of the extended header that promise a profile, EXIF and XMP. */
  private static final int HAS_PROFILE = 0x20;

  private static final int HAS_EXIF = 0x08;
  private static final int HAS_XMP = 0x04;

  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final MemorySegment file;
  private final boolean keepsProfile;

  WebpStripper(MemorySegment file, boolean keepsProfile) {
    this.file = file;
    this.keepsProfile = keepsProfile;
  }

  Optional<StrippedFile> strip() {
    if (file.byteSize() < FILE_HEADER || !text(0).equals("RIFF") || !text(8).equals("WEBP")) {
      return Optional.empty();
    }
    List<MemorySegment> chunks = new ArrayList<>();
    long end = CHUNK_HEADER + Integer.toUnsignedLong(file.get(INT, Integer.BYTES));
    long at = FILE_HEADER;
    while (at + CHUNK_HEADER <= Math.min(end, file.byteSize())) {
      long data = Integer.toUnsignedLong(file.get(INT, at + Integer.BYTES));
      long size = CHUNK_HEADER + data + (data & 1);
      String type = text(at);
      if (at + size > file.byteSize() || (type.equals(PROFILE) && !keepsProfile)) {
        return Optional.empty();
      }
      if (type.equals(EXTENDED)) {
        chunks.add(extended(at, size));
      } else if (PICTURE.contains(type) || type.equals(PROFILE)) {
        chunks.add(file.asSlice(at, size));
      }
      at += size;
    }
    return chunks.isEmpty() ? Optional.empty() : Optional.of(framed(chunks));
  }

  /** The extended header, which promises no more than is left. */
  private MemorySegment extended(long at, long size) {
    byte[] header = file.asSlice(at, size).toArray(ValueLayout.JAVA_BYTE);
    if (header.length > CHUNK_HEADER) {
      header[CHUNK_HEADER] &= (byte) ~(HAS_EXIF | HAS_XMP | (keepsProfile ? 0 : HAS_PROFILE));
    }
    return MemorySegment.ofArray(header);
  }

  private static StrippedFile framed(List<MemorySegment> chunks) {
    long size = chunks.stream().mapToLong(MemorySegment::byteSize).sum() + Integer.BYTES;
    ByteBuffer header = ByteBuffer.allocate(FILE_HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put("RIFF".getBytes(StandardCharsets.US_ASCII));
    header.putInt(Math.toIntExact(size));
    header.put("WEBP".getBytes(StandardCharsets.US_ASCII));
    List<MemorySegment> parts = new ArrayList<>(chunks.size() + 1);
    parts.add(MemorySegment.ofArray(header.array()));
    parts.addAll(chunks);
    return new StrippedFile(parts);
  }

  private String text(long at) {
    byte[] name = file.asSlice(at, Integer.BYTES).toArray(ValueLayout.JAVA_BYTE);
    return new String(name, StandardCharsets.ISO_8859_1);
  }
}
