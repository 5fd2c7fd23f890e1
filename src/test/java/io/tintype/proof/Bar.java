package io.tintype.proof;

import io.tintype.testing.Ssim;
import java.util.Optional;

/**
 * How alike a picture and its reference have to be. Colours are compared multiplied by opacity, so
 * that what cannot be seen does not count. Words, each with its numbers, all of which must hold:
 * {@code exact}; {@code max} and {@code mean}, largest and mean difference of a sample, of 255;
 * {@code ssim}, least structural similarity; {@code box}, how many pixels the box around what
 * differs from the top-left pixel may be off on each side; {@code shows left top width height}: the
 * picture is a part of the reference and has all of this region in it.
 */
record Bar(String text) {
  /** Why a picture is not what it should be; empty if it is. */
  Optional<String> missedBy(Sheet picture, Sheet reference) {
    String[] words = text.split(" ", -1);
    if (words[0].equals("shows")) {
      return shows(picture, reference, words);
    }
    if (picture.width() != reference.width() || picture.height() != reference.height()) {
      return Optional.of(size(picture) + " instead of " + size(reference));
    }
    for (int i = 0; i < words.length; i += 2) {
      double limit = words[i].equals("exact") ? 0 : Double.parseDouble(words[i + 1]);
      double measured = measured(words[i], picture, reference);
      boolean missed = words[i].equals("ssim") ? measured < limit : measured > limit;
      if (missed) {
        return Optional.of("%s is %.4f".formatted(words[i], measured));
      }
    }
    return Optional.empty();
  }

  private static double measured(String metric, Sheet picture, Sheet reference) {
    return switch (metric) {
      case "exact", "max" -> difference(picture, reference, true);
      case "mean" -> difference(picture, reference, false);
      case "ssim" -> Ssim.of(luma(picture), luma(reference), picture.width());
      case "box" -> Box.of(picture).farthestFrom(Box.of(reference));
      default -> throw new IllegalArgumentException("no measure is called " + metric);
    };
  }

  private static double difference(Sheet picture, Sheet reference, boolean largest) {
    double most = 0;
    double sum = 0;
    for (int i = 0; i < picture.width() * picture.height() * Sheet.BANDS; i++) {
      int pixel = i / Sheet.BANDS;
      int x = pixel % picture.width();
      int y = pixel / picture.width();
      double difference =
          Math.abs(
              picture.covered(x, y, i % Sheet.BANDS) - reference.covered(x, y, i % Sheet.BANDS));
      most = Math.max(most, difference);
      sum += difference;
    }
    return largest ? most : sum / (picture.width() * picture.height() * Sheet.BANDS);
  }

  private static Optional<String> shows(Sheet part, Sheet whole, String... region) {
    int left = Integer.parseInt(region[1]);
    int top = Integer.parseInt(region[2]);
    int right = left + Integer.parseInt(region[3]);
    int bottom = top + Integer.parseInt(region[4]);
    for (int y = Math.max(0, bottom - part.height()); y <= top; y++) {
      for (int x = Math.max(0, right - part.width()); x <= left; x++) {
        boolean inside = x + part.width() <= whole.width() && y + part.height() <= whole.height();
        if (inside
            && difference(part, Outlines.crop(whole, x, y, part.width(), part.height()), true)
                == 0) {
          return Optional.empty();
        }
      }
    }
    return Optional.of("the region is not in the picture");
  }

  private static double[] luma(Sheet sheet) {
    double[] luma = new double[sheet.width() * sheet.height()];
    for (int i = 0; i < luma.length; i++) {
      luma[i] = sheet.luma(i % sheet.width(), i / sheet.width());
    }
    return luma;
  }

  private static String size(Sheet sheet) {
    return sheet.width() + "x" + sheet.height();
  }

  /** Where a picture differs clearly from its top-left pixel. */
  private record Box(int left, int top, int right, int bottom) {
    private static final int CLEARLY = 40;

    static Box of(Sheet sheet) {
      Box box = new Box(sheet.width(), sheet.height(), -1, -1);
      for (int y = 0; y < sheet.height(); y++) {
        for (int x = 0; x < sheet.width(); x++) {
          if (differs(sheet, x, y)) {
            box =
                new Box(
                    Math.min(box.left, x),
                    Math.min(box.top, y),
                    Math.max(box.right, x),
                    Math.max(box.bottom, y));
          }
        }
      }
      return box;
    }

    private static boolean differs(Sheet sheet, int x, int y) {
      double most = 0;
      for (int band = 0; band < Sheet.BANDS; band++) {
        most = Math.max(most, Math.abs(sheet.covered(x, y, band) - sheet.covered(0, 0, band)));
      }
      return most > CLEARLY;
    }

    int farthestFrom(Box other) {
      return Math.max(
          Math.max(Math.abs(left - other.left), Math.abs(top - other.top)),
          Math.max(Math.abs(right - other.right), Math.abs(bottom - other.bottom)));
    }
  }
}
