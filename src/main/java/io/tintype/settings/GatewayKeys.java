package io.tintype.settings;

import io.tintype.config.Group;
import io.tintype.config.Key;
import io.tintype.config.Later;
import io.tintype.config.Secret;
import io.tintype.config.Values;
import io.tintype.plan.LoadShrink;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The top level of the configuration. The schema and the docs are made from these declarations. */
final class GatewayKeys {
  static final Key<String> DELIVERY_HOST =
      Key.of("host", Values.TEXT, "Address to listen on; `0.0.0.0` = all of IPv4.")
          .orElse("0.0.0.0");
  static final Key<Integer> DELIVERY_PORT =
      Key.of("port", Values.integer(0, 65_535), "Port to listen on; 0 = any free one.")
          .orElse("8080");
  static final Key<String> TLS_CERT =
      Key.of("cert", Values.TEXT, "File with the certificate chain, PEM.").mandatory();
  static final Key<String> TLS_KEY =
      Key.of("key", Values.TEXT, "File with the private key, PEM (PKCS #8).").mandatory();
  static final Group TLS =
      Group.of(
          "tls",
          "Switches HTTPS on, and with it HTTP/2; absent = plain HTTP/1.1.",
          TLS_CERT,
          TLS_KEY);
  static final Group DELIVERY =
      Group.of(
          "delivery",
          "Where images are served, and how long clients may take.",
          DELIVERY_HOST,
          DELIVERY_PORT,
          TLS,
          ClientKeys.CONNECTIONS,
          ClientKeys.HEADER_TIME,
          ClientKeys.IDLE_TIME,
          ClientKeys.SEND_TIME,
          ClientKeys.SEND_RATE);

  static final Key<String> MANAGEMENT_HOST =
      Key.of(
              "host",
              Values.TEXT,
              "Address to listen on; open it to other machines only on a private network.")
          .orElse("127.0.0.1");
  static final Key<Integer> MANAGEMENT_PORT =
      Key.of("port", Values.integer(0, 65_535), "Port to listen on; 0 = any free one.")
          .orElse("9090");
  static final Key<Secret> MANAGEMENT_TOKEN =
      Key.of(
          "token",
          Values.SECRET,
          "What calls other than metrics and health must carry; absent = they are switched off.");
  static final Key<Duration> MANAGEMENT_NOTICE =
      Key.of(
              "notice",
              Values.DURATION,
              "How long requests are still accepted once the process has been told to end and"
                  + " `/health/ready` says so: what your balancer takes to notice; at most 10s.")
          .orElse("3s");
  static final Group MANAGEMENT =
      Group.of(
          "management",
          "Where metrics and health are served.",
          MANAGEMENT_HOST,
          MANAGEMENT_PORT,
          MANAGEMENT_TOKEN,
          MANAGEMENT_NOTICE);

  static final Key<String> LOG_FORMAT =
      Key.of("format", Values.oneOf("text", "json"), "How a line of the log is written.")
          .orElse("text");
  static final Key<Boolean> LOG_ACCESS =
      Key.of("access", Values.FLAG, "Whether there is a line for every request.").orElse("true");
  static final Group LOG = Group.of("log", "The log, on standard output.", LOG_FORMAT, LOG_ACCESS);

  static final Key<Integer> RENDER_THREADS =
      Key.of(
          "threads",
          Values.integer(1, 1024),
          "Pictures rendered at the same time; absent = one more than there are processors.");
  static final Key<Integer> RENDER_QUEUE =
      Key.of(
              "queue",
              Values.integer(0, 100_000),
              "Renderings that may wait for a thread; more are refused with 503.")
          .orElse("256");
  static final Key<Long> RENDER_MEMORY =
      Key.of(
          "memory",
          Values.SIZE,
          "Native memory all running renderings together may be expected to take; absent = by"
              + " threads and by what the machine has.");
  static final Key<Double> RENDER_RESERVE =
      Key.of(
              "shrinkReserve",
              Values.number(LoadShrink.LEAST_RESERVE, LoadShrink.MOST_RESERVE),
              "JPEGs are decoded at an eighth, a quarter or half of their size where at least this"
                  + " factor is left to the resampler: `1` is fastest, `1.5` is closer to the"
                  + " picture decoded in full, at up to twice the decoding.")
          .orElse(Double.toString(LoadShrink.USUAL.reserve()));
  static final Key<String> RENDER_LIBVIPS =
      Key.of(
          "libvips",
          Values.TEXT,
          "A libvips of the system, at least 8.14, instead of the prebuilt one: its shared library,"
              + " such as `/usr/lib/x86_64-linux-gnu/libvips.so.42`.");
  static final Group RENDER =
      Group.of(
          "render",
          "How much is rendered at once, and with which libvips.",
          RENDER_THREADS,
          RENDER_QUEUE,
          RENDER_MEMORY,
          RENDER_RESERVE,
          RENDER_LIBVIPS);

  static final Key<List<String>> ALLOW =
      Key.of(
              "allow",
              Values.listOf(Values.TEXT),
              "Addresses that may be read besides public ones, as CIDR blocks with an optional"
                  + " `:port`: `10.20.0.0/16`, `127.0.0.1/32:9000`. Private, loopback and"
                  + " link-local addresses are refused unless they are listed.")
          .orElse("");
  static final Group NETWORK = Group.of("network", "What outgoing connections may reach.", ALLOW);

  static final Key<Long> MEMORY =
      Key.of("memory", Values.SIZE, "Results kept in memory; `0` switches the cache off.")
          .orElse("256MiB");
  static final Key<String> DISK_PATH =
      Key.of(
              "path",
              Values.TEXT,
              "Directory, for one process alone; it is created, for its owner only, if it is not"
                  + " there.")
          .mandatory();
  static final Key<Long> DISK_SIZE =
      Key.of("size", Values.SIZE, "Room for all files together, at least 1 MiB.").orElse("10GiB");
  static final Key<Integer> DISK_FILES =
      Key.of(
              "files",
              Values.integer(1, 4_000_000),
              "Files at most; what is known of each takes some 50 to 100 bytes of heap.")
          .orElse("1000000");
  static final Group DISK =
      Group.of(
          "disk",
          "Results kept on disk, where a restart leaves them; absent = none.",
          DISK_PATH,
          DISK_SIZE,
          DISK_FILES);
  static final Key<Long> SOURCES =
      Key.of(
              "sources",
              Values.SIZE,
              "Encoded sources kept in memory, so that the sizes and formats of one picture need"
                  + " one request to its origin; for 10 seconds without asking whether they have"
                  + " changed. `0` switches the cache off, and every rendering reads its own.")
          .orElse("128MiB");
  static final Key<Long> PIXELS =
      Key.of(
              "pixels",
              Values.SIZE,
              "Decoded and scaled pixels kept for the next size or format of the same source, as"
                  + " part of `render.memory`, until nobody has needed them for 10 seconds. Needs"
                  + " `sources`. `0` switches the cache off.")
          .orElse("64MiB");
  static final Group CACHE =
      Group.of(
          "cache",
          "What is kept, and how much of it.",
          MEMORY,
          SOURCES,
          PIXELS,
          DISK,
          Later.of("shared", "Results kept in a bucket that several gateways share."),
          Later.of("redis", "Results kept in Redis."),
          Later.of("redisFile", "File with the URL of Redis."));

  static final Key<Map<String, String>> TRANSFORMATIONS =
      Key.of(
          "transformations",
          Values.mapOf(Values.TEXT),
          "Named transformations: name, and a chain in ImageKit's language, used as `n-name`, or in"
              + " Cloudinary's behind `cloudinary:`. Cloudinary's URLs use both as `t_name`.");

  static final Group ROOT =
      Group.of(
          "",
          "Tintype's configuration.",
          DELIVERY,
          MANAGEMENT,
          LOG,
          LimitKeys.GROUP,
          RENDER,
          SandboxKeys.GROUP,
          NETWORK,
          CACHE,
          OriginKeys.CATALOG,
          EndpointKeys.CATALOG,
          TRANSFORMATIONS);

  private GatewayKeys() {}
}
