package io.tintype.proof;

/** What takes every pixel from somewhere else. */
final class Warping {
  private static final int LOBES = 3;

  private Warping() {}

  /** Where a place of the result was in the picture, both counted from the top left corner. */
  interface Origin {
    double[] of(double x, double y);
  }

  /** Interpolates between the four nearest pixels; clear outside. */
  static Sheet sampled(Sheet in, int width, int height, Origin origin) {
    return Sheet.ofCovered(
        width,
        height,
        (x, y, band) -> {
          double[] from = origin.of(x + 0.5, y + 0.5);
          int left = (int) Math.floor(from[0] - 0.5);
          int top = (int) Math.floor(from[1] - 0.5);
          double right = from[0] - 0.5 - left;
          double down = from[1] - 0.5 - top;
          return (1 - right) * (1 - down) * in.covered(left, top, band)
              + right * (1 - down) * in.covered(left + 1, top, band)
              + (1 - right) * down * in.covered(left, top + 1, band)
              + right * down * in.covered(left + 1, top + 1, band);
        });
  }

  /** Clockwise, on the smallest canvas; what was outside is of one colour. */
  static Sheet spin(Sheet in, double degrees, Tint ground) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    double acrossX = Math.abs(cos);
    double acrossY = Math.abs(sin);
    int width = (int) Math.round(in.width() * acrossX + in.height() * acrossY);
    int height = (int) Math.round(in.width() * acrossY + in.height() * acrossX);
    Sheet spun =
        sampled(
            in,
            width,
            height,
            (x, y) -> {
              double dx = x - width / 2.0;
              double dy = y - height / 2.0;
              return new double[] {
                in.width() / 2.0 + dx * cos + dy * sin, in.height() / 2.0 - dx * sin + dy * cos
              };
            });
    return Layering.over(Sheet.of(width, height, (x, y, band) -> ground.at(band)), 0, 0, spun);
  }

  /** The corners go where they are told, clockwise from the top left. */
  static Sheet perspective(Sheet in, int width, int height, double... to) {
    double[][] from = {{0, 0}, {in.width(), 0}, {in.width(), in.height()}, {0, in.height()}};
    double[][] rows = new double[8][];
    for (int i = 0; i < 4; i++) {
      double x = to[2 * i];
      double y = to[2 * i + 1];
      double u = from[i][0];
      double v = from[i][1];
      rows[2 * i] = new double[] {x, y, 1, 0, 0, 0, -x * u, -y * u, u};
      rows[2 * i + 1] = new double[] {0, 0, 0, x, y, 1, -x * v, -y * v, v};
    }
    double[] c = solved(rows);
    return sampled(
        in,
        width,
        height,
        (x, y) -> {
          double w = c[6] * x + c[7] * y + 1;
          return new double[] {(c[0] * x + c[1] * y + c[2]) / w, (c[3] * x + c[4] * y + c[5]) / w};
        });
  }

  /** Slanted about the top left corner by one angle, on the smallest canvas. */
  static Sheet shear(Sheet in, double degreesRight, double degreesDown) {
    double right = Math.tan(Math.toRadians(degreesRight));
    double down = Math.tan(Math.toRadians(degreesDown));
    int width = (int) Math.round(in.width() + in.height() * right);
    int height = (int) Math.round(in.height() + in.width() * down);
    double whole = 1 - right * down;
    return sampled(
        in,
        width,
        height,
        (x, y) -> new double[] {(x - right * y) / whole, (y - down * x) / whole});
  }

  /** Bent upwards around a circle whose arc is as long as the picture is wide in its middle. */
  static Sheet arc(Sheet in, double degrees) {
    double angle = Math.toRadians(degrees);
    double outer = in.width() / angle + in.height() / 2.0;
    double inner = outer - in.height();
    int width = (int) Math.ceil(2 * outer * Math.sin(angle / 2));
    int height = (int) Math.ceil(outer - inner * Math.cos(angle / 2));
    return sampled(
        in,
        width,
        height,
        (x, y) -> {
          double dx = x - width / 2.0;
          double dy = outer - y;
          return new double[] {
            (0.5 + Math.atan2(dx, dy) / angle) * in.width(), outer - Math.hypot(dx, dy)
          };
        });
  }

  /** By Lanczos' kernel of three lobes, widened where the picture becomes smaller. */
  static Sheet scale(Sheet in, int width, int height) {
    Sheet across =
        Sheet.ofCovered(
            width,
            in.height(),
            (x, y, band) -> weighed(x, in.width(), width, i -> in.nearCovered(i, y, band)));
    return Sheet.ofCovered(
        width,
        height,
        (x, y, band) -> weighed(y, in.height(), height, i -> across.nearCovered(x, i, band)));
  }

  private interface Line {
    double at(int i);
  }

  private static double weighed(int place, int from, int to, Line line) {
    double factor = (double) from / to;
    double stretch = Math.max(1, factor);
    double center = (place + 0.5) * factor - 0.5;
    double sum = 0;
    double weights = 0;
    for (int i = (int) Math.ceil(center - LOBES * stretch); i <= center + LOBES * stretch; i++) {
      double weight = lanczos((i - center) / stretch);
      sum += weight * line.at(i);
      weights += weight;
    }
    return sum / weights;
  }

  private static double lanczos(double x) {
    return x == 0
        ? 1
        : LOBES
            * Math.sin(Math.PI * x)
            * Math.sin(Math.PI * x / LOBES)
            / (Math.PI * Math.PI * x * x);
  }

  /** By elimination; each row ends with its right side. */
  private static double[] solved(double[][] rows) {
    int n = rows.length;
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column; row < n; row++) {
        pivot = Math.abs(rows[row][column]) > Math.abs(rows[pivot][column]) ? row : pivot;
      }
      double[] swapped = rows[pivot];
      rows[pivot] = rows[column];
      rows[column] = swapped;
      for (int row = 0; row < n; row++) {
        double factor = row == column ? 0 : rows[row][column] / rows[column][column];
        for (int k = 0; k <= n; k++) {
          rows[row][k] -= factor * rows[column][k];
        }
      }
    }
    double[] solution = new double[n];
    for (int row = 0; row < n; row++) {
      solution[row] = rows[row][n] / rows[row][row];
    }
    return solution;
  }
}
