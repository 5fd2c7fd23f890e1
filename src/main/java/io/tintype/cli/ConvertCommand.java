package io.tintype.cli;

import io.tintype.cli.ConfigOption.WrongUsage;
import io.tintype.settings.GatewayConfig;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
      "  tintype convert --config my.yaml --in-place --text src/index.html --text src/site.css",
      "  tintype convert --config my.yaml --json --text page.html | jq '.[].verdict'",
      "",
      "Exits with 0 if all URLs have been converted exactly, with 1 if not."
    })
final class ConvertCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "/dev/stdin";

  @Mixin private final ConfigOption config;

  @Parameters(
      paramLabel = "URL",
      arity = "0..*",
      description = "Absolute URLs, or only their paths; without any, texts are read.")
  private List<String> urls = List.of();

  @Option(
      names = "--to",
      paramLabel = "LANGUAGE",
      description = "imagekit or cloudinary; default: the one that a URL is not in.")
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

  @Option(names = "--in-place", description = "Changes the files, instead of printing their texts.")
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
    return config.use(wiring.vertx(), this::convert);
  }

  private int convert(GatewayConfig gateway) {
    Addresses addresses = new Addresses(gateway, Optional.ofNullable(base));
    UrlConverter converter = new UrlConverter(gateway, addresses, Optional.ofNullable(to));
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
      notes.add(new Note("", 0, conversion));
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
    List<Note> notes = new ArrayList<>();
    for (String file : files.isEmpty() ? List.of(STANDARD_INPUT) : files) {
      byte[] bytes = read(file);
      Charset charset = charset(bytes);
      TextConverter.Result result =
          text.convert(new String(bytes, charset), charset.equals(StandardCharsets.UTF_8));
      result.found().forEach(one -> notes.add(new Note(file, one.line(), one.conversion())));
      if (inPlace) {
        write(file, bytes, result.text().getBytes(charset));
      } else if (!json) {
        if (!charset.equals(StandardCharsets.UTF_8)) {
          throw new WrongUsage(file + " is no UTF-8: it can only be converted with --in-place.");
        }
        console.out().print(result.text());
      }
    }
    return notes;
  }

  /** Where a URL was found, and what became of it. */
  private record Note(String file, int line, Conversion conversion) {
    String text() {
      String place = file.isEmpty() || file.equals(STANDARD_INPUT) ? "" : file + ":";
      String where = line == 0 ? "" : place + line + ": ";
      return where + conversion.url() + "%n  ".formatted() + conversion.sentence();
    }

    JsonObject json() {
      return conversion
          .json()
          .put("file", file.isEmpty() ? null : file)
          .put("line", line == 0 ? null : line);
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

  private static byte[] read(String file) {
    try {
      return Files.readAllBytes(Path.of(file));
    } catch (IOException unreadable) {
      throw new WrongUsage("There is no file " + file + " that can be read.");
    }
  }

  private static void write(String file, byte[] before, byte[] after) {
    if (Arrays.equals(before, after)) {
      return;
    }
    try {
      Files.write(Path.of(file), after);
    } catch (IOException failed) {
      throw new WrongUsage("The file " + file + " cannot be written.");
    }
  }

  /** Every sequence of bytes is Latin-1, so that whatever is no UTF-8 stays as it is, too. */
  private static Charset charset(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException other) {
      return StandardCharsets.ISO_8859_1;
    }
  }
}
