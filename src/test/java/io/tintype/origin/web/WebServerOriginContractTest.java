package io.tintype.origin.web;

import io.tintype.origin.GuardedClient;
import io.tintype.origin.Origin;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginId;
import io.tintype.origin.testing.FileServer;
import io.tintype.origin.testing.OriginContract;
import io.tintype.origin.testing.TestNetwork;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A real web server. */
class WebServerOriginContractTest extends OriginContract {
  private FileServer server;

  @Override
  protected void startStorage() {
    server = new FileServer(vertx);
    server.put("/secret.txt", "secret".getBytes(StandardCharsets.UTF_8));
  }

  @Override
  protected void stopStorage() {
    server.close();
  }

  @Override
  protected void store(String path, byte[] content) {
    server.put("/base/" + path, content);
  }

  @Override
  protected Origin newOrigin() {
    GuardedClient client = TestNetwork.client(vertx);
    return new WebServerOrigin(
        new OriginConfig.WebServer(
            new OriginId("web"),
            Optional.empty(),
            URI.create("http://localhost:" + server.port() + "/base"),
            false,
            Map.of(),
            OriginConfig.FOCUS_HEADER,
            OriginConfig.Timeouts.DEFAULT),
        client);
  }
}
