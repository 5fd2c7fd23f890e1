package io.tintype.testing.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compressed runs: a thousandth of what they become. */
final class Deflated {
  private static final int BLOCK = 1 << 16;
  private static final int MEBIBYTE = 1 << 20;

  /** The prime of Adler-32, whose second half counts zeros. */
  private static final int ADLER = 65_521;

  private Deflated() {}

  /** A zlib stream (RFC 1950) of zeros. */
  static byte[] zeros(long count) {
    Scrap stream = new Scrap().bytes(0x78, 0x9c);
    byte[] mebibyte = blocks(MEBIBYTE, Deflater.SYNC_FLUSH);
    for (long i = 0; i < count / MEBIBYTE; i++) {
      stream.raw(mebibyte);
    }
    stream.raw(blocks((int) (count % MEBIBYTE), Deflater.NO_FLUSH));
    return stream.u32((count % ADLER) << 16 | 1).done();
  }

  /** Deflated zeros (RFC 1951), that may stand behind others; with a last block unless flushed. */
  private static byte[] blocks(int count, int flush) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(new byte[count]);
    if (flush == Deflater.NO_FLUSH) {
      deflater.finish();
    }
    byte[] room = new byte[count / 8 + 64];
    int size = deflater.deflate(room, 0, room.length, flush);
    deflater.end();
    return Arrays.copyOf(room, size);
  }

  /** A gzip file (RFC 1952) of a head, so many blanks, and a tail. */
  static byte[] gzip(String head, long blanks, String tail) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
      zipped.write(new Scrap().text(head).done());
      byte[] block = new Scrap().times(BLOCK, ' ').done();
      for (long left = blanks; left > 0; left -= BLOCK) {
        zipped.write(block, 0, (int) Math.min(BLOCK, left));
      }
      zipped.write(new Scrap().text(tail).done());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
