package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.tintype.testing.CaseTable;
import io.tintype.testing.Corpus;
import io.tintype.testing.UrlMutations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Requests nobody sends by mistake, over sockets, against a whole gateway: each is answered in time
 * or its connection closed, none with a fault of ours, and ordinary requests are served afterwards.
 */
class HostileRequestIT {
  /** Of the mutated URLs; another one finds other faults. */
  private static final long SEED = 20_260_101;

  private static final int MUTATIONS = 2_500;
  private static final int CLIENTS = 4;

  private static final List<String> RUBBISH =
      List.of(
          "",
          "-",
          "-0",
          "-1",
          "0",
          "00",
          "0x10",
          "1e999",
          "1e-999",
          "-1e999",
          "NaN",
          "Infinity",
          "999999999999999999999",
          "2147483648",
          "-2147483649",
          "0.0000000000000001",
          "1.1.1",
          "+5",
          "%D9%A1%D9%A2",
          "%EF%BC%95",
          "%00",
          "%0d%0aX-Injected:%20yes",
          "%",
          "%zz",
          "_",
          "__",
          "iw_div_0",
          "iw_pow_99",
          "-_-_-",
          "1_2_3_4_5_6_7_8_9",
          "true",
          "null",
          "%22%27%3C%3E",
          "..@@..@@a",
          "a%2Fb",
          "%F0%9F%98%80",
          "auto",
          "N999999999",
          "FFFFFFFFFFFFFFFF");

  @TempDir private static Path folder;
  private static RunningGateway gateway;
  private static Decency decency;
  private final ListAppender<ILoggingEvent> bugs = new ListAppender<>();

  @BeforeAll
  static void start() throws IOException {
    Path served = Files.createDirectories(folder.resolve("served/image/upload"));
    for (Path place : List.of(folder.resolve("served"), served)) {
      Files.write(place.resolve("a.png"), Pictures.png(64, 48));
      Files.write(place.resolve("sample"), Pictures.png(64, 48));
      Files.write(place.resolve("img.jpg"), Pictures.jpeg(64, 48));
      Files.write(place.resolve("logo.png"), Corpus.read("alpha.png"));
      Files.write(place.resolve("broken.png"), Arrays.copyOf(Pictures.png(64, 48), 60));
      Files.write(place.resolve("doc.pdf"), new byte[5_000]);
    }
    Files.write(folder.resolve("secret.txt"), new byte[10]);
    Files.write(folder.resolve("secret.png"), Pictures.png(8, 8));
    decency = new Decency(folder);
    gateway =
        RunningGateway.start(
            """
            management: { host: 127.0.0.1, port: 0, token: let-me-in-please-now }
            origins:
              files: { type: folder, path: "%s" }
            endpoints:
              shop: { path: /shop, origins: [files] }
              strict: { path: /strict, origins: [files], unsupported: strict }
              cloud: { path: /cloud, origins: [files], rewriter: cloudinary }
              vendor: { path: /vendor, origins: [files], rewriter: cloudinary, semantics: imagekit, cloud: acme }
              signed:
                path: /signed
                origins: [files]
                signing: { keys: ["private_0123456789"], required: true }
            transformations: { small: "w-12", big: "cloudinary:w_24" }
            """
                .formatted(folder.resolve("served")));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void listen() {
    bugs.list = new CopyOnWriteArrayList<>();
    bugs.start();
    root().addAppender(bugs);
  }

  @AfterEach
  void nothingIsBroken() {
    root().detachAppender(bugs);
    assertThat(bugs.list)
        .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.ERROR))
        .isEmpty();
    assertThat(gateway.get("/shop/tr:w-10/a.png").statusCode()).isEqualTo(200);
    assertThat(gateway.get("/cloud/image/upload/w_10/a.png").statusCode()).isEqualTo(200);
  }

  @Test
  void answersEveryRequestOfTheTable() throws Exception {
    assertThat(offences(gateway.deliveryPort(), HostileRequest.of("hostile-requests.txt", "")))
        .isEmpty();
  }

  @Test
  void answersEveryCallOfTheTable() throws Exception {
    String token = "Authorization: Bearer let-me-in-please-now\r\n";

    assertThat(offences(gateway.managementPort(), HostileRequest.of("hostile-calls.txt", token)))
        .isEmpty();
  }

  @Test
  void answersEveryParameterWithRubbish() throws Exception {
    List<HostileRequest> requests = new ArrayList<>();
    for (String name : imageKitNames()) {
      for (int i = name.length() % 2; i < RUBBISH.size(); i += 2) {
        String target = "/tr:" + name + "-" + RUBBISH.get(i) + ",w-9/img.jpg";
        requests.add(HostileRequest.forTarget((i % 4 < 2 ? "/shop" : "/strict") + target));
      }
    }
    for (String name : cloudinaryNames()) {
      for (int i = name.length() % 2; i < RUBBISH.size(); i += 2) {
        String target = "/image/upload/" + name + "_" + RUBBISH.get(i) + ",w_9/sample";
        requests.add(HostileRequest.forTarget((i % 4 < 2 ? "/cloud" : "/vendor/acme") + target));
      }
    }

    assertThat(offences(gateway.deliveryPort(), requests)).isEmpty();
  }

  /** Bytes of well-formed URLs are changed, doubled, left out and swapped between two of them. */
  @Test
  void answersWellFormedUrlsThatWereTamperedWith() throws Exception {
    UrlMutations mutations = UrlMutations.ofTables("/shop", "/cloud", SEED);
    List<HostileRequest> requests =
        Stream.generate(mutations::next).limit(MUTATIONS).map(HostileRequest::forTarget).toList();

    assertThat(offences(gateway.deliveryPort(), requests)).as("seed %d", SEED).isEmpty();
  }

  /** What came of those requests that it should not have. */
  private static List<String> offences(int port, List<HostileRequest> requests) throws Exception {
    Queue<String> offences = new ConcurrentLinkedQueue<>();
    Queue<HostileRequest> waiting = new ConcurrentLinkedQueue<>(requests);
    try (ExecutorService clients =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
      for (int i = 0; i < CLIENTS; i++) {
        var _ =
            clients.submit(
                () -> {
                  for (HostileRequest next = waiting.poll(); next != null; next = waiting.poll()) {
                    offence(port, next).ifPresent(offences::add);
                  }
                });
      }
    }
    return List.copyOf(offences);
  }

  private static Optional<String> offence(int port, HostileRequest hostile) {
    try {
      Optional<RawAnswer> answer = RawAnswer.to(port, hostile.request());
      Optional<String> told = answer.flatMap(decency::offence);
      if (hostile.allows(answer) && told.isEmpty()) {
        return Optional.empty();
      }
      String got = answer.map(known -> known.status() + " " + known.text()).orElse("closed");
      return Optional.of(excerpt(hostile.text()) + " ⇒ " + told.orElse("") + excerpt(got));
    } catch (RuntimeException broken) {
      return Optional.of(excerpt(hostile.text()) + " ⇒ " + broken);
    }
  }

  private static String excerpt(String text) {
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
  }

  private static List<String> imageKitNames() throws IOException {
    return CaseTable.lines("parameters.txt").stream()
        .flatMap(line -> Stream.of(line.substring(line.indexOf(':') + 2).split(" ", -1)))
        .distinct()
        .toList();
  }

  private static List<String> cloudinaryNames() throws IOException {
    return CaseTable.lines("parameters-of-cloudinary.txt").stream()
        .filter(line -> line.startsWith("KEY: "))
        .flatMap(line -> Stream.of(line.substring(5).split(" ", -1)))
        .toList();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
