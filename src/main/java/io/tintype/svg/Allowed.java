package io.tintype.svg;

import java.util.Set;

/**
 * What a sanitised drawing is made of: shapes, words, colours and filters that stand still.
 * Whatever is not listed is left out, with all that is in it.
 *
 * @see <a href="https://www.w3.org/TR/SVG2/eltindex.html">SVG 2, element index</a>
 */
final class Allowed {
  /** Elements of SVG's namespace. */
  private static final Set<String> ELEMENTS =
      words(
          """
          svg g defs symbol use switch title desc path rect circle ellipse line polyline polygon text
          tspan textPath image linearGradient radialGradient stop pattern clipPath mask marker style
          filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
          feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB
          feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
          fePointLight feSpecularLighting feSpotLight feTile feTurbulence
          """);

  /** Elements that are left out, and what is in them is not. */
  private static final Set<String> TRANSPARENT = Set.of("a");

  /** Attributes that no browser takes for CSS, whatever is in them. */
  private static final Set<String> TEXTS =
      words(
          """
          id class lang version media type systemLanguage requiredFeatures requiredExtensions
          """);

  private static final Set<String> ATTRIBUTES =
      words(
          """
          style viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r
          rx ry fx fy fr d points pathLength transform dx dy rotate textLength lengthAdjust startOffset
          method spacing side offset gradientUnits gradientTransform spreadMethod patternUnits
          patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits markerUnits
          markerWidth markerHeight refX refY orient filterUnits primitiveUnits
          in in2 result mode values operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY
          edgeMode preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent
          kernelUnitLength scale xChannelSelector yChannelSelector azimuth elevation stdDeviation
          pointsAtX pointsAtY pointsAtZ limitingConeAngle z radius baseFrequency numOctaves seed
          stitchTiles tableValues slope intercept amplitude exponent
          alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
          color-interpolation-filters color-rendering cursor direction display dominant-baseline
          enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font
          font-family font-size font-size-adjust font-stretch font-style font-variant font-weight
          glyph-orientation-horizontal glyph-orientation-vertical image-rendering isolation
          letter-spacing lighting-color marker marker-end marker-mid marker-start mask mask-type
          mix-blend-mode opacity overflow paint-order pointer-events shape-rendering stop-color
          stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
          stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-rendering
          transform-origin unicode-bidi vector-effect visibility white-space word-spacing writing-mode
          """);

  private Allowed() {}

  static boolean element(String name) {
    return ELEMENTS.contains(name);
  }

  static boolean isTransparent(String name) {
    return TRANSPARENT.contains(name);
  }

  static boolean text(String name) {
    return TEXTS.contains(name);
  }

  static boolean attribute(String name) {
    return ATTRIBUTES.contains(name);
  }

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+", -1));
  }
}
