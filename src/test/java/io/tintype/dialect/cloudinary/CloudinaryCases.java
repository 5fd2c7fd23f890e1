package io.tintype.dialect.cloudinary;

import static java.util.Map.entry;

import io.tintype.dialect.ClientHints;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.RawRequest;
import io.tintype.dialect.cloudinary.CloudinarySettings.Clouds;
import io.tintype.fault.FaultException;
import io.tintype.model.SourceRef;
import io.tintype.testing.CaseRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads URLs with settings that suit the case tables, and tells in one line what was read. */
final class CloudinaryCases {
  static final Map<String, String> TRANSFORMATIONS =
      Map.ofEntries(
          entry("card", "cloudinary:c_fill,h_200,w_300"),
          entry("two_steps", "cloudinary:c_fill,h_200,w_300/a_90"),
          entry("small card", "cloudinary:t_card/c_scale,w_100"),
          entry("sized", "cloudinary:c_fit,w_$width"),
          entry("loop_a", "cloudinary:w_10/t_loop_b"),
          entry("loop_b", "cloudinary:t_loop_a"),
          entry("of_imagekit", "w-300"));

  private static final Pattern WORDS =
      Pattern.compile(
          "^(?:(?:strict|any|detector|save|dpr=[0-9.]+|width=-?[0-9]+|page=-?[0-9]+) )+");
  private static final String MATTE = ",matte=#ffffff";
  private static final String USUAL_SOURCE = "sample";

  private CloudinaryCases() {}

  /**
   * What a URL below the endpoint is read as. A line without a slash is a chain: it stands for
   * {@code image/upload/<chain>/sample}. Words in front of it: {@code strict} and {@code detector}
   * change the settings; {@code any} lets a cloud stand in front; {@code width=300}, {@code
   * page=1200}, {@code dpr=2} and {@code save} are hints of the client.
   */
  static String read(String line) {
    String url = url(line);
    String setting = line.substring(0, line.length() - url.length());
    CloudinaryDialect dialect =
        new CloudinaryDialect(
            new CloudinarySettings(
                setting.contains("any ") ? new Clouds.Any() : new Clouds.None(),
                true,
                TRANSFORMATIONS,
                setting.contains("strict "),
                setting.contains("detector "),
                Set.of("b_sides")));
    try {
      return tell(dialect.parse(request(url, CaseRequest.hints(setting))));
    } catch (FaultException refused) {
      return refused.fault().getClass().getSimpleName() + ": " + refused.fault().message();
    }
  }

  /** A line without the words in front of it. */
  static String url(String line) {
    return WORDS.matcher(line).replaceFirst("");
  }

  private static RawRequest request(String url, ClientHints hints) {
    String whole = url.startsWith("/") ? url.substring(1) : "image/upload/" + url + "/sample";
    return CaseRequest.of(whole, hints);
  }

  /** What is the same in nearly all lines is left out: the source, and white behind JPEGs. */
  private static String tell(DeliveryRequest read) {
    List<String> facts = new ArrayList<>();
    String canonical = read.transformation().canonical().substring(3).replace(MATTE, "");
    facts.add(
        read.disposition().original() ? "original, else" + canonical.substring(4) : canonical);
    if (!name(read.source()).equals(USUAL_SOURCE)) {
      facts.add("of " + name(read.source()));
    }
    read.defaultImage().ifPresent(image -> facts.add("default " + name(image)));
    read.disposition().attachment().ifPresent(name -> facts.add("save as " + name));
    if (read.disposition().immutable()) {
      facts.add("immutable");
    }
    if (read.disposition().described()) {
      facts.add("described");
    }
    if (read.seal().isPresent()) {
      facts.add("signed");
    }
    if (!read.consulted().hints().isEmpty()) {
      facts.add("varies with " + new TreeSet<>(read.consulted().hints()));
    }
    if (!read.ignored().isEmpty()) {
      facts.add(
          read.ignored().stream()
              .map(ignored -> ignored.raw() + " " + ignored.reason())
              .collect(Collectors.joining(" / ", "ignored: ", "")));
    }
    return String.join(" ; ", facts);
  }

  private static String name(SourceRef source) {
    return source instanceof SourceRef.Asset asset
        ? asset.publicId() + (asset.extension().isEmpty() ? "" : "." + asset.extension())
        : source.text();
  }
}
