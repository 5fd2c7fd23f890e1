package io.tintype.dialect.cloudinary;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/**
 * What colours look like to those who cannot tell some apart: weights of red, green and blue of
 * sRGB, row by row, as the widespread table of the Human-Computer Interaction Resource Network has
 * them.
 */
final class Colorblindness {
  static final String USUAL = "deuteranopia";

  static final Map<String, List<Double>> BY_NAME =
      Map.ofEntries(
          entry(
              "protanopia",
              List.of(0.56667, 0.43333, 0.0, 0.55833, 0.44167, 0.0, 0.0, 0.24167, 0.75833)),
          entry("deuteranopia", List.of(0.625, 0.375, 0.0, 0.7, 0.3, 0.0, 0.0, 0.3, 0.7)),
          entry(
              "deuteranomaly",
              List.of(0.8, 0.2, 0.0, 0.25833, 0.74167, 0.0, 0.0, 0.14167, 0.85833)),
          entry("tritanopia", List.of(0.95, 0.05, 0.0, 0.0, 0.43333, 0.56667, 0.0, 0.475, 0.525)),
          entry(
              "tritanomaly",
              List.of(0.96667, 0.03333, 0.0, 0.0, 0.73333, 0.26667, 0.0, 0.18333, 0.81667)),
          entry(
              "protanomaly",
              List.of(0.81667, 0.18333, 0.0, 0.33333, 0.66667, 0.0, 0.0, 0.125, 0.875)),
          entry(
              "rod_monochromacy",
              List.of(0.299, 0.587, 0.114, 0.299, 0.587, 0.114, 0.299, 0.587, 0.114)),
          entry(
              "cone_monochromacy",
              List.of(0.618, 0.32, 0.062, 0.163, 0.775, 0.062, 0.163, 0.32, 0.516)));

  /**
   * Moves what deuteranopia loses of a colour to where it is seen: 0.7 of what is lost in red is
   * added to green and to blue, and what is lost in those stays. Greys stay as they are.
   */
  static final List<Double> DISTINCT =
      List.of(1.0, 0.0, 0.0, -0.4375, 1.4375, 0.0, 0.2625, -0.5625, 1.3);

  private Colorblindness() {}
}
