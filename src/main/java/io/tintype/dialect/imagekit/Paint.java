package io.tintype.dialect.imagekit;

import io.tintype.dialect.Colors;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.model.Color;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour, and how it is written: {@code al} depends on that.
 *
 * @param form how it is written
 */
record Paint(Color color, Form form) {
  private static final int COLOR_DIGITS = 6;
  private static final double PERCENT = 100;

  /** ImageKit's {@code al} counts in tenths. */
  private static final double TENTHS = 10;

  private static final Pattern WITH_ALPHA = Pattern.compile(".{6}[0-9]{2}");

  /** How a colour is written. */
  enum Form {
    /** {@code RRGGBB} or {@code RGB}. */
    DIGITS,
    /** {@code RRGGBBAA}, AA being 00 to 99 per cent. */
    DIGITS_WITH_ALPHA,
    /** A colour keyword. */
    NAME
  }

  /** Nobody has said anything. */
  static final Paint BLACK = new Paint(Color.BLACK, Form.DIGITS);

  /** A colour keyword, {@code RRGGBB}, {@code RGB}, or {@code RRGGBBAA} with AA a percentage. */
  static ValueReader<Paint> reader() {
    return Values.of("a colour such as FF0000, FF000050 or red", Paint::read);
  }

  static Optional<Paint> read(String text) {
    if (!WITH_ALPHA.matcher(text).matches()) {
      return Colors.hex(text)
          .map(color -> new Paint(color, Form.DIGITS))
          .or(() -> Colors.named(text).map(color -> new Paint(color, Form.NAME)));
    }
    double alpha = Integer.parseInt(text, COLOR_DIGITS, text.length(), 10) / PERCENT;
    return Colors.hex(text.substring(0, COLOR_DIGITS))
        .map(solid -> new Paint(withAlpha(solid, alpha), Form.DIGITS_WITH_ALPHA));
  }

  /** Whether {@code al} has a say. */
  boolean takesOpacity() {
    return form == Form.DIGITS;
  }

  /**
   * The colour, made translucent if it takes that.
   *
   * @param tenths of opacity, 1 to 9
   */
  Color withOpacity(int tenths) {
    return takesOpacity() ? withAlpha(color, tenths / TENTHS) : color;
  }

  private static Color withAlpha(Color solid, double alpha) {
    return new Color(solid.red(), solid.green(), solid.blue(), alpha);
  }
}
