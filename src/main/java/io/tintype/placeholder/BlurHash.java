package io.tintype.placeholder;

/**
 * A picture as a short text, without transparency (<a
 * href="https://github.com/woltapp/blurhash/blob/master/Algorithm.md">BlurHash</a>).
 */
public final class BlurHash {
  /** What most users of the format take: a picture in 28 characters. */
  public static final int COMPONENTS_X = 4;

  public static final int COMPONENTS_Y = 3;

  private static final int MOST_COMPONENTS = 9;
  private static final int BANDS = 3;
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";

  /** The largest amount is written in steps of this; one digit holds 83 of them. */
  private static final double LARGEST_STEPS = 166;

  private static final int LARGEST_MAX = 82;

  /** An amount of a wave has so many steps to either side of zero. */
  private static final int AMOUNT_STEPS = 9;

  private static final int AMOUNTS = 2 * AMOUNT_STEPS + 1;

  private BlurHash() {}

  /**
   * Hashes a picture.
   *
   * @param componentsX waves in width, 1 to 9
   * @param componentsY waves in height, 1 to 9
   * @param width pixels, at least 1
   * @param height pixels, at least 1
   * @param rgb three bytes a pixel, row by row
   */
  public static String encode(int componentsX, int componentsY, int width, int height, byte[] rgb) {
    if (outside(componentsX) || outside(componentsY)) {
      throw new IllegalArgumentException("components " + componentsX + "x" + componentsY);
    }
    if (width < 1 || height < 1 || rgb.length != Math.multiplyExact(width, height) * BANDS) {
      throw new IllegalArgumentException(rgb.length + " bytes for " + width + "x" + height);
    }
    double[][] amounts = amounts(componentsX, componentsY, width, linear(rgb));
    int largest = largest(amounts);
    StringBuilder text = new StringBuilder();
    digits(text, componentsX - 1 + (componentsY - 1) * MOST_COMPONENTS, 1);
    digits(text, largest, 1);
    digits(text, color(amounts[0]), 4);
    for (int i = 1; i < amounts.length; i++) {
      digits(text, wave(amounts[i], (largest + 1) / LARGEST_STEPS), 2);
    }
    return text.toString();
  }

  /** Amounts of red, green and blue in every wave; the mean first. */
  private static double[][] amounts(int across, int down, int width, double[][] channels) {
    int height = channels[0].length / width;
    double[][] amounts = new double[across * down][BANDS];
    for (int v = 0; v < down; v++) {
      double[] vertical = Cosines.wave(v, 0, height);
      for (int h = 0; h < across; h++) {
        double[] horizontal = Cosines.wave(h, 0, width);
        int weight = h == 0 && v == 0 ? 1 : 2;
        for (int band = 0; band < BANDS; band++) {
          amounts[v * across + h][band] =
              weight * Cosines.amount(channels[band], horizontal, vertical);
        }
      }
    }
    return amounts;
  }

  /** The largest amount of any wave but the mean, in steps. */
  private static int largest(double[][] amounts) {
    double largest = 0;
    for (int i = 1; i < amounts.length; i++) {
      for (double amount : amounts[i]) {
        largest = Math.max(largest, Math.abs(amount));
      }
    }
    return Math.clamp((long) Math.floor(largest * LARGEST_STEPS - 0.5), 0, LARGEST_MAX);
  }

  private static int color(double[] mean) {
    return Srgb.ofLinear(mean[0]) << 16 | Srgb.ofLinear(mean[1]) << 8 | Srgb.ofLinear(mean[2]);
  }

  private static int wave(double[] amount, double largest) {
    int number = 0;
    for (double channel : amount) {
      double root = Math.copySign(Math.sqrt(Math.abs(channel / largest)), channel);
      long step = (long) Math.floor(root * AMOUNT_STEPS + AMOUNT_STEPS + 0.5);
      number = number * AMOUNTS + Math.clamp(step, 0, AMOUNTS - 1);
    }
    return number;
  }

  private static void digits(StringBuilder text, int number, int count) {
    int base = DIGITS.length();
    for (int place = count - 1; place >= 0; place--) {
      text.append(DIGITS.charAt(number / (int) Math.pow(base, place) % base));
    }
  }

  private static double[][] linear(byte[] rgb) {
    double[][] channels = new double[BANDS][rgb.length / BANDS];
    for (int i = 0; i < rgb.length; i++) {
      channels[i % BANDS][i / BANDS] = Srgb.toLinear(Byte.toUnsignedInt(rgb[i]));
    }
    return channels;
  }

  private static boolean outside(int components) {
    return components < 1 || components > MOST_COMPONENTS;
  }
}
