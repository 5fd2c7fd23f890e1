package io.tintype.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What results are called. */
class MediumTest {
  @Test
  void namesPictures() {
    Medium picture = new Medium.Picture(ImageFormat.WEBP);

    assertThat(picture.mediaType()).isEqualTo("image/webp");
    assertThat(picture.label()).isEqualTo("webp");
    assertThat(picture.picture()).contains(ImageFormat.WEBP);
  }

  @Test
  void namesPlaceholders() {
    Medium hash = new Medium.Placeholder(FormatChoice.Kind.THUMBHASH);

    assertThat(hash.mediaType()).isEqualTo("text/plain");
    assertThat(hash.label()).isEqualTo("thumbhash");
    assertThat(hash.picture()).isEmpty();
  }

  @Test
  void knowsWhatCarriesTransparency() {
    assertThat(List.of(ImageFormat.JPEG, ImageFormat.BMP)).noneMatch(ImageFormat::carriesAlpha);
    assertThat(List.of(ImageFormat.PNG, ImageFormat.WEBP)).allMatch(ImageFormat::carriesAlpha);
  }

  @Test
  void takesRatiosAndDensitiesThatAreComputedLater() {
    Expression ratio =
        new Expression.Property(Expression.Subject.INITIAL, Expression.Measure.ASPECT_RATIO);
    Box box = new Box(new Extent.Pixels(100), Extent.AUTO, ratio, ratio);

    assertThat(
            new Transformation(List.of(new Step.Crop(box, Gravity.CENTER)), Output.DEFAULT)
                .canonical())
        .isEqualTo(
            "v1 crop(100,auto,ar=initial.aspect_ratio,dpr=initial.aspect_ratio,center) -> auto");
  }
}
