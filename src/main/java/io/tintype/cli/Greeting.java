package io.tintype.cli;

import io.tintype.routing.EndpointConfig;
import io.tintype.settings.GatewayConfig;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** What {@code serve} says when it has started. */
record Greeting(List<String> lines) {
  /** URLs of the demo, with what they show. */
  private static final List<String> EXAMPLES =
      List.of(
          "/demo/tr:w-400,h-300/shop.jpg        cropped to 400 x 300",
          "/demo/tr:w-600,f-webp,q-60/glass.webp  600 wide, WebP",
          "/demo/tr:w-200,h-200,cm-pad_resize,bg-F5E9DA/cutout.png",
          "/demo/tr:w-300:rt-90/flowers.jpg     a chain: resized, then rotated",
          "/demo/tr:w-600,l-text,i-Sale,fs-60,co-FFFFFF,bg-E5383B,pa-16,l-end/shop.jpg  words",
          "/demo/tr:w-600,l-image,i-cutout.png,w-200,lx-20,ly-20,l-end/shop.jpg  a layer",
          "/demo/tr:n-card/shop.jpg             a named transformation",
          "/demo/tr:w-60/ring.gif               an animation",
          "/cloudinary/demo/image/upload/c_fill,g_auto,h_300,w_400/f_auto,q_auto/shop.jpg");

  static Greeting of(GatewayConfig config, Wiring.Running running, boolean demo) {
    List<String> lines = new ArrayList<>();
    String scheme = config.delivery().tls().isPresent() ? "https" : "http";
    String base =
        scheme
            + "://"
            + LocalHost.reachable(config.delivery().host())
            + ":"
            + running.deliveryPort();
    lines.add("Tintype serves");
    for (EndpointConfig endpoint : config.endpoints()) {
      lines.add("  " + base + endpoint.path() + "/  (" + describe(endpoint) + ")");
    }
    if (demo) {
      lines.add("");
      lines.add("Try");
      EXAMPLES.forEach(example -> lines.add("  " + base + example));
    }
    String management =
        "http://"
            + LocalHost.reachable(config.management().host())
            + ":"
            + running.managementPort();
    lines.add("");
    lines.add("Metrics  " + management + "/metrics");
    lines.add("Health   " + management + "/health/ready");
    lines.add("Stop with Ctrl-C.");
    return new Greeting(List.copyOf(lines));
  }

  private static String describe(EndpointConfig endpoint) {
    StringBuilder text = new StringBuilder(endpoint.name()).append(": ");
    text.append(
        String.join(", ", endpoint.origins().stream().map(origin -> origin.name()).toList()));
    if (!endpoint.hosts().isEmpty()) {
      text.append("; also on ").append(String.join(", ", endpoint.hosts()));
    }
    return text.toString();
  }

  void print(PrintWriter out) {
    lines.forEach(out::println);
    out.flush();
  }
}
