package io.tintype.bench.report;

import java.util.Locale;

/**
 * One figure and what it has to reach.
 *
 * @param figure NaN if it was not measured
 * @param remark why there is no figure, or what has to be known about it; may be empty
 */
public record Finding(String name, String target, double figure, Verdict verdict, String remark) {
  public static Finding atLeast(String name, double target, double figure) {
    return of(name, ">= " + text(target), figure, figure >= target);
  }

  /** A count that must not be above its target. */
  public static Finding atMost(String what, long target, long figure) {
    return atMost(what, (double) target, (double) figure);
  }

  public static Finding atMost(String name, double target, double figure) {
    return of(name, "<= " + text(target), figure, figure <= target);
  }

  public static Finding notMeasured(String name, String reason) {
    return new Finding(name, "", Double.NaN, Verdict.NOT_MEASURED, reason);
  }

  /** Of a measurement that did not get to its end. */
  public static Finding broken(String name, String reason) {
    return new Finding(name, "", Double.NaN, Verdict.NOT_MET, "broke off: " + reason);
  }

  public Finding remarking(String words) {
    return new Finding(name, target, figure, verdict, words);
  }

  private static Finding of(String name, String target, double figure, boolean met) {
    if (Double.isNaN(figure)) {
      return new Finding(name, target, figure, Verdict.NOT_MEASURED, "no figure");
    }
    return new Finding(name, target, figure, met ? Verdict.MET : Verdict.NOT_MET, "");
  }

  /** Three significant digits, more where they stand before the point. */
  public static String text(double figure) {
    if (Double.isNaN(figure)) {
      return "-";
    }
    double size = Math.abs(figure);
    String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3g";
    return size == 0 ? "0" : String.format(Locale.ROOT, format, figure);
  }
}
