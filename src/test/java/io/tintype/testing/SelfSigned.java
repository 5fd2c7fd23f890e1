package io.tintype.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.routing.RoutingConfig;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for localhost, and clients who trust it. */
public final class SelfSigned {
  private static final String PASSWORD = "changeit";

  private final Path directory;
  private final KeyStore store;

  private SelfSigned(Path directory) throws Exception {
    this.directory = directory;
    this.store = selfSigned();
  }

  public static SelfSigned in(Path directory) throws Exception {
    return new SelfSigned(directory);
  }

  /** Chain and key as the gateway wants them. */
  public RoutingConfig.Tls tls() throws Exception {
    return new RoutingConfig.Tls(
        pem("CERTIFICATE", store.getCertificate("t").getEncoded()),
        pem("PRIVATE KEY", store.getKey("t", PASSWORD.toCharArray()).getEncoded()));
  }

  /** Of a client that trusts it. */
  public SSLContext trusting() throws Exception {
    return trusting(store);
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
