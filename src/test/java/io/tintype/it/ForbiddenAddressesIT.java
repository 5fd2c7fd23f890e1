package io.tintype.it;

import static io.tintype.it.RawOrigin.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing a client or an origin writes makes a connection to an address that the configuration does
 * not open: a socket on all addresses of this machine counts them.
 */
class ForbiddenAddressesIT {
  private static final byte[] PICTURE = Pictures.png(32, 24);
  private static final byte[] NOTHING = {};
  private static final int HOPS = 3;

  /** Hosts that a rule of the proxy lets pass, so that only their addresses are in the way. */
  private static final List<String> NAMES =
      List.of(
          "127.0.0.1",
          "127.1",
          "0x7f.1",
          "0x7f000001",
          "0177.0.0.1",
          "017700000001",
          "2130706433",
          "localhost",
          "0.0.0.0",
          "0");

  private static final List<String> OTHERS =
      List.of(
          "127.0.0.1.",
          "localhost.",
          "0X7F.0x0.0.1",
          "127.255.255.254",
          "[::1]",
          "[::]",
          "[0:0:0:0:0:0:0:1]",
          "[::ffff:127.0.0.1]",
          "[::ffff:7f00:1]",
          "[::127.0.0.1]",
          "[64:ff9b::7f00:1]",
          "[64:ff9b:1::7f00:1]",
          "[2002:7f00:1::]",
          "[2001:0:7f00:1::80ff:fffe]",
          "[fe80::5efe:127.0.0.1]",
          "[fe80::1%25lo]",
          "[fe80::1%lo]",
          "169.254.169.254",
          "[fd00:ec2::254]",
          "%31%32%37.0.0.1",
          "%EF%BC%91%EF%BC%92%EF%BC%97.0.0.1",
          "user@127.0.0.1",
          "user:secret@127.0.0.1",
          "example.com%40127.0.0.1",
          "example.com\\@127.0.0.1",
          "127.0.0.1%00.example.com",
          "127.0.0.1%2f.example.com");

  private static final AtomicInteger ACCEPTED = new AtomicInteger();
  private static ServerSocket trap;
  private static RawOrigin server;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    trap = new ServerSocket(0, 50);
    Thread.ofVirtual().start(ForbiddenAddressesIT::countConnections);
    server = new RawOrigin();
    server.script("/ok.png", answer("200 OK", PICTURE), RawOrigin.Then.KEEP);
    server.script("/image/upload/ok.png", answer("200 OK", PICTURE), RawOrigin.Then.KEEP);
    gateway = RunningGateway.start(configuration());
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
    server.close();
    trap.close();
  }

  static Stream<String> hosts() {
    List<String> hosts = new ArrayList<>(NAMES);
    hosts.addAll(OTHERS);
    return hosts.stream();
  }

  static Stream<String> names() {
    return NAMES.stream();
  }

  /** Paths in which TARGET is a URL, BASE64 the same for Cloudinary's layers. */
  static Stream<String> places() {
    return Stream.of(
        "/proxy/TARGET",
        "/proxy/tr:w-8/TARGET",
        "/cld/image/fetch/TARGET",
        "/cld/image/fetch/w_8/TARGET",
        "/cld/image/upload/l_fetch:BASE64,w_4/ok.png",
        "/cld/image/upload/u_fetch:BASE64/ok.png",
        "/fallback/TARGET");
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void redirectsDoNotLeadThere(String host) {
    for (int hop = 1; hop <= HOPS; hop++) {
      redirected(chain(host, hop, trap.getLocalPort())).forEach(path -> assertRefused(path));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void urlsInUrlsDoNotLeadThere(String name) {
    places().forEach(place -> assertRefused(filled(place, name, trap.getLocalPort())));
  }

  @Test
  void configuredOnesNeedTheirAddressesOpened() {
    assertThat(assertRefused("/closed/ok.png").statusCode()).isEqualTo(403);
    assertRefused("/default/missing.png");
    assertThat(assertRefused("/closed-bucket/ok.png").statusCode()).isEqualTo(403);
    server.script(
        "/pictures/moved.png",
        answer(
            "307 Moved\r\nLocation: http://127.0.0.1:%d/moved.png".formatted(trap.getLocalPort()),
            NOTHING),
        RawOrigin.Then.KEEP);
    assertThat(assertRefused("/bucket/moved.png").statusCode()).isEqualTo(403);
    assertThat(asked("/pictures/moved.png")).isEqualTo(1);
    assertRefused("/cld/image/upload/e_gen_restore/ok.png");
  }

  /** The same ways lead to what is open: to exactly this port. */
  @Test
  void everyWayLeadsToWhatIsOpen() {
    List<String> ways = new ArrayList<>();
    for (String place : places().toList()) {
      String path = filled(place, "127.0.0.1", server.port());
      int before = asked("/x.png");
      gateway.get(path);
      if (asked("/x.png") == before) {
        ways.add(path);
      }
    }
    for (int hop = 1; hop <= HOPS; hop++) {
      for (String path : redirected(chain("127.0.0.1", hop, server.port()))) {
        int before = asked("/x.png");
        gateway.get(path);
        if (asked("/x.png") == before) {
          ways.add(path);
        }
      }
    }

    assertThat(ways).as("ways that lead nowhere").isEmpty();
  }

  @Test
  void theTrapCounts() throws IOException {
    int before = ACCEPTED.get();
    for (String host : List.of("127.0.0.1", "127.255.255.254")) {
      new Socket(InetAddress.ofLiteral(host), trap.getLocalPort()).close();
    }

    Gauging.until("both are counted", () -> ACCEPTED.get() == before + 2);
    ACCEPTED.set(before);
  }

  private static HttpResponse<byte[]> assertRefused(String path) {
    HttpResponse<byte[]> answer = gateway.get(path);
    assertThat(ACCEPTED.get()).as(path).isZero();
    assertThat(answer.statusCode()).as(path).isNotEqualTo(500);
    return answer;
  }

  private static int asked(String uri) {
    return (int)
        server.heads().stream().filter(head -> head.startsWith("GET %s".formatted(uri))).count();
  }

  /** URLs that make the gateway ask the server for a path without slash and extension. */
  private static List<String> redirected(String first) {
    return Stream.of(
            "/web/%s.png",
            "/web/tr:w-8/%s.png",
            "/web/tr:l-image,i-%s.png,w-4,l-end/ok.png",
            "/web/tr:l-text,i-hello,ff-%s.ttf,l-end/ok.png",
            "/web/tr:w-8,di-%s.png/missing.png")
        .map(path -> path.formatted(first))
        .toList();
  }

  /**
   * Redirects of the server one after the other, the last one to a host; the first one's name,
   * without extension.
   */
  private static String chain(String host, int hops, int port) {
    int id = Objects.hash(host, hops, port);
    String next = "http://%s:%d/x.png?%x".formatted(host, port, id);
    for (int hop = hops; hop >= 1; hop--) {
      byte[] redirect = answer("302 Found\r\nLocation: %s".formatted(next), NOTHING);
      for (String extension : List.of("png", "ttf")) {
        server.script("/hop-%x-%d.%s".formatted(id, hop, extension), redirect, RawOrigin.Then.KEEP);
      }
      next = "/hop-%x-%d.png".formatted(id, hop);
    }
    return "hop-%x-1".formatted(id);
  }

  private static String filled(String place, String host, int port) {
    int id = Objects.hash(place, host, port);
    String url = "http://%s:%d/x.png".formatted(host, port);
    byte[] own = "%s?%x".formatted(url, id).getBytes(StandardCharsets.UTF_8);
    return place
        .replace("TARGET", "%s%%3F%x".formatted(url, id))
        .replace("BASE64", Base64.getUrlEncoder().withoutPadding().encodeToString(own));
  }

  private static void countConnections() {
    while (!trap.isClosed()) {
      try (Socket _ = trap.accept()) {
        ACCEPTED.incrementAndGet();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static String configuration() {
    StringBuilder hosts = new StringBuilder();
    for (int port : new int[] {trap.getLocalPort(), server.port()}) {
      NAMES.forEach(name -> hosts.append("'%s:%d', ".formatted(name, port)));
    }
    return """
    origins:
      web: { type: web-server, baseUrl: 'http://127.0.0.1:%1$d', breaker: { failures: 0 } }
      proxy: { type: web-proxy, allowedHosts: [ %3$s ], breaker: { failures: 0 } }
      closed: { type: web-server, baseUrl: 'http://127.0.0.1:%2$d' }
      bucket: &bucket
        { type: s3, bucket: pictures, pathStyle: true, accessKey: a, secretKey: b, endpoint: 'http://127.0.0.1:%1$d' }
      closed-bucket: { <<: *bucket, endpoint: 'http://127.0.0.1:%2$d' }
    endpoints:
      web: { origins: [web], cache: { negative: 0s } }
      proxy: { origins: [proxy] }
      closed: { origins: [closed] }
      bucket: { origins: [bucket] }
      closed-bucket: { origins: [closed-bucket] }
      default: { origins: [web, proxy], defaultImage: 'http://127.0.0.1:%2$d/x.png' }
      fallback: { origins: [web, proxy] }
      cld:
        rewriter: cloudinary
        origins: [web, proxy]
        unsupported: fallthrough
        oldVendor: 'http://127.0.0.1:%2$d/acme'
    network: { allow: ['127.0.0.1/32:%1$d'] }
    """
        .formatted(server.port(), trap.getLocalPort(), hosts);
  }
}
