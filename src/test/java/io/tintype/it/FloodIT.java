package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.it.FrameSocket.Frame;
import io.tintype.testing.SelfSigned;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Floods of frames that HTTP/2 allows, over TLS, against a whole gateway: whoever sends one is sent
 * away, or costs nothing that grows, and others are served meanwhile.
 */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FloodIT {
  /** More than what socket buffers take of any frame here. */
  private static final int ENDLESS = 2_000_000;

  /** Frames that are written at once. */
  private static final int VOLLEY = 500;

  /** Connections of others; more than there are event loops. */
  private static final int OTHERS = 6;

  private static final int HEADER_TABLE_SIZE = 1;

  /** The payload of a RST_STREAM. */
  private static final byte[] CANCEL = {0, 0, 0, 8};

  private static final Executor THREADS = command -> Thread.ofPlatform().daemon().start(command);

  @TempDir private static Path folder;
  private static RunningGateway gateway;
  private static SSLContext trusting;

  @BeforeAll
  static void start() throws Exception {
    Path served = Files.createDirectories(folder.resolve("served"));
    Files.write(served.resolve("a.png"), Pictures.png(64, 48));
    SelfSigned certificate = SelfSigned.in(folder);
    trusting = certificate.trusting();
    gateway =
        RunningGateway.start(
            """
            delivery: { host: 127.0.0.1, port: 0, tls: { cert: "%s", key: "%s" } }
            origins: { files: { type: folder, path: "%s" } }
            endpoints: { shop: { path: /shop, origins: [files] } }
            """
                .formatted(certificate.tls().cert(), certificate.tls().key(), served));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @AfterEach
  void nothingIsLeft() {
    Gauging.until("all have gone", () -> Gauging.read(gateway, "tintype_connections") == 0);
  }

  /** Frames that want to be acknowledged. */
  enum Chatter {
    PING(FrameSocket.frame(FrameSocket.PING, 0, 0, new byte[8])),
    SETTINGS(FrameSocket.frame(FrameSocket.SETTINGS, 0, 0)),
    FULL_SETTINGS(
        FrameSocket.frame(FrameSocket.SETTINGS, 0, 0, FrameSocket.setting(HEADER_TABLE_SIZE, 100)));

    @SuppressWarnings("ImmutableEnumChecker") // written to sockets alone
    private final byte[] frame;

    Chatter(byte[] frame) {
      this.frame = frame;
    }
  }

  @ParameterizedTest
  @EnumSource(Chatter.class)
  void whoReadsNoAcknowledgementIsSentAway(Chatter chatter) throws Exception {
    try (FrameSocket client = open()) {
      CompletableFuture<Integer> sent = flood(client, ENDLESS, _ -> chatter.frame);

      othersAreServed();
      assertThat(sent.get()).isLessThan(ENDLESS);
    }
  }

  @ParameterizedTest
  @EnumSource(Chatter.class)
  void whoReadsAllAcknowledgementsIsSentAway(Chatter chatter) throws Exception {
    try (FrameSocket client = open()) {
      CompletableFuture<Integer> sent = flood(client, ENDLESS, _ -> chatter.frame);

      assertThat(farewell(client)).hasValue(FrameSocket.ENHANCE_YOUR_CALM);
      othersAreServed();
      assertThat(sent.get()).isLessThan(ENDLESS);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, " + FrameSocket.ENHANCE_YOUR_CALM,
    "1, " + FrameSocket.ENHANCE_YOUR_CALM,
    "1000, " + FrameSocket.ENHANCE_YOUR_CALM,
    "16384, " + FrameSocket.PROTOCOL_ERROR
  })
  void aHeadThatDoesNotEndIsCutOff(int size, int reason) throws Exception {
    try (FrameSocket client = open()) {
      client.write(FrameSocket.frame(FrameSocket.HEADERS, 0, 1, FrameSocket.get("/shop/a.png")));
      byte[] more = FrameSocket.frame(FrameSocket.CONTINUATION, 0, 1, new byte[size]);
      CompletableFuture<Integer> sent = flood(client, ENDLESS, _ -> more);

      assertThat(farewell(client)).hasValue(reason);
      othersAreServed();
      assertThat(sent.get()).isLessThan(ENDLESS);
    }
  }

  /** A header of 4,000 octets in the dynamic table (RFC 7541, 6.2.1), and 12,000 copies of it. */
  @Test
  void aHeadThatUnpacksToMegabytesIsRefused() throws Exception {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.writeBytes(FrameSocket.get("/shop/a.png"));
    head.writeBytes(new byte[] {0x40, 1, 'a', 0x7f, (byte) 0xa1, 0x1e});
    head.writeBytes("b".repeat(4_000).getBytes(StandardCharsets.US_ASCII));
    byte[] copies = new byte[12_000];
    Arrays.fill(copies, (byte) 0xbe);
    head.writeBytes(copies);
    try (FrameSocket client = open()) {
      int flags = FrameSocket.END_STREAM | FrameSocket.END_HEADERS;
      client.write(FrameSocket.frame(FrameSocket.HEADERS, flags, 1, head.toByteArray()));

      assertThat(client.answer(1).map(Frame::payload)).hasValueSatisfying(FloodIT::isTooLarge);
      othersAreServed();
    }
  }

  @Test
  void bodiesOfEmptyFramesAreCutOff() throws Exception {
    try (FrameSocket client = open()) {
      client.write(
          FrameSocket.frame(
              FrameSocket.HEADERS, FrameSocket.END_HEADERS, 1, FrameSocket.get("/shop/a.png")));
      byte[] empty = FrameSocket.frame(FrameSocket.DATA, 0, 1);
      CompletableFuture<Integer> sent = flood(client, ENDLESS, _ -> empty);

      assertThat(farewell(client)).hasValue(FrameSocket.ENHANCE_YOUR_CALM);
      othersAreServed();
      assertThat(sent.get()).isLessThan(ENDLESS);
    }
  }

  @Test
  void whoResetsStreamsIsSentAway() throws Exception {
    try (FrameSocket client = open()) {
      CompletableFuture<Integer> sent =
          flood(
              client,
              ENDLESS,
              i -> asked(i, FrameSocket.frame(FrameSocket.RST_STREAM, 0, 2 * i + 1, CANCEL)));

      assertThat(farewell(client)).hasValue(FrameSocket.ENHANCE_YOUR_CALM);
      othersAreServed();
      assertThat(sent.get()).isLessThan(ENDLESS);
    }
  }

  /** CVE-2025-8671. */
  @Test
  void whoMakesUsResetStreamsIsSentAway() throws Exception {
    try (FrameSocket client = open()) {
      CompletableFuture<Integer> sent =
          flood(
              client,
              ENDLESS,
              i ->
                  asked(
                      i, FrameSocket.frame(FrameSocket.WINDOW_UPDATE, 0, 2 * i + 1, new byte[4])));

      assertThat(farewell(client)).hasValue(FrameSocket.ENHANCE_YOUR_CALM);
      othersAreServed();
      assertThat(sent.get()).isLessThan(ENDLESS);
    }
  }

  /** What asks for no answer costs no memory: the connection is as good as before. */
  @ParameterizedTest
  @ValueSource(ints = {FrameSocket.WINDOW_UPDATE, FrameSocket.PRIORITY})
  void whatAsksForNothingCostsNothing(int type) throws Exception {
    try (FrameSocket client = open()) {
      assertThat(client.isServed(1, "/shop/a.png")).isTrue();
      IntFunction<byte[]> frame =
          i ->
              type == FrameSocket.PRIORITY
                  ? FrameSocket.frame(type, 0, 2 * i + 3, new byte[] {0, 0, 0, 0, 7})
                  : FrameSocket.frame(type, 0, 0, new byte[] {0, 0, 0, 1});
      CompletableFuture<Integer> sent = flood(client, 200_000, frame);

      othersAreServed();
      assertThat(sent.get()).isEqualTo(200_000);
      assertThat(client.isServed(1_000_001, "/shop/a.png")).isTrue();
    }
  }

  /** Netty keeps as much of the headers it has sent as the client wants (RFC 7541, 4.2). */
  @Test
  void whoWantsMuchToBeRememberedForHimIsSentAway() throws Exception {
    try (FrameSocket client =
        FrameSocket.to(
            gateway.deliveryPort(),
            trusting,
            FrameSocket.setting(HEADER_TABLE_SIZE, Integer.MAX_VALUE))) {
      assertThat(farewell(client)).hasValue(FrameSocket.ENHANCE_YOUR_CALM);
      othersAreServed();
    }
  }

  /** The status alone, as it stands (RFC 7541, 6.2.1 and 6.1). */
  private static void isTooLarge(byte[] head) {
    assertThat(new String(head, StandardCharsets.US_ASCII)).endsWith("431");
  }

  private static FrameSocket open() throws IOException {
    return FrameSocket.to(gateway.deliveryPort(), trusting);
  }

  /** A request, and what follows it on its stream. */
  private static byte[] asked(int i, byte[] next) {
    byte[] head =
        FrameSocket.frame(
            FrameSocket.HEADERS,
            FrameSocket.END_HEADERS,
            2 * i + 1,
            FrameSocket.get("/shop/tr:w-" + (i % 900 + 1) + "/a.png"));
    return ByteBuffer.allocate(head.length + next.length).put(head).put(next).array();
  }

  /** Sends frames, until there are enough or the connection is closed; completes with how many. */
  private static CompletableFuture<Integer> flood(
      FrameSocket client, int most, IntFunction<byte[]> frame) {
    return CompletableFuture.supplyAsync(
        () -> {
          int sent = 0;
          try {
            while (sent < most) {
              ByteArrayOutputStream volley = new ByteArrayOutputStream();
              for (int i = 0; i < VOLLEY; i++) {
                volley.writeBytes(frame.apply(sent + i));
              }
              client.write(volley.toByteArray());
              sent += VOLLEY;
            }
          } catch (IOException closed) {
            return sent;
          }
          return sent;
        },
        THREADS);
  }

  /** Reads all there is; the reason of the last GOAWAY, or empty if there was none. */
  private static OptionalInt farewell(FrameSocket client) throws IOException {
    OptionalInt code = OptionalInt.empty();
    try {
      for (Optional<Frame> next = client.read(); next.isPresent(); next = client.read()) {
        if (next.get().type() == FrameSocket.GOAWAY) {
          code = OptionalInt.of(next.get().goAwayCode());
        }
      }
    } catch (SocketException | SSLException reset) {
      return code;
    }
    return code;
  }

  private static void othersAreServed() throws IOException {
    for (int i = 0; i < OTHERS; i++) {
      try (FrameSocket other = open()) {
        assertThat(other.isServed(1, "/shop/a.png")).isTrue();
      }
    }
  }
}
