package io.tintype.dialect.cloudinary;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.RawRequest;
import io.tintype.fault.FaultException;
import io.tintype.testing.CaseTable;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers of URLs, and the chains they are read as. */
class LayersTableTest {
  @ParameterizedTest
  @MethodSource("lines")
  void readsAsTheTableSays(String line) {
    String chain = CaseTable.input(line);

    assertThat(chain + CaseTable.ARROW + read(chain)).isEqualTo(line);
  }

  static List<String> lines() throws IOException {
    return CaseTable.lines("layers-of-cloudinary.txt");
  }

  private static String read(String chain) {
    CloudinaryDialect dialect = new CloudinaryDialect(CloudinarySettings.DEFAULT);
    try {
      DeliveryRequest read =
          dialect.parse(new RawRequest("image/upload/" + chain + "/base.jpg", ""));
      String ignored =
          read.ignored().stream()
              .map(one -> " ; ignored: " + one.raw() + " " + one.reason())
              .collect(Collectors.joining());
      return read.transformation().canonical() + ignored;
    } catch (FaultException refused) {
      return refused.fault().getClass().getSimpleName();
    }
  }
}
