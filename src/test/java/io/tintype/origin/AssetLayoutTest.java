package io.tintype.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.AssetType;
import io.tintype.model.DeliveryType;
import io.tintype.model.SourceRef;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetLayoutTest {
  @ParameterizedTest
  @CsvSource({
    "ENDPOINT,   a/b,        jpg, image/upload/a/b.jpg image/upload/a/b",
    "TYPES,      a/b,        '',  image/upload/a/b",
    "PUBLIC_ID,  a/b,        jpg, a/b.jpg a/b",
    "PUBLIC_ID,  caf\u00e9,  jpg, caf%C3%A9.jpg cafe%CC%81.jpg caf%C3%A9 cafe%CC%81",
    "CLOUDINARY, a/b,        jpg, image/upload/a/b image/upload/a/b.jpg",
    "CLOUDINARY, w_9/b,      '',  image/upload/v7/w_9/b",
    "CLOUDINARY, v3/b,       '',  image/upload/v7/v3/b",
    "CLOUDINARY, w_9,        '',  image/upload/w_9",
  })
  void namesAssets(AssetLayout layout, String publicId, String extension, String names) {
    SourceRef.Asset asset =
        new SourceRef.Asset(
            AssetType.IMAGE, DeliveryType.UPLOAD, publicId, extension, OptionalLong.of(7), true);

    assertThat(
            layout.namesOf(asset).stream()
                .map(SourceRef.Named::rawPath)
                .collect(Collectors.joining(" ")))
        .isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource({
    "IMAGE, ENDPOINT,   png, image/upload/a.png image/upload/a image/upload/a.jpg",
    "IMAGE, PUBLIC_ID,  '',  a a.jpg a.png",
    "IMAGE, CLOUDINARY, png, image/upload/a image/upload/a.png",
    "RAW,   ENDPOINT,   '',  raw/upload/a"
  })
  void looksForPicturesUnderOtherExtensions(
      AssetType type, AssetLayout layout, String extension, String names) {
    SourceRef.Asset asset =
        new SourceRef.Asset(type, DeliveryType.UPLOAD, "a", extension, OptionalLong.empty(), true);

    assertThat(
            new AssetNames(layout, List.of("jpg", "png"))
                .of(asset).stream().map(SourceRef.Named::rawPath).collect(Collectors.joining(" ")))
        .isEqualTo(names);
  }
}
