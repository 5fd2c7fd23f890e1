package io.tintype.cli;

import io.tintype.cli.ConfigOption.WrongUsage;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.ForeignChains;
import io.tintype.dialect.Ignored;
import io.tintype.dialect.RawRequest;
import io.tintype.dialect.cloudinary.CloudinaryDialect;
import io.tintype.dialect.cloudinary.CloudinarySettings;
import io.tintype.fault.FaultException;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes named transformations over from Cloudinary. */
@Command(
    name = "import-transformations",
    description = {
      "Prints the named transformations of a Cloudinary account as a block of the configuration.",
      "Reads what the Admin API answers: pages of /transformations?named=true, and"
          + " /transformations/NAME of each, which has the definition. Several files are read as"
          + " one. What cannot be translated, and what will be left out, is said on standard error."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  curl -su $KEY:$SECRET \\",
      "      https://api.cloudinary.com/v1_1/acme/transformations/t_card > card.json",
      "  tintype import-transformations card.json banner.json >> my.yaml",
      "  cat *.json | tintype import-transformations - --entries",
      "",
      "Exits with 0 if all of it has been translated and will be honoured, with 1 if not."
    })
final class ImportCommand implements Callable<Integer> {
  private static final String STDIN = "-";
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String NAME = "[A-Za-z0-9_-]{1,100}";

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "JSON of the Admin API; - is standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--entries",
      description =
          "Prints the entries without 'transformations:' above them, for a configuration that has"
              + " that block already.")
  private boolean entries;

  private final Console console;

  ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    AdminListing listing = new AdminListing();
    for (String file : files) {
      try {
        listing.read(content(file));
      } catch (DecodeException noJson) {
        throw new WrongUsage(file + " is no JSON of the Admin API.");
      }
    }
    Set<String> findings = new LinkedHashSet<>(listing.conflicts());
    listing.problems().forEach((name, problem) -> findings.add(name + " " + problem));
    Map<String, String> good = good(listing.chains(), findings);
    print(good);
    good.keySet().forEach(name -> findings.addAll(leftOut(name, good)));
    findings.forEach(console.err()::println);
    return findings.isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
  }

  /** Without those the configuration would refuse, and those that contain them. */
  private static Map<String, String> good(Map<String, String> chains, Set<String> findings) {
    Map<String, String> all = new TreeMap<>();
    chains.forEach((name, chain) -> all.put(name, CloudinaryDialect.CHAIN_PREFIX + chain));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (String name : List.copyOf(all.keySet())) {
        Optional<String> problem = problem(name, all);
        problem.ifPresent(words -> findings.add(name + " is left out: " + words));
        if (problem.isPresent()) {
          all.remove(name);
          changed = true;
        }
      }
    }
    return all;
  }

  private static Optional<String> problem(String name, Map<String, String> all) {
    return name.matches(NAME)
        ? CloudinaryDialect.problemOf(name, all, ForeignChains.NONE)
        : Optional.of("a name may have letters, digits, '-' and '_' only.");
  }

  private void print(Map<String, String> chains) {
    if (chains.isEmpty()) {
      return;
    }
    if (!entries) {
      console.out().println("transformations:");
    }
    chains.forEach(
        (name, chain) ->
            console.out().println("  " + Json.encode(name) + ": " + Json.encode(chain)));
  }

  /** What URLs with this name will be told. */
  private static List<String> leftOut(String name, Map<String, String> chains) {
    CloudinarySettings settings =
        new CloudinarySettings(
            CloudinarySettings.DEFAULT.clouds(), true, chains, false, false, Set.of());
    try {
      DeliveryRequest read =
          new CloudinaryDialect(settings)
              .parse(new RawRequest("image/upload/t_" + name + "/a", ""));
      return read.ignored().stream().map(part -> sentence(name, part)).toList();
    } catch (FaultException refused) {
      return List.of(name + ": " + refused.fault().message());
    }
  }

  private static String sentence(String name, Ignored part) {
    return name + ": " + part.raw() + " will be left out: it " + part.reason();
  }

  private static String content(String file) {
    try {
      String text = file.equals(STDIN) ? read(System.in.readAllBytes()) : read(bytes(file));
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException binary) {
      throw new WrongUsage(file + " is no text in UTF-8.");
    } catch (IOException unreadable) {
      throw new WrongUsage(file + " cannot be read.");
    }
  }

  private static byte[] bytes(String file) throws IOException {
    Path path = Path.of(file);
    if (Files.isDirectory(path)) {
      throw new WrongUsage(file + " is a folder, not a file.");
    }
    if (Files.notExists(path)) {
      throw new WrongUsage("There is no file " + file + ".");
    }
    return Files.readAllBytes(path);
  }

  private static String read(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
