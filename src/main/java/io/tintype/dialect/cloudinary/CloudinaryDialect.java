package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Asked;
import io.tintype.dialect.ChainKind;
import io.tintype.dialect.ConsultedHints;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Dialect;
import io.tintype.dialect.Disposition;
import io.tintype.dialect.FaultStyle;
import io.tintype.dialect.Findings;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cloudinary's URL language; {@code docs/cloudinary.md} tells what of it is honoured. */
public final class CloudinaryDialect implements Dialect {
  /** What chains in this language begin with in the configuration. */
  public static final String CHAIN_PREFIX = NamedTransformations.PREFIX;

  private final CloudinarySettings settings;
  private final NamedTransformations names;
  private final LayerPictures pictures;

  public CloudinaryDialect(CloudinarySettings settings) {
    this.settings = settings;
    this.names = new NamedTransformations(settings.transformations());
    this.pictures = new LayerPictures(settings.typed());
  }

  /**
   * What is wrong with a named transformation, in one sentence: no chain of this language, or a
   * name that is not known or contains itself.
   *
   * @param transformations all of the configuration
   */
  public static Optional<String> problemOf(String name, Map<String, String> transformations) {
    return new NamedTransformations(transformations).problemOf(name);
  }

  @Override
  public DeliveryRequest parse(RawRequest request) {
    AssetUrl url = AssetUrl.read(request.rawPath(), settings);
    SourceRef source = source(url, request.rawQuery());
    Findings findings = new Findings();
    DeliveryDraft delivery = new DeliveryDraft();
    OutputDraft output = new OutputDraft();
    List<Component> components = names.expand(url.components());
    ChainContext context = new ChainContext(findings, pictures, 0);
    List<Step> steps = new ChainReader(components, context, delivery).read(new Variables(), output);
    boolean original = delivery.isOriginal() || isOriginal(url);
    if (settings.strict() && !original) {
      findings.refuse();
    }
    Transformation transformation =
        original
            ? Transformation.NONE
            : new Transformation(delivery.page(), steps, output.output(byExtension(url)));
    return new DeliveryRequest(
        source,
        transformation,
        new Disposition(original, delivery.fileName(fileName(url))),
        delivery.defaultImage().map(id -> pictures.asset(DeliveryType.UPLOAD, id)),
        asked(components),
        original ? List.of() : findings.ignored(),
        "",
        kindOf(url),
        url.signature().map(hash -> new PathSignature(hash, url.signedTexts())),
        ConsultedHints.NONE);
  }

  @Override
  public FaultStyle faultStyle() {
    return FaultStyle.CLOUDINARY;
  }

  private static Asked asked(List<Component> components) {
    List<Parameter> all =
        components.stream().flatMap(component -> component.parameters().stream()).toList();
    return new Asked(
        all.stream().map(Parameter::raw).toList(),
        all.stream().map(one -> new Asked.Parameter(one.key(), one.value(), one.raw())).toList());
  }

  private SourceRef source(AssetUrl url, String rawQuery) {
    if (url.kind().delivery() == DeliveryType.FETCH) {
      return RemoteUrl.read(url.name().publicId(), rawQuery);
    }
    return new SourceRef.Asset(
        url.kind().asset(),
        url.kind().delivery(),
        url.name().publicId(),
        url.name().extension(),
        url.version(),
        settings.typed());
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
