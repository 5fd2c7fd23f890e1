package io.tintype.it;

import static io.tintype.it.RawOrigin.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.it.RawOrigin.Then;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The web proxy as the configuration's users see it: only listed hosts, however they are named. */
class WebProxyIT {
  private static final byte[] PICTURE = Pictures.png(64, 48);

  private static RawOrigin server;
  private static RawOrigin other;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    server = new RawOrigin();
    other = new RawOrigin();
    for (RawOrigin origin : new RawOrigin[] {server, other}) {
      origin.script("/ok.png", answer("200 OK", PICTURE), Then.KEEP);
      origin.script("/ok.png?a=b&c=d", answer("200 OK", PICTURE), Then.KEEP);
    }
    redirect("here", "http://localhost:%d/ok.png".formatted(server.port()));
    redirect("there", "http://127.0.0.1:%d/ok.png".formatted(other.port()));
    redirect("private", "http://10.0.0.1/ok.png");
    gateway = RunningGateway.start(configuration());
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
    server.close();
    other.close();
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:PORT/ok.png, 200",
    "http:/127.0.0.1:PORT/ok.png, 200",
    "http%3A%2F%2F127.0.0.1%3APORT%2Fok.png, 200",
    "http%3A%2F%2F127.0.0.1%3APORT%2Fok.png%3Fa%3Db%26c%3Dd, 200",
    "http://127.0.0.1:PORT/ok.png?a=b&c=d&tr=w-9, 200",
    "tr:w-32/http://127.0.0.1:PORT/ok.png, 200",
    "http://localhost:PORT/ok.png, 200",
    "HTTP://LocalHost:PORT/ok.png, 200",
    "http://localhost.:PORT/ok.png, 200",
    "http://127.0.0.1:PORT/missing.png, 404",
    "http://127.0.0.1:OTHER/ok.png, 403",
    "http://2130706433:PORT/ok.png, 403",
    "http://0x7f.1:PORT/ok.png, 403",
    "http://0177.0.0.1:PORT/ok.png, 403",
    "http://127.1:PORT/ok.png, 403",
    "http%3A%2F%2F%5B::ffff:127.0.0.1%5D%3APORT/ok.png, 403",
    "http://169.254.169.254/latest/meta-data, 403",
    "http://example.com/ok.png, 403",
    "http://sub.example.com.evil.test/ok.png, 403",
    "http://user:secret@127.0.0.1:PORT/ok.png, 400",
    "http://127.0.0.1:PORT%2f@evil.test/ok.png, 400",
    "ftp://127.0.0.1:PORT/ok.png, 404",
    "ok.png, 404",
    "http://127.0.0.1:PORT/here, 200",
    "http://127.0.0.1:PORT/there, 403",
    "http://127.0.0.1:PORT/private, 403",
    // On the list, and yet an address that network.allow does not open.
    "http://10.1.2.3/ok.png, 403",
    "http://167838211/ok.png, 403",
  })
  void readsOnlyWhatIsListed(String url, int status) {
    String path =
        url.replace("PORT", Integer.toString(server.port()))
            .replace("OTHER", Integer.toString(other.port()));

    assertThat(gateway.get("/proxy/" + path).statusCode()).isEqualTo(status);
  }

  private static void redirect(String file, String location) {
    server.script("/" + file, answer("302 Found\r\nLocation: " + location, new byte[0]), Then.KEEP);
  }

  private static String configuration() {
    return """
    origins:
      proxy:
        type: web-proxy
        allowedHosts: ['127.0.0.1:%1$d', 'localhost:%1$d', '*.example.com', 10.1.2.3, '167838211']
    endpoints:
      proxy: { origins: [proxy] }
    network: { allow: ['127.0.0.0/8'] }
    """
        .formatted(server.port());
  }
}
