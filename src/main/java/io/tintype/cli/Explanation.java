package io.tintype.cli;

import io.tintype.EndpointBuilder;
import io.tintype.dialect.ClientHints;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Ignored;
import io.tintype.dialect.RawRequest;
import io.tintype.model.Accepts;
import io.tintype.model.FormatChoice;
import io.tintype.model.QualityChoice;
import io.tintype.model.SourceRef;
import io.tintype.plan.OutputRules;
import io.tintype.routing.EndpointConfig;
import io.tintype.settings.GatewayConfig;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a URL was read, as text and as JSON; field names: {@code docs/cli.md}. */
record Explanation(
    EndpointConfig endpoint,
    DeliveryRequest request,
    ProspectExplanation prospect,
    Optional<AnatomyExplanation> anatomy,
    List<AskedKeys> keys,
    OutputRules rules,
    Accepts accepts,
    SignatureExplanation signature) {
  /**
   * Reads a URL as the gateway does.
   *
   * @param headers of the client
   * @throws io.tintype.fault.FaultException if the URL is refused
   */
  static Explanation of(
      GatewayConfig config, UrlParts url, HeaderOptions.Headers headers, Instant now) {
    var resolved = EndpointBuilder.endpoints(config).resolve(url.host(), url.rawPath());
    EndpointConfig endpoint = resolved.endpoint().config();
    ClientHints hints = headers.hints(endpoint.output().dataSaver());
    RawRequest asked = new RawRequest(resolved.rest(), url.rawQuery(), hints);
    DeliveryRequest request = resolved.endpoint().read(asked);
    return new Explanation(
        endpoint,
        request,
        ProspectExplanation.of(resolved.endpoint(), asked, request),
        AnatomyExplanation.of(EndpointBuilder.anatomy(config, endpoint, asked), request),
        keys(config, endpoint, request),
        hints.saveData() ? endpoint.output().withDataSaver() : endpoint.output(),
        headers.accepts(),
        SignatureExplanation.of(resolved.endpoint().guard(), request, url, now));
  }

  private static List<AskedKeys> keys(
      GatewayConfig config, EndpointConfig endpoint, DeliveryRequest request) {
    return endpoint.origins().stream()
        .flatMap(id -> config.origins().stream().filter(origin -> origin.id().equals(id)).limit(1))
        .map(origin -> AskedKeys.of(origin, request.source()))
        .toList();
  }

  JsonObject json() {
    JsonArray ignored = new JsonArray();
    for (Ignored part : request.ignored()) {
      ignored.add(new JsonObject().put("parameter", part.raw()).put("reason", part.reason()));
    }
    return new JsonObject()
        .put("endpoint", endpoint.name())
        .put("origins", new JsonArray(originNames()))
        .put("source", request.source().text())
        .put("keys", new JsonArray(keys.stream().map(AskedKeys::json).toList()))
        .put("cloudinary", anatomy.map(AnatomyExplanation::json).orElse(null))
        .put("chain", request.transformation().canonical())
        .put("original", request.disposition().original())
        .put("attachment", request.disposition().attachment().orElse(null))
        .put("formats", new JsonArray(automaticFormats()))
        .put("quality", quality().percent())
        .put("automaticQuality", automaticQuality())
        .put("strict", endpoint.strict())
        .put("defaultImage", defaultImage())
        .put("signed", request.seal().isPresent())
        .put("signature", signature.json())
        .put("refused", signature.refused().or(prospect::refused).orElse(null))
        .put("becomes", prospect.word())
        .put("fallthrough", prospect.fallthrough())
        .put("remarks", new JsonArray(prospect.remarks()))
        .put("ignored", ignored);
  }

  String text() {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("endpoint", endpoint.name() + " (" + strictness() + ")");
    rows.put("source", request.source().text());
    rows.put("origins", String.join(", then ", originNames()));
    rows.put(
        "chain",
        request.disposition().original()
            ? "none: the original is asked for"
            : request.transformation().canonical());
    if (!request.disposition().original()) {
      rows.put("formats", formatsText());
      rows.put("quality", qualityText());
    }
    request.disposition().attachment().ifPresent(name -> rows.put("saved as", name));
    if (defaultImage() != null) {
      rows.put("default", defaultImage());
    }
    StringBuilder text = new StringBuilder();
    rows.forEach((name, value) -> text.append(row(name, value)));
    anatomy.ifPresent(parts -> text.append(parts.text()));
    keys.forEach(asked -> text.append(row("asks", asked.text())));
    text.append(signature.text());
    text.append(prospect.text());
    for (Ignored part : request.ignored()) {
      text.append(row("ignored", part.raw() + ": it " + part.reason()));
    }
    return text.toString();
  }

  static String row(String name, String value) {
    return "%-10s %s%n".formatted(name, value);
  }

  boolean hasFindings() {
    return !prospect.isAsAsked() || signature.refused().isPresent();
  }

  private String strictness() {
    return endpoint.strict() ? "strict" : "lenient";
  }

  private List<String> originNames() {
    return endpoint.origins().stream().map(origin -> origin.name()).toList();
  }

  private List<String> automaticFormats() {
    return rules.formats().stream().filter(accepts::includes).map(Explanation::name).toList();
  }

  private String formatsText() {
    return formatText(request.transformation().output().format());
  }

  private String formatText(FormatChoice wish) {
    return switch (wish) {
      case FormatChoice.JpegIfOpaque(var otherwise) ->
          formatText(otherwise) + "; JPEG instead of an opaque PNG";
      case FormatChoice.Exactly(var format) -> name(format) + ", as the URL says";
      case FormatChoice.Special(var form) -> specialText(form) + ", as the URL says";
      case FormatChoice.OfSource _ -> "that of the source, as the URL says";
      case FormatChoice.Placeholder(var kind) ->
          kind.name().toLowerCase(Locale.ROOT) + ", a text, as the URL says";
      case FormatChoice.Automatic _ -> automaticText();
    };
  }

  private static String specialText(FormatChoice.Form form) {
    return switch (form) {
      case MOVING_PNG -> "PNG with all frames";
      case PALETTE_PNG -> "PNG of at most 256 colours";
      case GIF_OF_ANYTHING -> name(form.format());
      case BILEVEL_TIFF -> "TIFF in black and white";
    };
  }

  private String automaticText() {
    List<String> formats = automaticFormats();
    return formats.isEmpty()
        ? "automatic format has no newer one to choose for this client (see --header)"
        : "automatic format may choose " + String.join(", else ", formats);
  }

  private QualityChoice quality() {
    return request.transformation().output().quality().orElse(rules.quality().standard());
  }

  private String qualityText() {
    return switch (quality()) {
      case QualityChoice.Percent(var percent) -> Integer.toString(percent);
      case QualityChoice.Automatic(var level) ->
          switch (rules.quality().automatic()) {
            case TABLE -> "%d, for auto:%s".formatted(level.percent(), name(level));
            case MEASURED ->
                "auto:%s, the picture decides: similarity %s, or quality %d under load"
                    .formatted(name(level), level.similarity(), level.percent());
          };
    };
  }

  private @Nullable JsonObject automaticQuality() {
    return quality() instanceof QualityChoice.Automatic(var level)
        ? new JsonObject()
            .put("level", name(level))
            .put("way", rules.quality().automatic().label())
            .put("similarity", level.similarity())
        : null;
  }

  private @Nullable String defaultImage() {
    return request
        .defaultImage()
        .map(SourceRef::text)
        .or(() -> endpoint.defaultImage())
        .orElse(null);
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
