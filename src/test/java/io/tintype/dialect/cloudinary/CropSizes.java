package io.tintype.dialect.cloudinary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How large results are, by the formulas that follow from Cloudinary's documentation of its crop
 * modes: sides in pixels, multiples of the picture's or by a ratio, times the density, each rounded
 * half up.
 */
public final class CropSizes {
  /** Those whose sizes have formulas. */
  public static final List<String> MODES =
      List.of(
          "scale",
          "fit",
          "limit",
          "mfit",
          "fill",
          "lfill",
          "pad",
          "lpad",
          "mpad",
          "fill_pad",
          "crop",
          "thumb",
          "auto",
          "auto_pad");

  private static final List<String> WISHES =
      List.of(
          "w_800,h_800",
          "w_600,h_200",
          "w_100,h_250",
          "w_50,h_20",
          "w_2500,h_2000",
          "w_500",
          "h_37",
          "w_2000",
          "h_1500",
          "w_720,ar_16:9",
          "h_90,ar_0.75",
          "w_60,h_40,ar_3",
          "ar_1",
          "ar_16:9",
          "ar_0.8",
          "w_0.5",
          "h_1.5",
          "w_0.5,h_0.25",
          "w_1.25,h_100",
          "w_100,h_100,dpr_2.0",
          "w_33,dpr_1.5",
          "w_33,h_21,dpr_1.5",
          "h_50,ar_2:3,dpr_2");

  private static final List<String> SOURCES = List.of("1600x1200", "451x799", "48x31", "200x200");

  private CropSizes() {}

  /**
   * A case.
   *
   * @param source width and height, as in {@code 400x300}
   * @param result the same of the result
   */
  public record Case(String source, String transformation, String result) {}

  /** Every mode with every wish for every picture, as far as there is a formula. */
  public static List<Case> all() {
    List<Case> all = new ArrayList<>();
    for (String source : SOURCES) {
      for (String mode : MODES) {
        for (String wish : WISHES) {
          of(source, mode, wish)
              .ifPresent(
                  size -> all.add(new Case(source, "c_" + mode + "," + wish, size.toString())));
        }
      }
    }
    return all;
  }

  /** A picture's size; 0 = not given. */
  private record Size(double width, double height) {
    Size scaled(double factor) {
      return new Size(half(width * factor), half(height * factor));
    }

    @Override
    public String toString() {
      return Math.round(width) + "x" + Math.round(height);
    }
  }

  private static Optional<Size> of(String source, String mode, String wish) {
    Size in = new Size(number(source.split("x", -1)[0]), number(source.split("x", -1)[1]));
    double density = wish.contains("dpr_") ? number(value(wish, "dpr")) : 1;
    double width = side(value(wish, "w"), in.width(), density);
    double height = side(value(wish, "h"), in.height(), density);
    double ratio = ratio(value(wish, "ar"));
    if (width == 0 && height == 0) {
      return shaped(in, mode, ratio);
    }
    if (ratio > 0 && width == 0) {
      width = half(height * ratio);
    } else if (ratio > 0 && height == 0) {
      height = half(width / ratio);
    }
    return Optional.of(
        mode.equals("crop") ? cropped(in, width, height) : sized(in, mode, width, height));
  }

  /** A side that is not given is as long as the picture's. */
  private static Size cropped(Size in, double width, double height) {
    return new Size(
        width == 0 ? in.width() : Math.min(width, in.width()),
        height == 0 ? in.height() : Math.min(height, in.height()));
  }

  private static Size sized(Size in, String mode, double width, double height) {
    boolean single = width == 0 || height == 0;
    double across = width == 0 ? height / in.height() : width / in.width();
    double down = height == 0 ? width / in.width() : height / in.height();
    Size box =
        new Size(
            width == 0 ? half(in.width() * across) : width,
            height == 0 ? half(in.height() * down) : height);
    double least = Math.min(across, down);
    return switch (mode) {
      case "fit" -> in.scaled(least);
      case "limit" -> in.scaled(Math.min(1, least));
      case "mfit" -> in.scaled(Math.max(1, least));
      case "lfill" -> {
        Size covering = in.scaled(Math.min(1, Math.max(across, down)));
        yield single
            ? covering
            : new Size(Math.min(width, covering.width()), Math.min(height, covering.height()));
      }
      case "mpad" ->
          new Size(Math.max(box.width(), in.width()), Math.max(box.height(), in.height()));
      default -> box;
    };
  }

  /** The largest region of a ratio, or the smallest canvas around the picture. */
  private static Optional<Size> shaped(Size in, String mode, double ratio) {
    boolean wide = in.width() / in.height() > ratio;
    Size asHigh = new Size(half(in.height() * ratio), in.height());
    Size asWide = new Size(in.width(), half(in.width() / ratio));
    return switch (mode) {
      case "crop", "fill", "thumb", "auto" -> Optional.of(wide ? asHigh : asWide);
      case "pad", "lpad" -> Optional.of(wide ? asWide : asHigh);
      default -> Optional.empty();
    };
  }

  private static double side(String text, double ofPicture, double density) {
    if (text.isEmpty()) {
      return 0;
    }
    return half(number(text) * (text.contains(".") ? ofPicture : 1) * density);
  }

  private static double ratio(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    String[] parts = text.split(":", -1);
    return parts.length == 1 ? number(text) : number(parts[0]) / number(parts[1]);
  }

  /** What a key is given in a wish; empty if it is not there. */
  private static String value(String wish, String key) {
    for (String parameter : wish.split(",", -1)) {
      if (parameter.startsWith(key + "_")) {
        return parameter.substring(key.length() + 1);
      }
    }
    return "";
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  private static double half(double number) {
    return Math.max(1, Math.floor(number + 0.5));
  }
}
