package io.tintype.dialect.cloudinary;

import static java.util.Map.entry;

import io.tintype.dialect.Argument;
import io.tintype.dialect.Findings;
import io.tintype.dialect.ValueReader;
import io.tintype.model.Metadata;
import io.tintype.model.PercentEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code fl} switches, one or several joined with dots. */
final class Flags {
  static final String KEY = "fl";

  private static final Map<String, Consumer<OutputDraft>> OF_OUTPUT =
      Map.ofEntries(
          entry("progressive", output -> output.progressive(true)),
          entry("progressive:semi", output -> output.progressive(true)),
          entry("progressive:steep", output -> output.progressive(true)),
          entry("progressive:none", output -> output.progressive(false)),
          entry("lossy", OutputDraft::lossy),
          entry("any_format", OutputDraft::lossy),
          entry("png24", OutputDraft::opaquePng),
          entry("png32", OutputDraft::fullPng),
          entry("png8", OutputDraft::palettePng),
          entry("apng", OutputDraft::movingPng),
          entry("group4", OutputDraft::bilevelTiff),
          entry("keep_iptc", output -> output.metadata(Metadata.ALL)),
          entry("force_icc", output -> output.metadata(Metadata.PROFILE)));

  private static final Map<String, Consumer<DeliveryDraft>> OF_DELIVERY =
      Map.of(
          "original", DeliveryDraft::original,
          "immutable_cache", DeliveryDraft::immutable,
          "getinfo", DeliveryDraft::described,
          "sanitize", DeliveryDraft::sanitised);

  private static final String ATTACHMENT = "attachment";
  private static final Set<String> ATTACHMENTS = Set.of(ATTACHMENT, "streaming_attachment");

  /** What we do anyway, or what changes nothing here. */
  static final Set<String> AS_USUAL =
      Set.of(
          "strip_profile",
          "force_strip",
          "preserve_transparency",
          "animated",
          "awebp",
          "rasterize",
          "ignore_aspect_ratio",
          "tiff8_lzw",
          "no_stream");

  static final String RELATIVE = "relative";
  static final String NO_OVERFLOW = "no_overflow";
  static final String TILED = "tiled";
  static final String CUTTER = "cutter";
  static final String DISALLOW_OVERFLOW = "text_disallow_overflow";

  /** Without a detector the only region there is is the whole picture. */
  static final String REGION_RELATIVE = "region_relative";

  /** What has a meaning for layers only. */
  private static final Set<String> OF_LAYERS =
      Set.of(
          RELATIVE, REGION_RELATIVE, NO_OVERFLOW, TILED, CUTTER, DISALLOW_OVERFLOW, "layer_apply");

  static final Set<String> KNOWN_LATER =
      Set.of("keep_attribution", "text_no_trim", "clip", "clip_evenodd");

  private Flags() {}

  /** Does what the flags of one parameter say, and notes those that nobody knows. */
  static void read(
      Argument argument, OutputDraft output, DeliveryDraft delivery, Findings findings) {
    for (String flag : split(argument.value())) {
      Consumer<OutputDraft> effect = OF_OUTPUT.get(flag);
      int colon = flag.indexOf(':');
      String name = colon < 0 ? flag : flag.substring(0, colon);
      if (effect != null) {
        effect.accept(output);
      } else if (OF_DELIVERY.containsKey(flag)) {
        OF_DELIVERY.get(flag).accept(delivery);
      } else if (ATTACHMENTS.contains(name)) {
        String wish = colon < 0 ? "" : flag.substring(colon + 1);
        delivery.attachment(PercentEncoding.decode(wish).orElse(wish).replaceAll("[/\\\\]", "_"));
      } else if (!AS_USUAL.contains(name) && !OF_LAYERS.contains(name)) {
        findings.unsupported(
            argument.position(),
            KEY + "_" + flag,
            KNOWN_LATER.contains(name) ? ValueReader.NOT_YET : "is not known");
      }
    }
  }

  /** All that do something. */
  static Set<String> honoured() {
    return Stream.of(OF_OUTPUT.keySet(), OF_DELIVERY.keySet(), ATTACHMENTS, OF_LAYERS)
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** At dots, as long as what stands before them is a flag: file names have dots, too. */
  static List<String> split(String value) {
    List<String> flags = new ArrayList<>();
    String rest = value;
    int dot = rest.indexOf('.');
    while (dot > 0 && !rest.startsWith(ATTACHMENT + ":")) {
      flags.add(rest.substring(0, dot));
      rest = rest.substring(dot + 1);
      dot = rest.indexOf('.');
    }
    flags.add(rest);
    return flags;
  }
}
