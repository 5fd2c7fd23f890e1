package io.tintype.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.bus.Lifecycle;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final String PASSWORD = "changeit";

  @TempDir private Path directory;

  @Test
  void speaksHttp2OverTlsAndHttp1ToWhoWantsIt() throws Exception {
    KeyStore store = selfSigned();
    try (FakeGateway gateway = new FakeGateway(1 << 20, Optional.of(tls(store)));
        HttpClient client = HttpClient.newBuilder().sslContext(trusting(store)).build()) {
      gateway.fetch.image("a.jpg", "a");
      URI uri = URI.create("https://localhost:" + gateway.port() + "/main/a.jpg?w-9");

      HttpResponse<String> newer = get(client, uri, HttpClient.Version.HTTP_2);
      HttpResponse<String> older = get(client, uri, HttpClient.Version.HTTP_1_1);

      assertThat(newer.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(newer.body()).startsWith("a v1 resize");
      assertThat(older.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
      assertThat(older.body()).isEqualTo(newer.body());
      long started = System.nanoTime();
      FakeGateway.await(gateway.stopRouting());
      assertThat(System.nanoTime() - started).isLessThan(3_000_000_000L);
    }
  }

  /** What is asked on a connection is answered, and what comes next is asked on another. */
  @Test
  void asksHttp2ClientsToLeaveBeforeItEnds() throws Exception {
    KeyStore store = selfSigned();
    try (FakeGateway gateway = new FakeGateway(1 << 20, Optional.of(tls(store)));
        HttpClient client = HttpClient.newBuilder().sslContext(trusting(store)).build()) {
      gateway.fetch.image("a.jpg", "a");
      URI uri = URI.create("https://localhost:" + gateway.port() + "/main/a.jpg?w-9");
      String first = get(client, uri, HttpClient.Version.HTTP_2).connectionLabel().orElseThrow();
      assertThat(get(client, uri, HttpClient.Version.HTTP_2).connectionLabel()).hasValue(first);

      Lifecycle.drain(gateway.vertx);
      HttpResponse<String> answer = get(client, uri, HttpClient.Version.HTTP_2);
      while (answer.connectionLabel().orElseThrow().equals(first)) {
        assertThat(answer.statusCode()).isEqualTo(200);
        answer = get(client, uri, HttpClient.Version.HTTP_2);
      }
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  private RoutingConfig.Tls tls(KeyStore store) throws Exception {
    return new RoutingConfig.Tls(
        pem("CERTIFICATE", store.getCertificate("t").getEncoded()),
        pem("PRIVATE KEY", store.getKey("t", PASSWORD.toCharArray()).getEncoded()));
  }

  private static HttpResponse<String> get(HttpClient client, URI uri, HttpClient.Version version)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri).version(version).build(), HttpResponse.BodyHandlers.ofString());
  }

  private KeyStore selfSigned() throws Exception {
    Path file = directory.resolve("store.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String command =
        "-genkeypair -alias t -keyalg EC -dname CN=localhost -ext san=dns:localhost"
            + " -storetype PKCS12 -storepass "
            + PASSWORD
            + " -keystore";
    Process process =
        new ProcessBuilder(
                Stream.of(
                        Stream.of(keytool),
                        Arrays.stream(command.split(" ", -1)),
                        Stream.of(file.toString()))
                    .flatMap(part -> part)
                    .toList())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keytool.log").toFile())
            .start();
    assertThat(process.waitFor()).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private Path pem(String kind, byte[] content) throws Exception {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        directory.resolve(kind.replace(' ', '-') + ".pem"),
        "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }

  private static SSLContext trusting(KeyStore store) throws Exception {
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    anchors.setCertificateEntry("t", store.getCertificate("t"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(anchors);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
