package io.tintype.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Pictures that are not what they seem. */
public final class HostileImages {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private HostileImages() {}

  /** A picture and what is wrong with it. */
  @SuppressWarnings("ArrayRecordComponent") // made for readers, who write nothing into it
  public record Case(String name, byte[] bytes) {}

  /** Every kind there is; the same seed makes the same bytes. */
  public static List<Case> all(long seed) {
    Random random = new Random(seed);
    byte[] whole = png(64, 64, 2, 0);
    List<Case> cases = new ArrayList<>();
    cases.add(new Case("empty.png", new byte[0]));
    cases.add(new Case("head.png", java.util.Arrays.copyOf(whole, 20)));
    cases.add(new Case("half.png", java.util.Arrays.copyOf(whole, whole.length / 2)));
    cases.add(new Case("bomb.png", png(10_000, 10_000, 2, 0)));
    cases.add(new Case("interlaced-bomb.png", png(10_000, 10_000, 6, 1)));
    cases.add(new Case("wide.png", ihdrOnly(0x7fffffff, 1)));
    cases.add(new Case("nothing.png", ihdrOnly(0, 0)));
    cases.add(new Case("bomb.webp", webp(10_000, 10_000)));
    for (int i = 0; i < 4; i++) {
      byte[] damaged = whole.clone();
      for (int j = 0; j < 8; j++) {
        damaged[8 + random.nextInt(damaged.length - 8)] ^= (byte) (1 << random.nextInt(8));
      }
      cases.add(new Case("flipped-" + i + ".png", damaged));
    }
    return cases;
  }

  private static byte[] ihdrOnly(int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(PNG);
    chunk(out, "IHDR", ihdr(width, height, 2, 0));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  /** Black, or clear, from one edge to the other. */
  private static byte[] png(int width, int height, int colourType, int interlacing) {
    int samples = colourType == 6 ? 4 : 3;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(PNG);
    chunk(out, "IHDR", ihdr(width, height, colourType, interlacing));
    // Adam7 has a few rows more, and a filter byte for each.
    long raw = (long) height * width * samples + (interlacing == 0 ? height : 2L * height + 16);
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    byte[] zeros = new byte[1 << 16];
    byte[] packed = new byte[1 << 16];
    for (long left = raw; left > 0; left -= zeros.length) {
      deflater.setInput(zeros, 0, (int) Math.min(left, zeros.length));
      while (!deflater.needsInput()) {
        data.write(packed, 0, deflater.deflate(packed));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      data.write(packed, 0, deflater.deflate(packed));
    }
    deflater.end();
    chunk(out, "IDAT", data.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static byte[] ihdr(int width, int height, int colourType, int interlacing) {
    return ByteBuffer.allocate(13)
        .putInt(width)
        .putInt(height)
        .put((byte) 8)
        .put((byte) colourType)
        .put((byte) 0)
        .put((byte) 0)
        .put((byte) interlacing)
        .array();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  /** A lossless WebP of one colour: five codes of one symbol each, and no bit for any pixel. */
  private static byte[] webp(int width, int height) {
    long bits = (width - 1L) | (height - 1L) << 14;
    ByteBuffer body = ByteBuffer.allocate(34).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    body.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(26);
    body.put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII)).putInt(13);
    body.put((byte) 0x2f).putInt((int) bits);
    // No transform, no colour cache, no groups of codes; then five times 1, 0, 0, 0.
    long codes = 0;
    for (int i = 0; i < 5; i++) {
      codes |= 1L << (3 + 4 * i);
    }
    body.putLong(codes);
    return body.array();
  }
}
