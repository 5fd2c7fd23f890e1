package io.tintype.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** nginx that serves the files of a directory, as an origin or to be compared with. */
public final class NginxServer implements Origin {
  private final int port;
  private final Path log;
  private final ServerProcess process;

  private NginxServer(int port, Path log, ServerProcess process) {
    this.port = port;
    this.log = log;
    this.process = process;
  }

  public static boolean isInstalled() {
    return Programs.find("nginx").isPresent();
  }

  /** One worker that notes each request, to be counted. */
  public static NginxServer origin(Path directory, int port, Path files) {
    return start(directory.resolve("origin"), port, files, 1, true);
  }

  /** A worker for each processor and no log: nginx at its fastest. */
  public static NginxServer fastest(Path directory, int port, Path files) {
    int workers = Runtime.getRuntime().availableProcessors();
    return start(directory.resolve("nginx"), port, files, workers, false);
  }

  private static NginxServer start(
      Path directory, int port, Path files, int workers, boolean logging) {
    Path log = directory.resolve("access.log");
    try {
      Files.createDirectories(directory);
      Files.deleteIfExists(log);
      Path temporary = directory.resolve("temporary");
      String user = "root".equals(System.getProperty("user.name")) ? "user root;" : "";
      Files.writeString(
          directory.resolve("nginx.conf"),
          """
          daemon off; worker_processes %d; pid %s; error_log %s; %s
          events { worker_connections 4096; }
          http {
            log_format paths '$uri';
            access_log %s;
            sendfile on; tcp_nopush on; keepalive_requests 100000000; etag on;
            open_file_cache max=1000 inactive=60s;
            types { image/jpeg jpg; image/png png; image/webp webp; image/gif gif; image/avif avif; }
            client_body_temp_path %s; proxy_temp_path %s; fastcgi_temp_path %s;
            uwsgi_temp_path %s; scgi_temp_path %s;
            server {
              listen 127.0.0.1:%d backlog=1024;
              location = /ready { return 200; access_log off; }
              location / { root %s; }
            }
          }
          """
              .formatted(
                  workers,
                  directory.resolve("pid"),
                  directory.resolve("error.log"),
                  user,
                  logging ? log + " paths" : "off",
                  temporary,
                  temporary,
                  temporary,
                  temporary,
                  temporary,
                  port,
                  files.toAbsolutePath()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    List<String> command =
        List.of(
            Programs.find("nginx").orElseThrow(),
            "-p",
            directory.toString(),
            "-c",
            directory.resolve("nginx.conf").toString());
    ServerProcess process = ServerProcess.start("nginx", directory, Map.of(), command);
    process.awaitOk(URI.create("http://127.0.0.1:" + port + "/ready"));
    return new NginxServer(port, log, process);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public long fetches(String file) {
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.equals("/" + file)).count();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public ProcessTree tree() {
    return process.tree();
  }

  @Override
  public void close() {
    process.close();
  }
}
