package io.tintype.origin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.SourceRef;
import io.tintype.origin.FetchOutcome;
import io.tintype.origin.FetchOutcome.Absent;
import io.tintype.origin.FetchOutcome.Found;
import io.tintype.origin.FetchOutcome.NotModified;
import io.tintype.origin.Origin;
import io.tintype.origin.SourceInfo;
import io.tintype.origin.Validators;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every kind of origin promises, asked of the real thing. */
public abstract class OriginContract {
  protected Vertx vertx;
  protected OriginProbe probe;
  private Origin origin;

  /** Starts the storage. */
  protected abstract void startStorage() throws Exception;

  protected abstract void stopStorage() throws Exception;

  /** Stores something where the origin finds it under a decoded path. */
  protected abstract void store(String path, byte[] content) throws Exception;

  /** Makes the origin; runs on the probe's event loop. */
  protected abstract Origin newOrigin();

  @BeforeEach
  void startEverything() throws Exception {
    vertx = Vertx.vertx();
    probe = new OriginProbe(vertx);
    startStorage();
    origin = probe.on(() -> Future.succeededFuture(newOrigin()));
  }

  @AfterEach
  void stopEverything() throws Exception {
    probe.on(origin::close);
    stopStorage();
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain.jpg",
        "deep/er/path.png",
        "with space.jpg",
        "a+b.jpg",
        "100%.jpg",
        "image%2Bexample.jpg",
        "semi;colon,comma&amp=eq.jpg",
        "quote'(1)!*.jpg",
        "tilde~@:$.jpg",
        "hash#question?.jpg",
        "\u00fcn\u00efc\u00f6d\u00e9/\u65e5\u672c.jpg",
        "\ud83d\udcf7.jpg",
        "no-extension",
        "two..dots.jpg"
      })
  void findsKeysWithSpecialCharacters(String path) throws Exception {
    store(path, path.getBytes(StandardCharsets.UTF_8));

    OriginProbe.Reply reply = probe.ask(origin, Queries.path(path));

    assertThat(reply.outcome()).isInstanceOf(Found.class);
    assertThat(reply.text()).isEqualTo(path);
  }

  @Test
  void readsAPlusOfTheUrlAsAPlus() throws Exception {
    store("a+b.jpg", new byte[] {1});

    assertThat(probe.ask(origin, Queries.raw("a+b.jpg")).outcome()).isInstanceOf(Found.class);
    assertThat(probe.ask(origin, Queries.raw("a%20b.jpg")).outcome()).isInstanceOf(Absent.class);
  }

  @Test
  void handsOverLargeBodiesWhole() throws Exception {
    byte[] content = new byte[3_000_000];
    new Random(1).nextBytes(content);
    store("large.bin", content);

    OriginProbe.Reply reply = probe.ask(origin, Queries.path("large.bin"));

    assertThat(info(reply.outcome()).length()).isEqualTo(OptionalLong.of(content.length));
    assertThat(reply.body()).isEqualTo(Buffer.buffer(content));
  }

  @Test
  void saysAbsentOfWhatIsNotThere() throws Exception {
    store("there.jpg", new byte[] {1});

    for (String missing : List.of("missing.jpg", "no/such/folder.jpg", "there.jpg/below")) {
      assertThat(probe.ask(origin, Queries.path(missing)).outcome())
          .as(missing)
          .isInstanceOf(Absent.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.txt",
        "%2e%2e/secret.txt",
        "a/../../secret.txt",
        "..%2fsecret.txt",
        "%252e%252e/secret.txt",
        "%252e%252e%252fsecret.txt",
        "..%5csecret.txt",
        ".."
      })
  void neverClimbsOutOfItsPlace(String rawPath) throws Exception {
    store("a/inside.txt", new byte[] {1});

    assertThat(probe.ask(origin, Queries.raw(rawPath)).outcome()).isInstanceOf(Absent.class);
  }

  @Test
  void saysNotModifiedToItsOwnValidators() throws Exception {
    store("same.jpg", new byte[] {1, 2, 3});
    Validators validators =
        info(probe.ask(origin, Queries.path("same.jpg")).outcome()).validators();

    FetchOutcome again =
        probe.ask(origin, Queries.with(Queries.path("same.jpg"), validators)).outcome();
    FetchOutcome other =
        probe
            .ask(origin, Queries.with(Queries.path("same.jpg"), new Validators("\"another\"", "")))
            .outcome();

    assertThat(validators.etag()).isNotEmpty();
    assertThat(again).isInstanceOf(NotModified.class);
    assertThat(other).isInstanceOf(Found.class);
  }

  @Test
  void givesRanges() throws Exception {
    store("digits.txt", "0123456789".getBytes(StandardCharsets.UTF_8));

    var middle = probe.ask(origin, Queries.path("digits.txt").withRange("bytes=2-4"));
    var end = probe.ask(origin, Queries.path("digits.txt").withRange("bytes=-3"));
    var beyond = probe.ask(origin, Queries.path("digits.txt").withRange("bytes=50-60"));

    assertThat(middle.text()).isEqualTo("234");
    assertThat(info(middle.outcome()).contentRange()).isEqualTo("bytes 2-4/10");
    assertThat(info(middle.outcome()).length()).isEqualTo(OptionalLong.of(3));
    assertThat(end.text()).isEqualTo("789");
    assertThat(beyond.text()).isEqualTo("0123456789");
    assertThat(info(beyond.outcome()).contentRange()).isEmpty();
  }

  @Test
  void tellsAboutASourceWithoutItsBody() throws Exception {
    store("about.jpg", new byte[] {1, 2, 3});

    var reply = probe.ask(origin, Queries.head("about.jpg"));
    var missing = probe.ask(origin, Queries.head("missing.jpg"));

    assertThat(info(reply.outcome()).length()).isEqualTo(OptionalLong.of(3));
    assertThat(reply.body().length()).isZero();
    assertThat(missing.outcome()).isInstanceOf(Absent.class);
  }

  @Test
  void mayBeLetGoBeforeTheEnd() throws Exception {
    store("large.bin", new byte[3_000_000]);

    for (int i = 0; i < 5; i++) {
      Found found = (Found) probe.on(() -> origin.fetch(Queries.path("large.bin")));
      found.body().close();
      found.body().close();
    }

    assertThat(probe.ask(origin, Queries.path("large.bin")).body().length()).isEqualTo(3_000_000);
  }

  @Test
  void knowsNoAbsoluteUrls() {
    var remote = Queries.of(new SourceRef.Remote("http://example.com/a.jpg"));

    assertThat(probe.ask(origin, remote).outcome()).isInstanceOf(Absent.class);
  }

  protected static SourceInfo info(FetchOutcome outcome) {
    assertThat(outcome).isInstanceOf(Found.class);
    return ((Found) outcome).info();
  }
}
