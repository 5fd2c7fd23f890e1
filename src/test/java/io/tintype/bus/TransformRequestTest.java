package io.tintype.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.RequestScope;
import io.tintype.fault.Fault;
import io.tintype.model.Accepts;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.model.SourceRef;
import io.tintype.model.Transformation;
import io.tintype.plan.OutputRules;
import io.tintype.testing.TrackedBytes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransformRequestTest {
  private final TrackedBytes bytes = new TrackedBytes();
  private final ImageBytes source = bytes.of("source");
  private final ImageBytes layer = bytes.of("layer");
  private final ImageBytes font = bytes.of("font");

  @Test
  void holdsTheSourceAndEverythingItsLayersNeed() {
    TransformRequest request = request();

    assertThat(request.tryRetain()).isTrue();
    source.close();
    layer.close();
    font.close();

    assertThat(bytes.open()).isEqualTo(3);
    request.release();
    assertThat(bytes.open()).isZero();
  }

  @Test
  void holdsNothingIfAPartIsGone() {
    TransformRequest request = request();
    font.close();

    assertThat(request.tryRetain()).isFalse();

    source.close();
    layer.close();
    assertThat(bytes.open()).isZero();
  }

  private TransformRequest request() {
    return new TransformRequest(
        new RequestScope(),
        Deadline.after(Duration.ofSeconds(1)),
        "r",
        source,
        ImageFormat.PNG,
        Optional.empty(),
        Map.of(
            named("layer"), new Ingredient.Picture(layer, ImageFormat.PNG, Optional.empty()),
            named("font"), new Ingredient.Font(font),
            named("none"), new Ingredient.Missing(new Fault.SourceNotFound())),
        Transformation.NONE,
        Accepts.NEITHER,
        new OutputRules(80, List.of(), 1, false),
        Limits.DEFAULT);
  }

  private static SourceRef named(String path) {
    return new SourceRef.Named(path, "");
  }
}
