package io.tintype.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.Expression;
import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import io.tintype.model.Metadata;
import io.tintype.model.Output;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WishesTest {
  private static final FormatChoice PNG = new FormatChoice.Exactly(ImageFormat.PNG);

  @ParameterizedTest
  @MethodSource
  void seesEveryWish(Transformation transformation) {
    assertThat(Wishes.any(transformation)).isTrue();
  }

  static Stream<Transformation> seesEveryWish() {
    return Stream.of(
        new Transformation(OptionalInt.of(1), List.of(), Output.DEFAULT),
        new Transformation(List.of(new Step.Grayscale()), Output.DEFAULT),
        with(new Output(PNG, OptionalInt.empty())),
        with(
            new Output(
                new FormatChoice.Placeholder(FormatChoice.Kind.THUMBHASH), OptionalInt.empty())),
        with(new Output(FormatChoice.AUTOMATIC, OptionalInt.of(50))),
        with(output(Optional.of(true), Optional.empty(), Optional.empty(), Optional.empty())),
        with(output(Optional.empty(), Optional.of(false), Optional.empty(), Optional.empty())),
        with(
            output(
                Optional.empty(), Optional.empty(), Optional.of(Metadata.ALL), Optional.empty())),
        with(
            output(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Expression.of(72)))));
  }

  @Test
  void seesNoneWhereTheSourceWouldDo() {
    assertThat(Wishes.any(Transformation.NONE)).isFalse();
    assertThat(Wishes.any(with(new Output(new FormatChoice.OfSource(), OptionalInt.empty()))))
        .isFalse();
    Output explicitly =
        new Output(
            Optional.of(FormatChoice.AUTOMATIC),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(Wishes.any(with(explicitly))).isFalse();
  }

  private static Transformation with(Output output) {
    return new Transformation(List.of(), output);
  }

  private static Output output(
      Optional<Boolean> progressive,
      Optional<Boolean> lossless,
      Optional<Metadata> metadata,
      Optional<Expression> density) {
    return new Output(Optional.empty(), Optional.empty(), progressive, lossless, metadata, density);
  }
}
