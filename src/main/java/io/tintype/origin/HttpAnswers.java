package io.tintype.origin;

import io.tintype.bytes.NettyBuffers;
import io.tintype.model.FocusArea;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Reads the answers of HTTP origins. */
public final class HttpAnswers {
  private static final int MOST_DISCARDED = 64 * 1024;
  private static final Duration LONGEST_DISCARD = Duration.ofSeconds(1);
  private static final String IDENTITY = "identity";
  private static final Set<String> UNREADABLE = Set.of("br", "zstd", "compress", "x-compress");

  /** ImageKit's: of a web server, and as user metadata of an object. */
  private static final List<String> PRIVACY_MARKS =
      List.of("is-private-file", "x-amz-meta-isprivatefile");

  private HttpAnswers() {}

  /**
   * What the head of an answer says of the source.
   *
   * @param focusHeader which header names the area that is stored with it
   */
  public static SourceInfo infoOf(HttpClientResponse response, String focusHeader) {
    return new SourceInfo(
        text(response.getHeader("content-type")),
        lengthOf(response),
        new Validators(text(response.getHeader("etag")), text(response.getHeader("last-modified"))),
        response.statusCode() == 206 ? text(response.getHeader("content-range")) : "",
        "",
        PRIVACY_MARKS.stream()
            .anyMatch(name -> text(response.getHeader(name)).strip().equalsIgnoreCase("true")),
        FocusArea.parse(text(response.getHeader(focusHeader))));
  }

  /**
   * Whether the body is compressed in a way that we cannot undo; gzip and deflate have been undone
   * already.
   */
  public static boolean isUnreadable(HttpClientResponse response) {
    String encoding = text(response.getHeader("content-encoding")).strip();
    return UNREADABLE.contains(encoding.toLowerCase(Locale.ROOT))
        && !response.request().getMethod().equals(HttpMethod.HEAD);
  }

  /**
   * How long a server wants to be left alone (RFC 9110, 10.2.3), as far as it says so in seconds;
   * dates would make our clock matter.
   */
  public static Duration retryAfter(HttpClientResponse response) {
    String seconds = text(response.getHeader("retry-after")).strip();
    return seconds.matches("[0-9]{1,9}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : Duration.ZERO;
  }

  /** The body of an answer; letting go of it before its end closes the connection. */
  public static SourceBody bodyOf(HttpClientResponse response) {
    if (response.request().getMethod().equals(HttpMethod.HEAD)) {
      response.resume();
      return SourceBody.empty();
    }
    Context context = Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
    AtomicBoolean closed = new AtomicBoolean();
    AtomicBoolean ended = new AtomicBoolean();
    // Until somebody reads it; otherwise letting go would be logged as an error.
    response.exceptionHandler(_ -> {});
    response.end().onComplete(_ -> ended.set(true));
    return new SourceBody(
        response,
        () -> {
          if (closed.getAndSet(true)) {
            return;
          }
          Runnable unlessEnded =
              () -> {
                if (!ended.get()) {
                  letGo(response);
                }
              };
          if (context.equals(Vertx.currentContext())) {
            unlessEnded.run();
          } else {
            // The end may come before it is our turn.
            context.runOnContext(_ -> unlessEnded.run());
          }
        });
  }

  /** Chunks that wait in a paused answer hold native memory: they are taken out first. */
  private static void letGo(HttpClientResponse response) {
    response.handler(NettyBuffers::release);
    response.resume();
    response.request().reset();
  }

  /** Lets go of an answer whose body nobody wants; the connection is kept if the body is short. */
  public static void discard(HttpClientResponse response) {
    textOf(response, MOST_DISCARDED, Expiry.after(LONGEST_DISCARD));
  }

  /**
   * The body of a small answer as a whole, for error documents and listings.
   *
   * @param most bytes it may have; a longer one fails with {@link OriginFailure}
   */
  public static Future<Buffer> textOf(HttpClientResponse response, int most, Expiry expiry) {
    Buffer whole = Buffer.buffer();
    AtomicBoolean tooLong = new AtomicBoolean();
    response.handler(
        chunk -> {
          if (whole.length() + chunk.length() <= most) {
            whole.appendBuffer(chunk);
          } else if (!tooLong.getAndSet(true)) {
            response.request().reset();
          }
          NettyBuffers.release(chunk);
        });
    Future<Buffer> end =
        response
            .end()
            .timeout(expiry.timerMillis(), TimeUnit.MILLISECONDS)
            .transform(
                ended -> {
                  if (tooLong.get()) {
                    return Future.failedFuture(OriginFailure.unavailable("answer too long"));
                  }
                  if (ended.failed()) {
                    response.request().reset();
                    return Future.failedFuture(ended.cause());
                  }
                  return Future.succeededFuture(whole);
                });
    response.resume();
    return end;
  }

  private static OptionalLong lengthOf(HttpClientResponse response) {
    String length = response.getHeader("content-length");
    String encoding = response.getHeader("content-encoding");
    boolean plain = encoding == null || encoding.equalsIgnoreCase(IDENTITY);
    if (length == null || !plain || !length.matches("[0-9]{1,18}")) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(length));
  }

  private static String text(@Nullable String header) {
    return header == null ? "" : header;
  }
}
