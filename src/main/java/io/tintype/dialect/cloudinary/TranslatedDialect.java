package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Asked;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Dialect;
import io.tintype.dialect.Disposition;
import io.tintype.dialect.FaultStyle;
import io.tintype.dialect.Findings;
import io.tintype.dialect.Ignored;
import io.tintype.dialect.RawRequest;
import io.tintype.model.AssetType;
import io.tintype.model.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cloudinary's URLs with the meaning that ImageKit's translation gives them, for those who have
 * been served by it: {@code docs/cloudinary.md}.
 */
public final class TranslatedDialect implements Dialect {
  /** Stands for any source; only the transformation is read. */
  private static final String ANY_PICTURE = "a";

  private final CloudinarySettings settings;
  private final Dialect imageKit;
  private final LayerSources layers;

  /**
   * For one endpoint.
   *
   * @param imageKit reads chains in ImageKit's language, as strictly as the endpoint wants it
   */
  public TranslatedDialect(CloudinarySettings settings, Dialect imageKit) {
    this.settings = settings;
    this.imageKit = imageKit;
    this.layers = new LayerSources(new LayerPictures(settings.typed()));
  }

  @Override
  public DeliveryRequest parse(RawRequest request) {
    AssetUrl url = AssetUrl.read(request.rawPath(), settings);
    AssetRequest wanted = new AssetRequest(url, request.rawQuery());
    boolean original = url.kind().asset() == AssetType.RAW;
    Findings findings = new Findings();
    ImageKitTranslation translation =
        new ImageKitTranslation(new ImageKitTable(url.kind().asset() == AssetType.VIDEO), findings);
    String chain = original ? "" : translation.chain(url.components());
    if (settings.strict()) {
      findings.refuse();
    }
    DeliveryRequest read =
        imageKit.parse(
            new RawRequest(
                chain.isEmpty() ? ANY_PICTURE : "tr:" + chain + "/" + ANY_PICTURE,
                "",
                request.hints()));
    return new DeliveryRequest(
        wanted.source(settings.typed()),
        original ? Transformation.NONE : layers.in(read.transformation()),
        new Disposition(original, Optional.empty(), wanted.isVersioned(), false, false),
        Optional.empty(),
        asked(url, translation),
        ignored(findings, read, translation),
        "",
        wanted.chainKind(),
        wanted.signature(),
        read.consulted());
  }

  @Override
  public FaultStyle faultStyle() {
    return FaultStyle.CLOUDINARY;
  }

  /** In the words of the URL, by the names that a plan knows. */
  private static Asked asked(AssetUrl url, ImageKitTranslation translation) {
    List<Parameter> parameters =
        url.components().stream().flatMap(component -> component.parameters().stream()).toList();
    List<Asked.Parameter> all = new ArrayList<>();
    for (Parameter parameter : parameters) {
      all.add(new Asked.Parameter(parameter.key(), "", parameter.raw()));
      translation.asked().stream()
          .filter(one -> one.raw().equals(parameter.raw()))
          .forEach(all::add);
    }
    return new Asked(parameters.stream().map(Parameter::raw).toList(), all);
  }

  private static List<Ignored> ignored(
      Findings findings, DeliveryRequest read, ImageKitTranslation translation) {
    List<Ignored> all = new ArrayList<>(findings.ignored());
    read.ignored().stream()
        .map(one -> new Ignored(translation.origin(one.raw()), one.reason()))
        .forEach(all::add);
    return all;
  }
}
