package io.tintype.bench;

import io.tintype.bench.load.Crew;
import io.tintype.bench.load.Fresh;
import io.tintype.bench.picture.Picture;
import io.tintype.bench.picture.PictureMaker;
import io.tintype.bench.picture.Pictures;
import io.tintype.bench.report.Section;
import io.tintype.bench.server.Feature;
import io.tintype.bench.server.GatewayFile;
import io.tintype.bench.server.LimitProgram;
import io.tintype.bench.server.LimitProgram.Built;
import io.tintype.bench.server.NginxServer;
import io.tintype.bench.server.Origin;
import io.tintype.bench.server.PlainOrigin;
import io.tintype.bench.server.Setup;
import io.tintype.bench.server.SharpServer;
import io.tintype.bench.server.TintypeServer;
import io.tintype.bench.server.VarnishServer;
import io.tintype.bench.server.Visit;
import io.tintype.testing.FreePorts;
import io.tintype.vips.Vips;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Everything measurements are made with: pictures, an origin, and servers to be started. */
public final class Rig implements AutoCloseable {
  private static final String WARM = "warm.jpg";
  private static final int WARM_CONNECTIONS = 8;

  private final Path home;
  private final Path work;
  private final Pace pace;
  private final Pictures pictures;
  private final Origin origin;
  private final Set<Feature> supported;
  private final FreePorts ports;

  /**
   * @param home the checkout
   * @param given directory of pictures to use instead of made ones
   * @param firstPort the first of some dozens of free ones
   */
  public Rig(Path home, Pace pace, Optional<Path> given, int firstPort) {
    this.home = home;
    this.work = home.resolve("target/bench");
    this.pace = pace;
    this.ports = FreePorts.from(firstPort);
    Vips vips = Vips.open(home.resolve("target/native/node_modules"));
    this.pictures = new Pictures(work, given, new PictureMaker(vips, home.resolve("conf/samples")));
    this.supported = TintypeServer.supported(home, work);
    int port = port();
    this.origin =
        NginxServer.isInstalled()
            ? NginxServer.origin(work, port, pictures.served())
            : new PlainOrigin(port, pictures.served());
  }

  public Pace pace() {
    return pace;
  }

  public Pictures pictures() {
    return pictures;
  }

  public Origin origin() {
    return origin;
  }

  public Path work() {
    return work;
  }

  public int port() {
    return ports.next();
  }

  public boolean supports(Feature feature) {
    return supported.contains(feature);
  }

  public Set<Feature> supported() {
    return Set.copyOf(supported);
  }

  /** Notes keys that this build does not have. */
  public boolean has(Feature feature, Section section) {
    if (!supports(feature)) {
      section.note("`" + feature.key() + "` is not supported by this build.");
    }
    return supports(feature);
  }

  /** Tintype as the launcher starts it. */
  public TintypeServer tintype(Setup setup) {
    return tintype(setup, "");
  }

  /**
   * Tintype that has been asked for small pictures for a while, new ones and the same again: the
   * JVM compiles what is done often, and most of a server's life comes after that.
   */
  public TintypeServer warmTintype(Setup setup) {
    pictures.file(Picture.PHOTO_3);
    TintypeServer server = tintype(setup);
    String small = "/plain/tr:w-64,f-jpg/" + Picture.PHOTO_3.file();
    pictures.serve(WARM, Visit.of("http://127.0.0.1:" + server.port() + small).body());
    String path = "/plain/tr:w-16,f-jpg/" + WARM;
    Duration half = pace.warm().dividedBy(2);
    var _ = new Crew(server.port(), new Fresh(path)).closedLoop(WARM_CONNECTIONS, half);
    var _ = new Crew(server.port(), () -> path).closedLoop(WARM_CONNECTIONS, half);
    return server;
  }

  /**
   * Tintype with other options of the JVM.
   *
   * @param jvmOptions more options of the JVM
   */
  public TintypeServer tintype(Setup setup, String jvmOptions) {
    GatewayFile.Ports ports = new GatewayFile.Ports(port(), port());
    String text = GatewayFile.text(setup, supported, ports, origin.port());
    return TintypeServer.start(
        home, work.resolve("tintype-" + ports.delivery()), ports, text, jvmOptions);
  }

  /** sharp, or a note why not. */
  public Optional<SharpServer> sharp(Section section) {
    Optional<String> missing = SharpServer.missing(home);
    missing.ifPresent(reason -> section.note("sharp is left out: " + reason + "."));
    return missing.isPresent()
        ? Optional.empty()
        : Optional.of(SharpServer.start(home, work, port()));
  }

  /** libvips alone, or a note why not. */
  public Optional<LimitProgram> limit(Section section) {
    return switch (LimitProgram.build(home, work)) {
      case Built.Ready(var program) -> Optional.of(program);
      case Built.Missing(var reason) -> {
        section.note("libvips alone is left out: " + reason.strip() + ".");
        yield Optional.empty();
      }
    };
  }

  /** nginx that serves the pictures as they are, or a note why not. */
  public Optional<NginxServer> nginx(Section section) {
    if (!NginxServer.isInstalled()) {
      section.note("nginx is left out: it is not installed.");
      return Optional.empty();
    }
    return Optional.of(NginxServer.fastest(work, port(), pictures.served()));
  }

  /** varnish before a server, or a note why not. */
  public Optional<VarnishServer> varnish(Section section, int backend) {
    if (!VarnishServer.isInstalled()) {
      section.note("varnish is left out: it is not installed.");
      return Optional.empty();
    }
    return Optional.of(VarnishServer.start(work, port(), backend));
  }

  @Override
  public void close() {
    origin.close();
  }
}
