package io.tintype.cli;

import io.tintype.cli.ConfigOption.WrongUsage;
import io.tintype.settings.GatewayConfig;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes URLs in the other language. */
@Command(
    name = "convert",
    description = {
      "Writes URLs of an endpoint that reads Cloudinary's language in ImageKit's, or back.",
      "URLs are given, or found in texts of any kind by the hosts of the configuration; everything"
          + " else in a text stays as it is. A note on standard error says of each URL whether what"
          + " is printed means exactly the same, what differs, or why it has been left alone."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tintype convert --config my.yaml"
          + " https://res.cloudinary.com/acme/image/upload/w_400/cat.jpg",
      "  tintype convert --config my.yaml --to imagekit < page.html > new.html",
      "  tintype convert --config my.yaml --to imagekit --in-place --text a.html --text b.css",
      "  tintype convert --config my.yaml --json --text page.html | jq '.[].verdict'",
      "",
      "Exits with 0 if all URLs have been converted exactly, with 1 if not."
    })
final class ConvertCommand implements Callable<Integer> {
  /** A host, perhaps with a port and a path. */
  private static final Pattern BASE =
      Pattern.compile(
          "https?://(?:[a-z0-9][a-z0-9.-]*|\\[[0-9a-f:.]+])(?::[0-9]{1,5})?"
              + "(?:/[a-z0-9._~!$&'()*+,;=:@%/-]*)?",
          Pattern.CASE_INSENSITIVE);

  @Mixin private final ConfigOption config;

  @Parameters(
      paramLabel = "URL",
      arity = "0..*",
      description = "Absolute URLs, or only their paths; without any, texts are read.")
  private List<String> urls = List.of();

  @Option(
      names = "--to",
      paramLabel = "LANGUAGE",
      converter = Language.Named.class,
      description = "imagekit or cloudinary; default, but for files: the one that a URL is not in.")
  private @Nullable Language to;

  @Option(
      names = "--base",
      paramLabel = "URL",
      description =
          "What new URLs begin with, host and path of the endpoint included; default: as before.")
  private @Nullable String base;

  @Option(
      names = "--text",
      paramLabel = "FILE",
      description = "A text with URLs, any number of times; default: standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--in-place",
      description = "Changes the files, instead of printing their texts; needs --to.")
  private boolean inPlace;

  @Option(names = "--json", description = "Prints the notes as JSON; docs/cli.md has its fields.")
  private boolean json;

  private final Console console;
  private final Wiring wiring;

  ConvertCommand(Console console, Wiring wiring) {
    this.console = console;
    this.wiring = wiring;
    this.config = new ConfigOption(console);
  }

  @Override
  public Integer call() {
    if (!urls.isEmpty() && (!files.isEmpty() || inPlace)) {
      throw new WrongUsage("URLs and texts cannot be converted together.");
    }
    if (inPlace && files.isEmpty()) {
      throw new WrongUsage("--in-place needs files: --text FILE.");
    }
    if (inPlace && to == null) {
      throw new WrongUsage(
          "--in-place needs --to imagekit or --to cloudinary, so that what has been converted stays"
              + " so.");
    }
    if (base != null) {
      check(base);
    }
    return config.use(wiring.vertx(), this::convert);
  }

  private static void check(String base) {
    if (!BASE.matcher(base).matches()) {
      throw new WrongUsage("--base has to be a URL such as https://img.example.com/shop.");
    }
    if (UrlParts.of(base).map(UrlParts::host).filter(Addresses::isVendors).isPresent()) {
      throw new WrongUsage("--base has to be a URL of your own: " + base + " is Cloudinary's.");
    }
  }

  private int convert(GatewayConfig gateway) {
    Addresses addresses = new Addresses(gateway, Optional.ofNullable(base));
    UrlConverter converter =
        new UrlConverter(gateway, addresses, Optional.ofNullable(to), Instant.now());
    List<Note> notes = urls.isEmpty() ? texts(addresses, converter) : given(converter);
    if (json) {
      console
          .out()
          .println(new JsonArray(notes.stream().map(Note::json).toList()).encodePrettily());
    } else {
      notes.forEach(note -> console.err().println(note.text()));
      summary(notes).ifPresent(console.err()::println);
    }
    return notes.stream().allMatch(note -> note.conversion().isExact())
        ? ExitCode.FINE
        : ExitCode.FINDINGS;
  }

  private List<Note> given(UrlConverter converter) {
    List<Note> notes = new ArrayList<>();
    for (String url : urls) {
      Conversion conversion = converter.convert(url);
      notes.add(new Note(null, 0, conversion));
      if (!json) {
        console.out().println(conversion.converted());
      }
    }
    return notes;
  }

  private List<Note> texts(Addresses addresses, UrlConverter converter) {
    if (addresses.hosts().isEmpty()) {
      throw new WrongUsage(
          "No endpoint of " + config.file() + " has hosts or a cloud to find URLs by; see --base.");
    }
    TextConverter text = new TextConverter(addresses.hosts(), converter::convert);
    List<TextFile> read =
        files.isEmpty()
            ? List.of(TextFile.standardInput())
            : files.stream().map(TextFile::read).toList();
    if (!inPlace && !json) {
      read.stream().filter(file -> !file.isUnicode()).findFirst().ifPresent(this::refuse);
    }
    List<Note> notes = new ArrayList<>();
    List<Changed> changes = new ArrayList<>();
    for (TextFile file : read) {
      TextConverter.Result result = text.convert(file.text(), file.isUnicode());
      result.found().forEach(one -> notes.add(new Note(file, one.line(), one.conversion())));
      changes.add(new Changed(file, result.text()));
    }
    if (inPlace) {
      replace(changes);
    } else if (!json) {
      changes.forEach(change -> console.out().print(change.text()));
    }
    return notes;
  }

  /** A file and its new text. */
  private record Changed(TextFile file, String text) {}

  private void refuse(TextFile file) {
    throw new WrongUsage(file.name() + " is no UTF-8: it can only be converted with --in-place.");
  }

  /** No file is touched before the new texts of all of them are on disk. */
  private static void replace(List<Changed> changes) {
    List<Replacement> prepared = new ArrayList<>();
    try {
      changes.forEach(change -> change.file().with(change.text()).ifPresent(prepared::add));
      prepared.forEach(Replacement::carryOut);
    } finally {
      prepared.forEach(Replacement::drop);
    }
  }

  /** Where a URL was found, and what became of it. */
  private record Note(@Nullable TextFile file, int line, Conversion conversion) {
    String text() {
      String where = file == null ? "" : file.place() + line + ": ";
      return where + conversion.url() + "%n  ".formatted() + conversion.sentence();
    }

    JsonObject json() {
      return conversion
          .json()
          .put("file", file == null ? null : file.name())
          .put("line", file == null ? null : line);
    }
  }

  private static Optional<String> summary(List<Note> notes) {
    if (notes.size() < 2) {
      return notes.isEmpty() ? Optional.of("No URL was found.") : Optional.empty();
    }
    return Optional.of(
        "%d URLs: %d exact, %d different, %d not converted"
            .formatted(
                notes.size(),
                count(notes, Conversion.Verdict.EXACT),
                count(notes, Conversion.Verdict.DIFFERS),
                count(notes, Conversion.Verdict.KEPT)));
  }

  private static long count(List<Note> notes, Conversion.Verdict verdict) {
    return notes.stream().filter(note -> note.conversion().verdict() == verdict).count();
  }
}
