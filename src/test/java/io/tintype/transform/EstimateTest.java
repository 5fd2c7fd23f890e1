package io.tintype.transform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bus.Deadline;
import io.tintype.bus.Ingredient;
import io.tintype.bus.TransformRequest;
import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.bytes.RequestScope;
import io.tintype.fault.Fault;
import io.tintype.model.Accepts;
import io.tintype.model.Box;
import io.tintype.model.Color;
import io.tintype.model.Expression;
import io.tintype.model.Extent;
import io.tintype.model.Fit;
import io.tintype.model.FormatChoice;
import io.tintype.model.FormatChoice.Form;
import io.tintype.model.Gravity;
import io.tintype.model.ImageFormat;
import io.tintype.model.Layer;
import io.tintype.model.Layer.Blend;
import io.tintype.model.Limits;
import io.tintype.model.Output;
import io.tintype.model.Position;
import io.tintype.model.SourceRef;
import io.tintype.model.Step;
import io.tintype.model.Text;
import io.tintype.model.Transformation;
import io.tintype.plan.OutputRules;
import io.tintype.plan.Planner;
import io.tintype.testing.Corpus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EstimateTest {
  private static final OutputRules RULES = new OutputRules(80, List.of(), 4_000_000, false);
  private static final SourceRef PHOTO = new SourceRef.Named("photo.jpg", "");
  private static final Step SMALL = new Step.Resize(Fit.COVER, Box.of(100, 100), Gravity.CENTER);

  private final RequestScope scope = new RequestScope();

  @AfterEach
  void closeScope() {
    scope.close();
  }

  @Test
  void countsWhatLayersTake() {
    Step block =
        overlay(
            new Layer.Block(new Extent.Pixels(1000), new Extent.Pixels(500), Color.BLACK), SMALL);

    assertThat(price(SMALL, block) - price(SMALL)).isBetween(2_000_000L, 5_000_000L);
  }

  @Test
  void countsThePicturesOfLayers() {
    ImageBytes photo = scope.adopt(NettyBuffers.copyOf(Corpus.read("beer.jpg")));
    Map<SourceRef, Ingredient> ingredients =
        Map.of(PHOTO, new Ingredient.Picture(photo, ImageFormat.JPEG, Optional.empty()));
    Step picture = overlay(new Layer.Picture(PHOTO, OptionalInt.empty()), new Step.Trim(10), SMALL);

    assertThat(price(ingredients, SMALL, picture) - price(SMALL)).isGreaterThan(photo.size());
  }

  @Test
  void countsTheLargestCanvas() {
    Step large = new Step.Resize(Fit.FORCE, Box.of(1000, 1000), Gravity.CENTER);

    assertThat(price(large, SMALL) - price(SMALL)).isGreaterThanOrEqualTo(7_800_000);
  }

  @Test
  void countsWhatUnsharpMasksKeepInFloatingPoint() {
    Step large = new Step.Resize(Fit.FORCE, Box.of(1000, 1000), Gravity.CENTER);

    long narrow = price(large, new Step.UnsharpMask(0, 4, 1, 0)) - price(large);
    long wide = price(large, new Step.UnsharpMask(0, 30, 1, 0)) - price(large);

    assertThat(narrow).isGreaterThanOrEqualTo(24_000_000);
    assertThat(wide).isLessThan(narrow / 2);
  }

  /** A GIF has all frames at once, too, but not once more in files. */
  @Test
  void countsTheFramesOfAnimatedPngs() {
    byte[] moving = Corpus.read("frames.gif");
    Step large = new Step.Resize(Fit.FORCE, Box.of(600, 400), Gravity.CENTER);

    long gif = price(moving, ImageFormat.GIF, FormatChoice.always(ImageFormat.GIF), large);
    long png = price(moving, ImageFormat.GIF, new FormatChoice.Special(Form.MOVING_PNG), large);

    assertThat(png - gif).isEqualTo(2L * 4 * 600 * 400 * 4);
  }

  @Test
  void countsASourceThatIsLookedAt() {
    assertThat(price(new Step.Trim(10), SMALL)).isGreaterThan(price(SMALL));
    assertThat(price(new Step.Crop(Box.of(5, 5), new Gravity.Attention()))).isPositive();
  }

  @Test
  void countsWordsGenerously() {
    Text text =
        new Text(
            "Hello\nWorld",
            new Text.Family(""),
            Expression.of(40),
            Color.BLACK,
            Extent.AUTO,
            Text.Alignment.LEFT,
            Text.Padding.all(Expression.of(5)),
            Color.CLEAR,
            Set.of(),
            Optional.empty(),
            Text.Setting.USUAL);

    assertThat(price(SMALL, overlay(new Layer.Words(text))) - price(SMALL))
        .isGreaterThan(4L * 2 * 5 * 20 * 2 * 40);
  }

  @Test
  void leavesToTheRenderingWhatIsRefusedThere() {
    Step missing = overlay(new Layer.Picture(PHOTO, OptionalInt.empty()));
    Map<SourceRef, Ingredient> ingredients =
        Map.of(PHOTO, new Ingredient.Missing(new Fault.SourceNotFound()));

    assertThat(price(ingredients, SMALL, missing)).isPositive().isLessThan(price(SMALL));
    assertThat(price(SMALL, missing)).isLessThan(price(SMALL));
  }

  /** It is read and written anew in Java, whose time goes with the length. */
  @Test
  void takesTheSanitisingOfLongDrawingsForSlow() {
    String drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>%s</svg>";
    String longer = "<g/>".repeat(300_000);

    assertThat(sanitising(drawing.formatted("")).slow()).isFalse();
    assertThat(sanitising(drawing.formatted(longer)).slow()).isTrue();
  }

  @Test
  void takesDrawingForSlow() {
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>".getBytes(UTF_8);
    Map<SourceRef, Ingredient> ingredients =
        Map.of(
            PHOTO,
            new Ingredient.Picture(
                scope.adopt(NettyBuffers.copyOf(svg)), ImageFormat.SVG, Optional.empty()));
    Output png = new Output(FormatChoice.always(ImageFormat.PNG), OptionalInt.empty());

    assertThat(estimate(svg, ImageFormat.SVG, Map.of(), transformation(png, SMALL)).slow())
        .isTrue();
    assertThat(
            estimate(Corpus.read("card.jpg"), ImageFormat.JPEG, ingredients, transformation(png))
                .slow())
        .isTrue();
    assertThat(
            estimate(Corpus.read("card.jpg"), ImageFormat.JPEG, Map.of(), transformation(png))
                .slow())
        .isFalse();
  }

  private static Transformation transformation(Output output, Step... steps) {
    return new Transformation(List.of(steps), output);
  }

  private Estimate sanitising(String drawing) {
    return estimate(
        drawing.getBytes(UTF_8), ImageFormat.SVG, Map.of(), transformation(Output.DEFAULT));
  }

  private long price(Step... steps) {
    return price(Map.of(), steps);
  }

  private long price(Map<SourceRef, Ingredient> ingredients, Step... steps) {
    return price(
        Corpus.read("card.jpg"),
        ImageFormat.JPEG,
        ingredients,
        new Transformation(List.of(steps), Output.DEFAULT));
  }

  private long price(byte[] picture, ImageFormat format, FormatChoice wish, Step... steps) {
    Output output = new Output(wish, OptionalInt.empty());
    return price(picture, format, Map.of(), new Transformation(List.of(steps), output));
  }

  private long price(
      byte[] picture,
      ImageFormat format,
      Map<SourceRef, Ingredient> ingredients,
      Transformation transformation) {
    return estimate(picture, format, ingredients, transformation).price();
  }

  private Estimate estimate(
      byte[] picture,
      ImageFormat format,
      Map<SourceRef, Ingredient> ingredients,
      Transformation transformation) {
    ImageBytes source = scope.adopt(NettyBuffers.copyOf(picture));
    TransformRequest request =
        new TransformRequest(
            scope,
            Deadline.after(Duration.ofMinutes(1)),
            "test",
            source,
            format,
            Optional.empty(),
            ingredients,
            transformation,
            Accepts.NEITHER,
            RULES,
            Limits.DEFAULT);
    return Estimate.of(request, new Planner());
  }

  private static Step overlay(Layer.Content content, Step... steps) {
    return new Step.Overlay(new Layer(content, List.of(steps), Position.MIDDLE, Blend.OVER));
  }
}
