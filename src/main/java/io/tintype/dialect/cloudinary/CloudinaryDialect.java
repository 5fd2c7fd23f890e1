package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Asked;
import io.tintype.dialect.ConsultedHints;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Dialect;
import io.tintype.dialect.Disposition;
import io.tintype.dialect.FaultStyle;
import io.tintype.dialect.Findings;
import io.tintype.dialect.ForeignChains;
import io.tintype.dialect.HintReading;
import io.tintype.dialect.RawRequest;
import io.tintype.model.AssetType;
import io.tintype.model.DeliveryType;
import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import io.tintype.model.SourceRef;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cloudinary's URL language; {@code docs/cloudinary.md} tells what of it is honoured. */
public final class CloudinaryDialect implements Dialect {
  /** What chains in this language begin with in the configuration. */
  public static final String CHAIN_PREFIX = NamedTransformations.PREFIX;

  private static final String NO_DETECTOR = "needs a detector of faces";

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
    AssetRequest wanted = new AssetRequest(url, request.rawQuery());
    SourceRef source = wanted.source(settings.typed());
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
    refuse(original, asked, findings);
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
            delivery.fileName(wanted.fileName()),
            delivery.isImmutable() || wanted.isVersioned(),
            delivery.isDescribed(),
            delivery.isSanitised()),
        delivery.defaultImage().map(id -> pictures.asset(DeliveryType.UPLOAD, id)),
        asked(asked),
        original ? List.of() : findings.ignored(),
        "",
        wanted.chainKind(),
        wanted.signature(),
        original ? ConsultedHints.NONE : hints.consulted());
  }

  private void refuse(boolean original, List<Component> asked, Findings findings) {
    if (original) {
      return;
    }
    if (settings.strict()) {
      findings.refuse();
    }
    if (!settings.elsewhere()) {
      asked.stream()
          .flatMap(component -> component.effective().stream())
          .filter(EffectParams::hides)
          .forEach(hiding -> findings.forbidden(hiding.position(), hiding.raw(), NO_DETECTOR));
      findings.refuseForbidden();
    }
  }

  /** What a stored picture becomes if it is of another format than its URL says. */
  private static Transformation inOtherFormat(AssetUrl url) {
    return url.components().isEmpty() && url.kind().asset() == AssetType.IMAGE
        ? new Transformation(List.of(), new OutputDraft().output(byExtension(url)))
        : Transformation.NONE;
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
    List<Component> components =
        names.expand(
            url.components().stream().map(component -> component.lacking(unknown)).toList());
    if (asksForUnwritten(url, components)) {
      findings.unsupported(
          Integer.MAX_VALUE, "." + url.name().extension(), OutputParams.whyNot(url.extension()));
    }
    return components;
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

  /** Files that are no pictures, and pictures nobody wants changed. */
  private static boolean isOriginal(AssetUrl url) {
    return url.kind().asset() == AssetType.RAW
        || (url.components().isEmpty() && url.kind().asset() == AssetType.IMAGE);
  }

  /**
   * Whether the extension of a picture asks for what nobody here writes, and no word overrides it.
   */
  private static boolean asksForUnwritten(AssetUrl url, List<Component> components) {
    String extension = url.extension();
    return url.kind().asset() == AssetType.IMAGE
        && url.kind().delivery() != DeliveryType.FETCH
        && !extension.isEmpty()
        && !extension.equals(ImageFormat.SVG.extension())
        && !OutputParams.FORMATS.containsKey(extension)
        && components.stream().allMatch(component -> component.last("f").isEmpty());
  }

  private static FormatChoice byExtension(AssetUrl url) {
    ImageFormat format = OutputParams.FORMATS.get(url.extension());
    return format == null || url.kind().delivery() == DeliveryType.FETCH
        ? new FormatChoice.OfSource()
        : FormatChoice.always(format);
  }
}
