package io.tintype.settings;

import io.tintype.config.Key;
import io.tintype.config.Section;
import io.tintype.config.Suggestion;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.model.Metadata;
import io.tintype.model.QualityChoice;
import io.tintype.origin.OriginId;
import io.tintype.plan.AutomaticQuality;
import io.tintype.plan.Chroma;
import io.tintype.plan.OutputRules;
import io.tintype.plan.QualityRules;
import io.tintype.routing.EndpointConfig;
import io.tintype.routing.EndpointConfig.Freshness;
import io.tintype.routing.Refining;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads one URL endpoint. */
final class EndpointReader {
  private final Section section;

  private EndpointReader(Section section) {
    this.section = section;
  }

  /**
   * Reads an endpoint.
   *
   * @param originNames of all origins there are, wrong ones included
   * @param limits where the endpoint says nothing else
   */
  static EndpointConfig read(Section section, Collection<String> originNames, Limits limits) {
    return new EndpointReader(section).endpoint(originNames, limits);
  }

  private EndpointConfig endpoint(Collection<String> originNames, Limits limits) {
    String path = section.get(EndpointKeys.PATH, "/" + section.name());
    return new EndpointConfig(
        section.name(),
        path.equals("/") ? "" : path,
        section.get(EndpointKeys.HOSTS).stream().map(h -> h.toLowerCase(Locale.ROOT)).toList(),
        origins(originNames),
        output(),
        strict(),
        section.get(EndpointKeys.LEGACY_OVERLAYS),
        section.get(EndpointKeys.CACHE_CONTROL),
        freshness(),
        section.find(EndpointKeys.DEFAULT_IMAGE).map(image -> image.replaceFirst("^/+", "")),
        AccessReader.read(section),
        RewriterReader.read(section),
        LimitKeys.read(section.section(EndpointKeys.LIMITS), limits),
        refining());
  }

  private List<OriginId> origins(Collection<String> names) {
    List<String> wanted = section.find(EndpointKeys.ORIGINS).orElse(List.of());
    if (section.has(EndpointKeys.ORIGINS) && wanted.isEmpty()) {
      section.report(EndpointKeys.ORIGINS.name(), "expected at least one name of an origin");
    }
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      String name = wanted.get(i);
      if (!names.contains(name)) {
        section.report(
            EndpointKeys.ORIGINS.name(),
            i,
            "there is no origin of this name" + Suggestion.of(name, names));
      } else if (!seen.add(name)) {
        section.report(EndpointKeys.ORIGINS.name(), i, "is there twice");
      }
    }
    return seen.stream().map(OriginId::new).toList();
  }

  private boolean strict() {
    String unsupported = section.get(EndpointKeys.UNSUPPORTED);
    boolean asksVendor = unsupported.equals(RewriterReader.FALLTHROUGH);
    if (asksVendor
        && !(section.has(RewriterKeys.OLD_VENDOR) && section.has(RewriterKeys.REWRITER))) {
      section.report(EndpointKeys.UNSUPPORTED.name(), "expected rewriter and oldVendor beside it");
    }
    return unsupported.equals("strict");
  }

  private OutputRules output() {
    List<ImageFormat> formats =
        section.get(EndpointKeys.FORMATS).stream()
            .distinct()
            .map(name -> ImageFormat.ofExtension(name).orElseThrow())
            .toList();
    Section avif = section.section(EncoderKeys.AVIF);
    Section png = section.section(EncoderKeys.PNG);
    return new OutputRules(
        new QualityRules(
            quality(section.get(EndpointKeys.QUALITY)),
            AutomaticQuality.valueOf(word(EndpointKeys.AUTOMATIC_QUALITY))),
        formats,
        OutputRules.Policy.valueOf(word(EndpointKeys.FORMAT_CHOICE)),
        new OutputRules.Avif(
            avif.get(EncoderKeys.AVIF_MAX_PIXELS),
            avif.get(EncoderKeys.AVIF_BUDGET),
            avif.get(EncoderKeys.AVIF_UPGRADE)),
        new OutputRules.Png(
            palette(png) && png.get(EncoderKeys.PNG_PALETTE),
            png.get(EncoderKeys.PNG_PALETTE_MAX_PIXELS)),
        EncoderKeys.read(section),
        switches(),
        section.get(EndpointKeys.DATA_SAVER),
        section.get(EndpointKeys.UNSUPPORTED).equals("strict"));
  }

  /** Who has URLs of Cloudinary's has to ask for it. */
  private boolean palette(Section png) {
    return !RewriterReader.speaksCloudinary(section) || png.has(EncoderKeys.PNG_PALETTE);
  }

  private static QualityChoice quality(String text) {
    if (!text.startsWith(EndpointKeys.AUTO)) {
      return new QualityChoice.Percent(Integer.parseInt(text));
    }
    String level = text.substring(text.indexOf(':') + 1).toUpperCase(Locale.ROOT);
    return new QualityChoice.Automatic(
        text.equals(EndpointKeys.AUTO)
            ? QualityChoice.Level.GOOD
            : QualityChoice.Level.valueOf(level));
  }

  private OutputRules.Switches switches() {
    return new OutputRules.Switches(
        section.get(EndpointKeys.PROGRESSIVE),
        section.get(EndpointKeys.LOSSLESS),
        Chroma.valueOf(word(EndpointKeys.CHROMA)),
        Metadata.valueOf(word(EndpointKeys.METADATA)),
        section.section(EndpointKeys.SVG).get(EndpointKeys.SANITISE));
  }

  private String word(Key<String> key) {
    return section.get(key).toUpperCase(Locale.ROOT);
  }

  private Refining refining() {
    Section refine = section.section(EndpointKeys.REFINING);
    return new Refining(
        refine.get(EndpointKeys.REFINE),
        refine.get(EndpointKeys.REFINE_HITS),
        refine.get(EndpointKeys.REFINE_BUDGET));
  }

  private Freshness freshness() {
    Section cache = section.section(EndpointKeys.CACHE);
    if (cache.get(EndpointKeys.NEGATIVE).compareTo(EndpointKeys.LONGEST_NEGATIVE) > 0) {
      cache.report(
          EndpointKeys.NEGATIVE.name(),
          "expected at most 60s: an upload must not stay unseen for longer");
    }
    return new Freshness(
        cache.get(EndpointKeys.TTL),
        cache.get(EndpointKeys.NEGATIVE),
        cache.get(EndpointKeys.STALE));
  }
}
