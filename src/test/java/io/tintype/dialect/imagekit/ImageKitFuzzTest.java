package io.tintype.dialect.imagekit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Reading;
import io.tintype.fault.FaultException;
import io.tintype.model.Box;
import io.tintype.model.Expression;
import io.tintype.model.Extent;
import io.tintype.model.Fit;
import io.tintype.model.Gravity;
import io.tintype.model.Output;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Only faults may come out of reading, and whatever is read can be printed. */
class ImageKitFuzzTest {
  private static final ImageKitDialect EVERYTHING =
      new ImageKitDialect(new ImageKitSettings(ImageKitCases.TRANSFORMATIONS, false, true, true));

  @FuzzTest
  void readsAnyUrl(byte[] data) {
    try {
      DeliveryRequest read =
          EVERYTHING.parse(ImageKitCases.request(new String(data, StandardCharsets.UTF_8)));
      assertThat(read.transformation().canonical()).startsWith("v1 ");
      assertThat(read.transformation().ingredients()).isNotNull();
    } catch (FaultException refused) {
      assertThat(refused.fault().message()).isNotBlank();
    }
  }

  @FuzzTest
  void readsAnyExpression(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    if (new ExpressionReader(Scope.LAYER).read(text)
        instanceof Reading.Value<Expression>(var sum)) {
      Box box = new Box(new Extent.Computed(sum), Extent.AUTO, 0, 1);
      Step step = new Step.Resize(Fit.COVER, box, Gravity.CENTER);
      assertThat(new Transformation(List.of(step), Output.DEFAULT).canonical()).contains("=");
    }
  }
}
