package io.tintype.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.config.JsonSchema;
import io.tintype.config.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Schema and documentation say what the declarations say. {@code mvn test -Dtest=DocumentedKeysTest
 * -Dtintype.update=true} writes them anew.
 */
class DocumentedKeysTest {
  private static final Path DOCUMENT = Path.of("docs/configuration.md");
  private static final String MARK =
      "<!-- Below this line: made from the code by DocumentedKeysTest. -->";

  @Test
  void schemaInTheJarIsTheDeclaredOne() throws IOException {
    compare(Path.of("src/main/resources/tintype.schema.json"), JsonSchema.of(GatewayKeys.ROOT));
  }

  @Test
  void schemaInTheDocsIsTheDeclaredOne() throws IOException {
    compare(Path.of("docs/tintype.schema.json"), JsonSchema.of(GatewayKeys.ROOT));
  }

  @Test
  void documentDescribesTheDeclaredKeys() throws IOException {
    String document = Files.readString(DOCUMENT);
    String written = document.substring(0, document.indexOf(MARK)) + MARK + "\n\n";

    compare(DOCUMENT, written + Reference.of(GatewayKeys.ROOT));
  }

  private static void compare(Path file, String declared) throws IOException {
    if (Boolean.getBoolean("tintype.update")) {
      Files.writeString(file, declared);
    }
    assertThat(file).content().isEqualTo(declared);
  }
}
