package io.tintype.dialect.cloudinary;

import static io.tintype.model.DeliveryType.UPLOAD;

import io.tintype.dialect.StepRewriting;
import io.tintype.model.Layer;
import io.tintype.model.PercentEncoding;
import io.tintype.model.SourceRef;
import io.tintype.model.Step;
import io.tintype.model.Text;
import io.tintype.model.Transformation;
import java.util.List;
import java.util.function.Function;

/** Makes uploaded assets of the paths that layers name, so that every origin knows them. */
record LayerSources(LayerPictures pictures) {
  Transformation in(Transformation read) {
    return StepRewriting.of(read, step -> List.of(step(step)));
  }

  private Step step(Step step) {
    return step instanceof Step.Overlay(var layer)
        ? new Step.Overlay(
            new Layer(
                content(layer.content()),
                layer.steps(),
                layer.position(),
                layer.blend(),
                layer.overhang()))
        : step;
  }

  private Layer.Content content(Layer.Content content) {
    return switch (content) {
      case Layer.Picture(var source, var page) ->
          new Layer.Picture(named(source, id -> pictures.asset(UPLOAD, id)), page);
      case Layer.Words(var text) when text.font() instanceof Text.File(var source) ->
          new Layer.Words(text.in(new Text.File(named(source, pictures::font))));
      case Layer.Words _, Layer.Block _ -> content;
    };
  }

  private static SourceRef named(SourceRef source, Function<String, SourceRef> asset) {
    return source instanceof SourceRef.Named(var path, _)
        ? asset.apply(PercentEncoding.decode(path).orElse(path))
        : source;
  }
}
