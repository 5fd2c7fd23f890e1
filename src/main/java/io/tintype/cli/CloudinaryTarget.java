package io.tintype.cli;

import io.tintype.dialect.Compromise;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.RawRequest;
import io.tintype.dialect.Rendition;
import io.tintype.dialect.cloudinary.CloudinaryPrinter;
import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import io.tintype.model.Output;
import io.tintype.model.PercentEncoding;
import io.tintype.model.SourceRef;
import io.tintype.model.Transformation;
import io.tintype.routing.Rewriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes requests as Cloudinary's URLs: {@code image/upload/<chain>/<public id>}. */
record CloudinaryTarget(DeliveryRequest asked, Rewriter rewriter) implements TargetWriter {
  private static final String UPLOADED = "image/upload/";
  private static final String FETCHED = "image/fetch/";
  private static final String ORIGINAL = "fl_original";

  /** What ImageKit's language means where nothing is said of the format. */
  private static final String AUTOMATIC = "/f_auto";

  private static final Pattern TYPED =
      Pattern.compile("(image/(?:upload|private|authenticated)/)(.+)");

  /** What may stand for a public id that looks like something else. */
  private static final String NO_VERSION = "v1/";

  @Override
  public Written targets() {
    if (rewriter.cloud().equals(Rewriter.ANY_CLOUD)) {
      return new Written.Wordless("its endpoint takes any cloud, and none is named");
    }
    CloudinaryPrinter printer = new CloudinaryPrinter(rewriter.typed());
    if (asked.disposition().original()) {
      return new Written.Targets(requests(ORIGINAL), asked.transformation(), List.of());
    }
    List<Compromise> offers = new ArrayList<>(Compromise.FOR_CLOUDINARY);
    Transformation meant = asked.transformation();
    byExtension().map(format -> inFormat(meant, format)).ifPresent(offers::add);
    return switch (printed(printer, meant)) {
      case Rendition.Chain(var chain) -> new Written.Targets(requests(chain), meant, List.of());
      case Rendition.Wordless(var part) ->
          Compromise.settle(meant, offers, changed -> printed(printer, changed))
              .<Written>map(
                  settled ->
                      new Written.Targets(
                          requests(settled.chain()), settled.meant(), settled.differences()))
              .orElseGet(
                  () -> new Written.Wordless("Cloudinary's language has no words for " + part));
    };
  }

  @Override
  public Optional<Written.Targets> named() {
    return TargetWriter.nameOf(asked)
        .map(name -> Stream.of("t_" + name, "t_" + name + AUTOMATIC))
        .map(chains -> chains.flatMap(chain -> requests(chain).stream()).toList())
        .map(targets -> new Written.Targets(targets, asked.transformation(), List.of()));
  }

  /** An extension asks for its format, and no word says that it does not. */
  private Rendition printed(CloudinaryPrinter printer, Transformation meant) {
    boolean converts =
        meant.output().format() instanceof FormatChoice.OfSource && byExtension().isPresent();
    return converts
        ? new Rendition.Wordless("the format of the source, whatever its name says")
        : printer.print(meant);
  }

  private Optional<ImageFormat> byExtension() {
    return asked.source() instanceof SourceRef.Named named
        ? ImageFormat.ofExtension(named.extension()).filter(ImageFormat::encodable)
        : Optional.empty();
  }

  private static Compromise inFormat(Transformation meant, ImageFormat format) {
    Output exact = meant.output().in(Optional.of(FormatChoice.always(format)));
    return new Compromise(
        "it is %s whatever the file is".formatted(format.mediaType()),
        some ->
            some.output().format() instanceof FormatChoice.OfSource
                ? new Transformation(some.page(), some.steps(), exact, some.asStored())
                : some);
  }

  private List<RawRequest> requests(String chain) {
    String components = chain + delivered();
    String cloud = rewriter.cloud().isEmpty() ? "" : rewriter.cloud() + "/";
    return switch (asked.source()) {
      case SourceRef.Remote(var url) -> {
        SourceRef.Named remote = ImageKitTarget.inPath(url);
        yield List.of(
            new RawRequest(cloud + FETCHED + components + "/" + remote.rawPath(), remote.query()));
      }
      case SourceRef.Named named -> {
        Matcher typed = TYPED.matcher(named.rawPath());
        boolean matches = rewriter.typed() && typed.matches();
        String types = matches ? typed.group(1) : UPLOADED;
        String id = matches ? typed.group(2) : named.rawPath();
        String start = cloud + types + components + "/";
        yield List.of(new RawRequest(start + id, ""), new RawRequest(start + NO_VERSION + id, ""));
      }
      case SourceRef.Asset _, SourceRef.Vendor _ -> List.of();
    };
  }

  /** What is said of how the picture is found and handed over. */
  private String delivered() {
    StringBuilder text = new StringBuilder();
    asked
        .disposition()
        .attachment()
        .ifPresent(
            name -> text.append(",fl_attachment:").append(PercentEncoding.encodeSegment(name)));
    asked
        .defaultImage()
        .flatMap(this::publicId)
        .ifPresent(id -> text.append(",d_").append(encoded(id)));
    return text.toString();
  }

  private static String encoded(String id) {
    return PercentEncoding.encodeSegment(id).replace("%3A", ":");
  }

  private Optional<String> publicId(SourceRef picture) {
    if (!(picture instanceof SourceRef.Named named)) {
      return Optional.empty();
    }
    String path = named.path();
    boolean stripped = rewriter.typed() && path.startsWith(UPLOADED);
    return Optional.of((stripped ? path.substring(UPLOADED.length()) : path).replace('/', ':'));
  }
}
