package io.tintype.settings;

import io.tintype.config.Group;
import io.tintype.config.Key;
import io.tintype.config.Section;
import io.tintype.config.Values;
import io.tintype.plan.AvifEffort;
import io.tintype.plan.EncoderSettings;
import java.time.Duration;
import java.util.OptionalInt;

/** The keys that say how an endpoint's encoders are set, and how results are written. */
final class EncoderKeys {
  private static final String AUTO = "auto";
  private static final int MOST_WEBP = 6;
  private static final int MOST_ZLIB = 9;
  private static final int MOST_QUANTISER = 10;
  private static final int PERCENT = 100;

  static final Key<Long> AVIF_MAX_PIXELS =
      Key.of(
              "maxPixels",
              Values.PIXELS,
              "AVIF results above this become WebP; an explicit `f-avif` answers 400 in strict"
                  + " mode.")
          .orElse("4MP");
  static final Key<Duration> AVIF_BUDGET =
      Key.of(
              "budget",
              Values.DURATION,
              "Automatic format answers with WebP where an AVIF is expected to take longer; `0s` ="
                  + " it may take any time.")
          .orElse("700ms");
  static final Key<Boolean> AVIF_UPGRADE =
      Key.of(
              "upgrade",
              Values.FLAG,
              "Whether that AVIF is made afterwards, when there is nothing else to render, and"
                  + " replaces the WebP; until then answers carry `max-age=60`.")
          .orElse("true");
  static final Key<String> AVIF_EFFORT =
      Key.of(
              "effort",
              Values.integerOrOneOf(0, AvifEffort.HIGHEST, AUTO),
              "How hard the encoder tries: 4 takes three to four times as long as 3. `auto` = 3,"
                  + " and less for large results.")
          .orElse(AUTO);
  static final Group AVIF =
      Group.of(
          "avif",
          "AVIF cannot be stopped once it is being encoded, so it is kept small.",
          AVIF_MAX_PIXELS,
          AVIF_BUDGET,
          AVIF_UPGRADE,
          AVIF_EFFORT);

  static final Key<Boolean> PNG_PALETTE =
      Key.of(
              "palette",
              Values.FLAG,
              "Whether a PNG is brought down to 256 colours, unless it has to be lossless. On"
                  + " endpoints with `rewriter: cloudinary` only where this key says so, or a URL"
                  + " with `fl_png8` or `fl_lossy`: Cloudinary keeps all colours.")
          .orElse("true");
  static final Key<Long> PNG_PALETTE_MAX_PIXELS =
      Key.of("paletteMaxPixels", Values.PIXELS, "PNGs above this keep all their colours.")
          .orElse("2MP");
  static final Key<Integer> COMPRESSION =
      Key.of("compression", Values.integer(0, MOST_ZLIB), "How hard zlib tries.")
          .orElse(String.valueOf(EncoderSettings.PNG_COMPRESSION));
  static final Key<Boolean> FILTERS =
      Key.of(
              "filters",
              Values.FLAG,
              "Whether the best filter is looked for in every line of a PNG that keeps its colours:"
                  + " photographs are a fifth smaller, in a quarter more time.")
          .orElse("false");
  static final Key<Integer> EFFORT =
      Key.of(
              "effort",
              Values.integer(1, MOST_QUANTISER),
              "How hard the best few colours are looked for: 7 takes several times as long as 1.")
          .orElse(String.valueOf(EncoderSettings.QUANTISER_EFFORT));
  static final Key<Integer> PNG_DITHER = dither(EncoderSettings.PNG_DITHER);
  static final Group PNG =
      Group.of(
          "png",
          "Smaller PNGs.",
          PNG_PALETTE,
          PNG_PALETTE_MAX_PIXELS,
          COMPRESSION,
          FILTERS,
          EFFORT,
          PNG_DITHER);

  static final Key<Integer> GIF_DITHER = dither(EncoderSettings.GIF_DITHER);
  static final Group GIF =
      Group.of(
          "gif",
          "GIFs with other colours than those of their source; else they keep its palette.",
          EFFORT,
          GIF_DITHER);

  static final Key<Integer> WEBP_EFFORT =
      Key.of(
              "effort",
              Values.integer(0, MOST_WEBP),
              "How hard the encoder of lossy WebP tries: 2 takes two thirds of the time of 4, 6"
                  + " twice as long.")
          .orElse(String.valueOf(EncoderSettings.WEBP_EFFORT));
  static final Group WEBP = Group.of("webp", "Smaller WebPs.", WEBP_EFFORT);

  static final Key<Boolean> TRELLIS =
      Key.of(
              "trellis",
              Values.FLAG,
              "Whether coefficients are chosen by what they cost: smaller, a little worse at the"
                  + " same quality, and in two to three times the time. Needs a libvips with"
                  + " mozjpeg, as the prebuilt one.")
          .orElse("false");
  static final Group JPEG = Group.of("jpeg", "Smaller JPEGs.", TRELLIS);

  private EncoderKeys() {}

  private static Key<Integer> dither(int usual) {
    return Key.of(
            "dither",
            Values.integer(0, PERCENT),
            "How much of the error in a colour is spread over its neighbours, in per cent: none is"
                + " smaller and has steps in gradients.")
        .orElse(String.valueOf(usual));
  }

  /** Reads what an endpoint says about its encoders. */
  static EncoderSettings read(Section endpoint) {
    String avif = endpoint.section(AVIF).get(AVIF_EFFORT);
    return new EncoderSettings(
        avif.equals(AUTO) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(avif)),
        endpoint.section(WEBP).get(WEBP_EFFORT),
        endpoint.section(JPEG).get(TRELLIS),
        new EncoderSettings.Zlib(
            endpoint.section(PNG).get(COMPRESSION), endpoint.section(PNG).get(FILTERS)),
        quantiser(endpoint.section(PNG), PNG_DITHER),
        quantiser(endpoint.section(GIF), GIF_DITHER),
        false);
  }

  private static EncoderSettings.Quantiser quantiser(Section format, Key<Integer> dither) {
    return new EncoderSettings.Quantiser(format.get(EFFORT), format.get(dither));
  }
}
