package io.tintype.info;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bus.Deadline;
import io.tintype.bus.InspectRequest;
import io.tintype.bus.Inspected;
import io.tintype.bus.Pipeline;
import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.bytes.RequestScope;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Limits;
import io.tintype.plan.OutputRules;
import io.tintype.plan.Planner;
import io.tintype.render.Inspector;
import io.tintype.render.Renderer;
import io.tintype.sniff.Sniffer;
import io.tintype.telemetry.Load;
import io.tintype.testing.Corpus;
import io.tintype.transform.TransformSettings;
import io.tintype.transform.TransformVerticle;
import io.tintype.vips.TestVips;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of the corpus, looked at by the real stage. */
class LikenessTest {
  private static final OutputRules RULES = new OutputRules(80, List.of(), 1, false);
  private static final Vertx VERTX = Vertx.vertx();

  @BeforeAll
  static void deploy() throws Exception {
    Pipeline.register(VERTX);
    VERTX
        .deployVerticle(
            new TransformVerticle(
                new Renderer(TestVips.open()),
                new Inspector(TestVips.open()),
                new Planner(),
                new TransformSettings(1, 8, 1L << 30),
                new Load()))
        .await(20, TimeUnit.SECONDS);
  }

  @AfterAll
  static void close() throws Exception {
    VERTX.close().await(20, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource({
    "card.png, card.jpg",
    "card.webp, card.avif",
    "card.webp, card.gif",
    "card.webp, card.tiff",
    "card.webp, progressive.jpg",
    "shop.jpg, photo.webp",
    "orientation-1.jpg, orientation-2.jpg",
    "orientation-1.jpg, orientation-3.jpg",
    "orientation-1.jpg, orientation-5.jpg",
    "orientation-1.jpg, orientation-6.jpg",
    "orientation-1.jpg, orientation-7.jpg",
    "orientation-1.jpg, orientation-8.jpg",
  })
  void knowsAPictureAgain(String one, String other) throws Exception {
    assertThat(distance(one, other)).isLessThanOrEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({"shop.jpg, beer.jpg", "shop.jpg, card.jpg", "beer.jpg, card.png"})
  void tellsPicturesApart(String one, String other) throws Exception {
    assertThat(distance(one, other)).isGreaterThanOrEqualTo(16);
  }

  @ParameterizedTest
  @CsvSource({
    "card.png, 240, 160, 1, false, false",
    "wide-gamut.jpg, 0, 0, 1, true, false",
    "alpha.png, 0, 0, 1, false, true",
    "orientation-6.jpg, 80, 120, 1, true, false",
  })
  void readsTheHeader(
      String file, int width, int height, int frames, boolean profile, boolean alpha)
      throws Exception {
    Inspected seen = look(Corpus.read(file));

    if (width > 0) {
      assertThat(seen.header().width()).isEqualTo(width);
      assertThat(seen.header().height()).isEqualTo(height);
    }
    assertThat(seen.header().frames()).isEqualTo(frames);
    assertThat(seen.profile()).isEqualTo(profile);
    assertThat(seen.header().alpha()).isEqualTo(alpha);
  }

  @ParameterizedTest
  @ValueSource(strings = {"frames.gif", "frames.webp"})
  void looksAtTheFirstFrameOnly(String file) throws Exception {
    Inspected seen = look(Corpus.read(file));

    assertThat(seen.header().frames()).isGreaterThan(1);
    assertThat(seen.pixels().remaining()).isEqualTo(InspectRequest.SIDE * InspectRequest.SIDE * 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"card.jpg", "grey.jpg", "cmyk.jpg", "deep.png", "alpha.png"})
  void seesFourBandsWhateverTheSourceHas(String file) throws Exception {
    assertThat(look(Corpus.read(file)).pixels().remaining())
        .isEqualTo(InspectRequest.SIDE * InspectRequest.SIDE * 4);
  }

  @Test
  void saysThatASourceIsDamaged() {
    byte[] half = Corpus.read("shop.jpg");

    Future<Inspected> answer = ask(Arrays.copyOf(half, half.length / 2));

    assertThat(answer.transform(_ -> Future.succeededFuture()).toCompletionStage())
        .succeedsWithin(Duration.ofSeconds(20));
    assertThat(FaultException.faultOf(answer.cause())).isInstanceOf(Fault.CorruptSource.class);
  }

  private static int distance(String one, String other) throws Exception {
    long difference = hash(one) ^ hash(other);
    return Long.bitCount(difference);
  }

  private static long hash(String file) throws Exception {
    return Long.parseUnsignedLong(
        PerceptualHash.of(InspectRequest.SIDE, look(Corpus.read(file)).pixels()), 16);
  }

  private static Inspected look(byte[] picture) throws Exception {
    return ask(picture).await(20, TimeUnit.SECONDS);
  }

  private static Future<Inspected> ask(byte[] picture) {
    RequestScope scope = new RequestScope();
    ImageBytes source = scope.adopt(NettyBuffers.copyOf(picture));
    return Pipeline.INSPECT
        .request(
            VERTX,
            new InspectRequest(
                scope,
                Deadline.after(Duration.ofSeconds(20)),
                "test",
                source,
                Sniffer.formatOf(picture).orElseThrow(),
                RULES,
                Limits.DEFAULT))
        .onComplete(
            _ -> {
              scope.close();
              assertThat(source.isOpen()).isFalse();
            });
  }
}
