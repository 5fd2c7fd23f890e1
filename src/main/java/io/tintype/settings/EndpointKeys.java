package io.tintype.settings;

import io.tintype.config.Catalog;
import io.tintype.config.Group;
import io.tintype.config.Key;
import io.tintype.config.Values;
import java.time.Duration;
import java.util.List;

/** The keys of URL endpoints. */
final class EndpointKeys {
  static final String HOST_NAME =
      "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

  static final Key<String> PATH =
      Key.of(
          "path",
          Values.text(
              "path",
              "a path such as /shop, or / for the root, without a slash at its end",
              "/|(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~!$&'()*+,;=:@%-]+)+"),
          "URL prefix; `/` = the root, absent = `/` and the endpoint's name. The longest wins.");
  static final Key<List<String>> HOSTS =
      Key.of(
              "hosts",
              Values.listOf(
                  Values.text("host name", "a host name without scheme and port", HOST_NAME)),
              "Hosts on which the prefix is not needed.")
          .orElse("");
  static final Key<List<String>> ORIGINS =
      Key.of(
              "origins",
              Values.listOf(Values.TEXT),
              "Names of origins, in order of preference. Must not be empty.")
          .mandatory();
  static final Key<String> UNSUPPORTED =
      Key.of(
              "unsupported",
              Values.oneOf("strict", "lenient", "fallthrough"),
              "What happens to parameters that are unknown, wrong or not supported: `strict`"
                  + " answers 400, `lenient` leaves them out and reports them in"
                  + " `x-tintype-ignored`. `fallthrough` asks the `oldVendor` for the whole result"
                  + " of a Cloudinary URL; all else is as in `lenient`.")
          .orElse("lenient");
  static final Key<Boolean> LEGACY_OVERLAYS =
      Key.of(
              "legacyOverlays",
              Values.FLAG,
              "Whether ImageKit's overlay parameters of before 2023 (`oi`, `ot`, `obg`, …) are"
                  + " read, as layers; else they are answered with 400, as by ImageKit.")
          .orElse("false");
  static final Key<Boolean> SANITISE =
      Key.of(
              "sanitise",
              Values.FLAG,
              "Whether every SVG that is delivered as SVG is written anew without scripts,"
                  + " handlers, animations and references; else only where the URL asks for it."
                  + " Such documents may have 10 MiB.")
          .orElse("false");
  static final Group SVG = Group.of("svg", "Drawings that stay drawings.", SANITISE);
  static final String AUTO = "auto";
  static final Key<String> QUALITY =
      Key.of(
              "quality",
              Values.integerOrOneOf(1, 100, AUTO, "auto:best", "auto:good", "auto:eco", "auto:low"),
              "Quality where the URL asks for none; a number never raises that of a source. `auto`"
                  + " = `auto:good`: as similar as that level of Cloudinary's `q_auto`.")
          .orElse("80");
  static final Key<String> AUTOMATIC_QUALITY =
      Key.of(
              "automaticQuality",
              Values.oneOf("measured", "table"),
              "How `q_auto` becomes a figure: `measured` tries out on parts of the picture what"
                  + " keeps it similar enough, while nothing else waits to be rendered; `table`"
                  + " takes the fixed figure of the level.")
          .orElse("measured");
  static final Key<List<String>> FORMATS =
      Key.of(
              "formats",
              Values.listOf(Values.oneOf("avif", "webp")),
              "What automatic format may choose, best first; `[]` switches it off.")
          .orElse("avif,webp");
  static final Key<String> FORMAT_CHOICE =
      Key.of(
              "formatChoice",
              Values.oneOf("preferred", "smallest"),
              "How automatic format decides: `preferred` takes the first of `formats` that the"
                  + " client accepts; `smallest` encodes everything suitable and delivers the"
                  + " smallest, which takes several times as long.")
          .orElse("preferred");
  static final Key<Boolean> PROGRESSIVE =
      Key.of("progressive", Values.FLAG, "Whether JPEGs show coarsely at first; URL: `pr`.")
          .orElse("false");
  static final Key<Boolean> LOSSLESS =
      Key.of("lossless", Values.FLAG, "Whether WebP and PNG keep every pixel; URL: `lo`.")
          .orElse("false");
  static final Key<String> CHROMA =
      Key.of(
              "chroma",
              Values.oneOf("full", "half"),
              "How finely JPEGs keep colour differences: `full` is 4:4:4, `half` 4:2:0.")
          .orElse("full");
  static final Key<String> METADATA =
      Key.of(
              "metadata",
              Values.oneOf("none", "profile", "all"),
              "What is kept of the source's metadata; URL: `cp`, `md`. Anything but `none` rules"
                  + " out AVIF.")
          .orElse("none");
  static final Key<Boolean> DATA_SAVER =
      Key.of(
              "dataSaver",
              Values.FLAG,
              "Whether `Save-Data: on` lowers the default quality by 20, though not below 30.")
          .orElse("false");
  static final Key<String> CACHE_CONTROL =
      Key.of(
              "cacheControl",
              Values.text("header value", "a header value in ASCII", "[\\x20-\\x7e]+"),
              "`Cache-Control` of successful answers. Errors are always `no-store`.")
          .orElse("public, max-age=31536000");
  static final Key<String> DEFAULT_IMAGE =
      Key.of(
          "defaultImage",
          Values.TEXT,
          "Path of the picture served when no origin can give the one asked for, below the same"
              + " origins.");

  static final Key<Boolean> REFINE =
      Key.of(
              "enabled",
              Values.FLAG,
              "Whether results in memory are replaced by smaller ones of the same quality, made"
                  + " while there is nothing else to render. Their `ETag` changes.")
          .orElse("false");
  static final Key<Integer> REFINE_HITS =
      Key.of(
              "hits",
              Values.integer(1, 1_000_000),
              "How often a result has to be delivered from memory before it is worth that.")
          .orElse("5");
  static final Key<Duration> REFINE_BUDGET =
      Key.of(
              "budget",
              Values.DURATION,
              "Rendering time within any minute after which no more is begun, counted over all"
                  + " endpoints.")
          .orElse("12s");
  static final Group REFINING =
      Group.of("refine", "Smaller results when idle.", REFINE, REFINE_HITS, REFINE_BUDGET);

  static final Key<Duration> TTL =
      Key.of("ttl", Values.DURATION, "How long a result is served without asking the origin again.")
          .orElse("1d");
  static final Duration LONGEST_NEGATIVE = Duration.ofSeconds(60);
  static final Key<Duration> NEGATIVE =
      Key.of("negative", Values.DURATION, "How long an absent source is remembered; at most 60s.")
          .orElse("60s");
  static final Key<Duration> STALE =
      Key.of(
              "stale",
              Values.DURATION,
              "How much longer an old result may be served while its origin is broken.")
          .orElse("1d");
  static final Group CACHE = Group.of("cache", "How long answers are kept.", TTL, NEGATIVE, STALE);

  static final Group LIMITS =
      new Group(
          "limits",
          "Limits of this endpoint; what is not set is as in the top-level `limits`.",
          LimitKeys.GROUP.entries());

  static final Group ENDPOINT =
      Group.of(
          "endpoint",
          "A URL endpoint.",
          PATH,
          HOSTS,
          ORIGINS,
          UNSUPPORTED,
          QUALITY,
          AUTOMATIC_QUALITY,
          FORMATS,
          FORMAT_CHOICE,
          EncoderKeys.AVIF,
          EncoderKeys.WEBP,
          EncoderKeys.JPEG,
          EncoderKeys.PNG,
          EncoderKeys.GIF,
          REFINING,
          PROGRESSIVE,
          LOSSLESS,
          CHROMA,
          METADATA,
          DATA_SAVER,
          CACHE_CONTROL,
          CACHE,
          DEFAULT_IMAGE,
          AccessKeys.SIGNING,
          AccessKeys.RESTRICT_UNNAMED,
          AccessKeys.PRIVATE_PATHS,
          AccessKeys.ACCESS,
          LIMITS,
          RewriterKeys.REWRITER,
          RewriterKeys.CLOUD,
          RewriterKeys.SEMANTICS,
          RewriterKeys.KEEP_TYPES,
          RewriterKeys.FOLDERS,
          RewriterKeys.OLD_VENDOR,
          RewriterKeys.TOKEN_KEYS,
          RewriterKeys.STRICT,
          RewriterKeys.SECRETS,
          LEGACY_OVERLAYS,
          SVG);

  static final Catalog CATALOG =
      Catalog.of(
          "endpoints", "What is served where. An endpoint's name shows in metrics.", ENDPOINT);

  private EndpointKeys() {}
}
