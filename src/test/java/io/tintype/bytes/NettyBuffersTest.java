package io.tintype.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NettyBuffersTest {
  @Test
  void viewsTravelOverASocketIntact() throws Exception {
    byte[] sent = new byte[3_000_000];
    new Random(6).nextBytes(sent);
    Vertx vertx = Vertx.vertx();
    ImageBytes bytes = NettyBuffers.copyOf(sent);
    try {
      Buffer received =
          vertx
              .createHttpServer()
              .requestHandler(
                  request ->
                      request
                          .response()
                          .end(NettyBuffers.view(bytes))
                          .onComplete(_ -> bytes.close()))
              .listen(0, "127.0.0.1")
              .compose(
                  server ->
                      vertx
                          .createHttpClient()
                          .request(HttpMethod.GET, server.actualPort(), "127.0.0.1", "/"))
              .compose(request -> request.send().compose(HttpClientResponse::body))
              .await(20, TimeUnit.SECONDS);

      assertThat(received.getBytes()).isEqualTo(sent);
    } finally {
      vertx.close().await(20, TimeUnit.SECONDS);
    }
    assertThat(bytes.isOpen()).isFalse();
  }
}
