package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Asked;
import io.tintype.dialect.ChainKind;
import io.tintype.dialect.ConsultedHints;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Dialect;
import io.tintype.dialect.Disposition;
import io.tintype.dialect.FaultStyle;
import io.tintype.dialect.Findings;
import io.tintype.dialect.ForeignChains;
import io.tintype.dialect.HintReading;
import io.tintype.dialect.PathSignature;
import io.tintype.dialect.RawRequest;
import io.tintype.dialect.RemoteUrl;
import io.tintype.model.AssetType;
import io.tintype.model.DeliveryType;
import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import io.tintype.model.SourceRef;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Cloudinary's URL language; {@code docs/cloudinary.md} tells what of it is honoured. */
public final class CloudinaryDialect implements Dialect {
  /** What chains in this language begin with in the configuration. */
  public static final String CHAIN_PREFIX = NamedTransformations.PREFIX;

  /** Usage figures of SDKs, and the leave to see a picture. */
  private static final Set<String> OWN = Set.of("_a", "_s", "_i", "__cld_token__");

  private final CloudinarySettings settings;
  private final NamedTransformations names;
  private final LayerPictures pictures;

  public CloudinaryDialect(CloudinarySettings settings) {
    this.settings = settings;
    this.names = new NamedTransformations(settings.transformations(), settings.foreign());
    this.pictures = new LayerPictures(settings.typed());
  }

  /**
   * What is wrong with a named transformation, in one sentence: no chain of this language, or a
   * name that is not known or contains itself.
   *
   * @param transformations all of the configuration
   * @param foreign those in other languages
   */
  public static Optional<String> problemOf(
      String name, Map<String, String> transformations, ForeignChains foreign) {
    return new NamedTransformations(transformations, foreign).problemOf(name);
  }

  /**
   * Takes a URL apart.
   *
   * @throws io.tintype.fault.FaultException if it names nothing
   */
  public Anatomy anatomy(RawRequest request) {
    return Anatomy.of(AssetUrl.read(request.rawPath(), settings));
  }

  @Override
  public DeliveryRequest parse(RawRequest request) {
    AssetUrl url = AssetUrl.read(request.rawPath(), settings);
    SourceRef source = source(url, request.rawQuery());
    Findings findings = new Findings();
    DeliveryDraft delivery = new DeliveryDraft();
    OutputDraft output = new OutputDraft();
    HintReading hints = new HintReading(request.hints());
    List<Component> asked = expanded(url, findings);
    List<Component> components = new Responsive(hints).resolved(asked);
    ChainContext context = new ChainContext(findings, pictures, names, 0);
    List<Step> steps =
        new ArrayList<>(
            new ChainReader(components, context, delivery).read(new Variables(), output));
    steps.addAll(output.finish(byExtension(url)));
    boolean original = delivery.isOriginal() || isOriginal(url);
    if (settings.strict() && !original) {
      findings.refuse();
    }
    Transformation transformation =
        original
            ? inOtherFormat(url)
            : new Transformation(
                delivery.page(), steps, output.output(byExtension(url)), asStored(components));
    return new DeliveryRequest(
        source,
        transformation,
        new Disposition(
            original,
            delivery.fileName(fileName(url)),
            delivery.isImmutable() || isVersioned(url),
            delivery.isDescribed()),
        delivery.defaultImage().map(id -> pictures.asset(DeliveryType.UPLOAD, id)),
        asked(asked),
        original ? List.of() : findings.ignored(),
        "",
        kindOf(url),
        url.signature().map(hash -> new PathSignature(hash, url.signedTexts())),
        original ? ConsultedHints.NONE : hints.consulted());
  }

  /** What a stored picture becomes if it is of another format than its URL says. */
  private static Transformation inOtherFormat(AssetUrl url) {
    return url.components().isEmpty() && url.kind().asset() == AssetType.IMAGE
        ? new Transformation(List.of(), new OutputDraft().output(byExtension(url)))
        : Transformation.NONE;
  }

  /** SDKs write v1 where they know no version. */
  private static boolean isVersioned(AssetUrl url) {
    return url.version().isPresent() && url.version().getAsLong() > 1;
  }

  /** Said of the picture, and not of something that is put on it. */
  private static boolean asStored(List<Component> components) {
    return components.stream()
        .takeWhile(component -> component.last("l").or(() -> component.last("u")).isEmpty())
        .anyMatch(LookParams::asStored);
  }

  @Override
  public FaultStyle faultStyle() {
    return FaultStyle.CLOUDINARY;
  }

  private List<Component> expanded(AssetUrl url, Findings findings) {
    List<Parameter> unknown = settings.elsewhere() ? names.unknown(url.components()) : List.of();
    unknown.forEach(name -> findings.unsupported(name.position(), name.raw(), "is not configured"));
    return names.expand(
        url.components().stream().map(component -> component.lacking(unknown)).toList());
  }

  private static Asked asked(List<Component> components) {
    List<Parameter> all =
        components.stream().flatMap(component -> component.parameters().stream()).toList();
    return new Asked(
        all.stream().map(Parameter::raw).toList(),
        all.stream().map(CloudinaryDialect::asPlanned).toList());
  }

  /** A parameter under the name by which plans tell of what it wishes for. */
  private static Asked.Parameter asPlanned(Parameter one) {
    return switch (one.key()) {
      case "g" -> new Asked.Parameter("fo", one.value(), one.raw());
      case "b" -> new Asked.Parameter("bg", one.value(), one.raw());
      case "l", "u" ->
          TextReader.familyOf(one.value())
              .map(family -> new Asked.Parameter("ff", family, one.raw()))
              .orElseGet(() -> new Asked.Parameter(one.key(), one.value(), one.raw()));
      default -> new Asked.Parameter(one.key(), one.value(), one.raw());
    };
  }

  private SourceRef source(AssetUrl url, String rawQuery) {
    if (url.kind().delivery() == DeliveryType.FETCH) {
      return RemoteUrl.read(url.name().publicId(), ofSource(rawQuery));
    }
    return new SourceRef.Asset(
        url.kind().asset(),
        url.kind().delivery(),
        url.name().publicId(),
        url.name().extension(),
        url.version(),
        settings.typed());
  }

  /** The query without what is meant for Cloudinary. */
  private static String ofSource(String rawQuery) {
    return Arrays.stream(rawQuery.split("&", -1))
        .filter(parameter -> !parameter.isEmpty() && !OWN.contains(parameter.split("=", 2)[0]))
        .collect(Collectors.joining("&"));
  }

  /** Files that are no pictures, and pictures nobody wants changed. */
  private static boolean isOriginal(AssetUrl url) {
    return url.kind().asset() == AssetType.RAW
        || (url.components().isEmpty() && url.kind().asset() == AssetType.IMAGE);
  }

  private static FormatChoice byExtension(AssetUrl url) {
    ImageFormat format = OutputParams.FORMATS.get(url.extension());
    return format == null || url.kind().delivery() == DeliveryType.FETCH
        ? new FormatChoice.OfSource()
        : new FormatChoice.Exactly(format);
  }

  private static String fileName(AssetUrl url) {
    String extension = url.name().extension();
    return url.name().publicId() + (extension.isEmpty() ? "" : "." + extension);
  }

  private static ChainKind kindOf(AssetUrl url) {
    if (url.components().isEmpty()) {
      return ChainKind.NONE;
    }
    boolean named =
        url.components().stream()
            .flatMap(component -> component.parameters().stream())
            .allMatch(NamedTransformations::isName);
    return named ? ChainKind.NAMED : ChainKind.EXPLICIT;
  }
}
