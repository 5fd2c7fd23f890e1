package io.tintype.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tintype.model.SourceRef.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRefTest {
  @Test
  void tellsThePathInItsForms() {
    Named named = new Named("a%20b/image%2Bexample+1.JPG", "");

    assertThat(named.path()).isEqualTo("a b/image+example+1.JPG");
    assertThat(named.segments()).containsExactly("a b", "image+example+1.JPG");
    assertThat(named.encodedPath()).isEqualTo("a%20b/image%2Bexample%2B1.JPG");
    assertThat(named.extension()).isEqualTo("JPG");
  }

  @ParameterizedTest
  @CsvSource({"a.b/c, ''", "a., ''", ".jpg, jpg", "a.tar.gz, gz", "a, ''"})
  void knowsExtensionsOfTheLastSegmentOnly(String path, String extension) {
    assertThat(new Named(path, "").extension()).isEqualTo(extension);
  }

  @ParameterizedTest
  @CsvSource({
    "v1397184588/a/b.jpg, 1397184588, a/b.jpg",
    "v1/a.jpg, 1, a.jpg",
    "v1//a.jpg, 1, a.jpg",
    "v1/%2Fa.jpg, 1, a.jpg",
    "v1/v2/a.jpg, 1, v2/a.jpg",
    "image/upload/v12/a/b.jpg, 12, image/upload/a/b.jpg",
    "res/acme/video/private/v12/a.mp4, 12, res/acme/video/private/a.mp4"
  })
  void readsAVersion(String path, long version, String rest) {
    assertThat(new Named(path, "q=1").versioned())
        .contains(new SourceRef.Versioned(new Named(rest, "q=1"), version));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1",
        "v1/",
        "v1//",
        "va/b.jpg",
        "a/v1/b.jpg",
        "image/v1/b.jpg",
        "a/b/c/image/upload/v1/b.jpg",
        "v/b.jpg",
        "v-1/b.jpg",
        "V1/b.jpg",
        "v9999999999999999999/b.jpg"
      })
  void seesNoVersionWhereNoneIs(String path) {
    assertThat(new Named(path, "").versioned()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a.jpg", "%2Fa.jpg", "%", "%FF"})
  void refusesWhatIsNoPath(String path) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Named(path, ""));
  }

  @Test
  void hasATextThatTellsReferencesApart() {
    assertThat(new Named("a.jpg", "").text()).isEqualTo("a.jpg");
    assertThat(new Named("a.jpg", "b=1").text()).isEqualTo("a.jpg?b=1");
    assertThat(new SourceRef.Remote("https://example.com/a.jpg").text())
        .isEqualTo("https://example.com/a.jpg");
  }
}
