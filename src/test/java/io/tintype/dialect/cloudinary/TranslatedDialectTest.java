package io.tintype.dialect.cloudinary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Dialect;
import io.tintype.dialect.Ignored;
import io.tintype.dialect.RawRequest;
import io.tintype.dialect.cloudinary.CloudinarySettings.Clouds;
import io.tintype.dialect.imagekit.ImageKitDialect;
import io.tintype.dialect.imagekit.ImageKitSettings;
import io.tintype.fault.FaultException;
import io.tintype.model.AssetType;
import io.tintype.model.Ingredients;
import io.tintype.model.SourceRef;
import io.tintype.testing.CaseTable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** URLs of Cloudinary with ImageKit's meaning, row by row of ImageKit's page. */
class TranslatedDialectTest {
  private static final Map<String, String> NAMED = Map.of("card", "w-300,h-200");

  @ParameterizedTest
  @MethodSource("translated")
  void meansWhatTheTranslationMeans(String line) {
    String there = line.substring(CaseTable.input(line).length() + CaseTable.ARROW.length());

    DeliveryRequest translated = read(CaseTable.input(line), false);
    DeliveryRequest meant =
        imageKit(false).parse(new RawRequest("tr:" + there.replace(" ", "%20") + "/a", ""));

    assertThat(withoutTypes(translated)).isEqualTo(meant.transformation().canonical());
    assertThat(translated.ignored()).hasSameSizeAs(meant.ignored());
  }

  @ParameterizedTest
  @MethodSource("untranslated")
  void reportsWhatHasNoTranslation(String line) {
    String raws = line.substring(CaseTable.input(line).length() + CaseTable.ARROW.length());

    DeliveryRequest read = read(CaseTable.input(line), false);

    assertThat(String.join(" ", read.unhonoured(List.of()))).isEqualTo(raws);
  }

  @Test
  void refusesOnStrictEndpoints() {
    assertThatExceptionOfType(FaultException.class)
        .isThrownBy(() -> read("c_limit,w_100", true))
        .satisfies(refused -> assertThat(refused.fault().message()).contains("c_limit"));
    assertThatExceptionOfType(FaultException.class).isThrownBy(() -> read("w_0", true));
  }

  @Test
  void tellsInTheWordsOfTheUrl() {
    DeliveryRequest read = read("w_100,g_face/e_blur:20000", false);

    assertThat(read.ignored())
        .extracting(Ignored::raw)
        .containsExactlyInAnyOrder("g_face", "e_blur:20000");
    assertThat(read.unhonoured(List.of("w-100")))
        .containsExactly("w_100", "g_face", "e_blur:20000");
  }

  @Test
  void knowsSourcesAsCloudinaryDoes() {
    DeliveryRequest read = read("l_logos:mark.png/fl_layer_apply", false);

    assertThat(read.source()).isInstanceOf(SourceRef.Asset.class);
    Ingredients ingredients = read.transformation().ingredients();
    assertThat(ingredients.pictures())
        .singleElement()
        .isInstanceOfSatisfying(
            SourceRef.Asset.class,
            asset -> {
              assertThat(asset.type()).isEqualTo(AssetType.IMAGE);
              assertThat(asset.publicId()).isEqualTo("logos/mark");
              assertThat(asset.extension()).isEqualTo("png");
            });
  }

  @Test
  void hasOtherQualitiesForVideos() {
    String chain =
        dialect(false)
            .parse(new RawRequest("video/upload/q_auto:best,so_10.5599/a.mp4", ""))
            .transformation()
            .canonical();

    assertThat(chain).endsWith(",q60");
  }

  @Test
  void leavesFilesAlone() {
    DeliveryRequest read = dialect(false).parse(new RawRequest("raw/upload/w_100/a.csv", ""));

    assertThat(read.disposition().original()).isTrue();
    assertThat(read.ignored()).isEmpty();
  }

  static List<String> translated() throws IOException {
    return CaseTable.lines("translated-from-cloudinary.txt");
  }

  static List<String> untranslated() throws IOException {
    return CaseTable.lines("untranslated-from-cloudinary.txt");
  }

  private static DeliveryRequest read(String chain, boolean strict) {
    return dialect(strict).parse(new RawRequest("image/upload/" + chain + "/a.jpg", ""));
  }

  /** Layers are assets there, and paths here. */
  private static String withoutTypes(DeliveryRequest read) {
    return read.transformation()
        .canonical()
        .replaceAll("cloudinary:untyped:(?:image/upload|raw/authenticated)/", "");
  }

  private static Dialect dialect(boolean strict) {
    return new TranslatedDialect(
        new CloudinarySettings(new Clouds.None(), false, NAMED, strict, false, Set.of()),
        imageKit(strict));
  }

  private static Dialect imageKit(boolean strict) {
    return new ImageKitDialect(new ImageKitSettings(NAMED, strict));
  }
}
