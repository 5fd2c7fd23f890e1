package io.tintype.testing.hostile;

import io.tintype.testing.HostileImages.Case;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Whole files with something broken in them, the same for each seed. */
public final class Mutations {
  private static final int[] TELLING = {0x00, 0x01, 0x7f, 0x80, 0xfe, 0xff};

  private final Random random;

  /** Starts a sequence. */
  public Mutations(long seed) {
    this.random = new Random(seed);
  }

  /** So many broken copies of a file. */
  public List<Case> of(String name, byte[] whole, int count) {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int dot = name.lastIndexOf('.');
      String numbered = "%s-broken-%d%s".formatted(name.substring(0, dot), i, name.substring(dot));
      cases.add(new Case(numbered, broken(whole, i)));
    }
    return cases;
  }

  private byte[] broken(byte[] whole, int kind) {
    return switch (kind % 8) {
      case 0 -> Arrays.copyOf(whole, random.nextInt(whole.length));
      case 1 -> flipped(whole, 1, whole.length);
      case 2 -> flipped(whole, 20, whole.length);
      case 3 -> flipped(whole, 3, Math.min(whole.length, 400));
      case 4 -> overwritten(whole);
      case 5 -> without(whole);
      case 6 -> repeated(whole);
      default -> telling(whole);
    };
  }

  private byte[] flipped(byte[] whole, int times, int within) {
    byte[] copy = whole.clone();
    for (int i = 0; i < times; i++) {
      copy[random.nextInt(within)] ^= (byte) (1 << random.nextInt(8));
    }
    return copy;
  }

  private byte[] overwritten(byte[] whole) {
    byte[] copy = whole.clone();
    int start = random.nextInt(copy.length);
    int end = Math.min(copy.length, start + 1 + random.nextInt(64));
    Arrays.fill(copy, start, end, (byte) random.nextInt());
    return copy;
  }

  private byte[] without(byte[] whole) {
    int start = random.nextInt(whole.length);
    int end = Math.min(whole.length, start + 1 + random.nextInt(200));
    return new Scrap()
        .raw(Arrays.copyOf(whole, start))
        .raw(Arrays.copyOfRange(whole, end, whole.length))
        .done();
  }

  private byte[] repeated(byte[] whole) {
    int start = random.nextInt(whole.length);
    int end = Math.min(whole.length, start + 1 + random.nextInt(2_000));
    return new Scrap()
        .raw(Arrays.copyOf(whole, end))
        .raw(Arrays.copyOfRange(whole, start, whole.length))
        .done();
  }

  /** Lengths and sizes become the ones programs stumble over. */
  private byte[] telling(byte[] whole) {
    byte[] copy = whole.clone();
    int at = random.nextInt(Math.min(copy.length, 600));
    int value = TELLING[random.nextInt(TELLING.length)];
    for (int i = at; i < Math.min(copy.length, at + 4); i++) {
      copy[i] = (byte) value;
    }
    return copy;
  }
}
