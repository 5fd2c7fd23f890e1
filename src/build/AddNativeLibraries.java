import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Completes the bill of materials of the jars with what npm brings: the prebuilt libvips of every
 * platform, the libraries inside of it, and the fonts. The same whatever platform builds.
 *
 * <p>usage: AddNativeLibraries BOM LOCK MODULES TARGET, where BOM is CycloneDX in JSON, LOCK the
 * package-lock.json and MODULES the node_modules that were installed from it
 */
public final class AddNativeLibraries {
  private static final String MODULES = "node_modules/";
  private static final String LIBVIPS = "@img/sharp-libvips-";

  private AddNativeLibraries() {}

  public static void main(String[] arguments) throws IOException {
    JsonObject bom = read(Path.of(arguments[0]));
    JsonObject lock = read(Path.of(arguments[1]));
    JsonArray inside = librariesInside(Path.of(arguments[2]));
    Path target = Path.of(arguments[3]);
    JsonArray components = bom.getJsonArray("components");
    for (Map.Entry<String, Object> entry : sorted(lock.getJsonObject("packages")).entrySet()) {
      if (entry.getKey().startsWith(MODULES)) {
        String name = entry.getKey().substring(MODULES.length());
        components.add(component(name, (JsonObject) entry.getValue()));
      }
    }
    inside.forEach(components::add);
    Files.createDirectories(target.getParent());
    Files.writeString(target, bom.encodePrettily() + "\n");
  }

  private static JsonObject component(String name, JsonObject locked) {
    String version = locked.getString("version");
    String purl = "pkg:npm/" + name.replace("@", "%40") + "@" + version;
    JsonObject component =
        new JsonObject()
            .put("type", "library")
            .put("bom-ref", purl)
            .put("name", name)
            .put("version", version)
            .put("purl", purl)
            .put("hashes", new JsonArray().add(hash(locked.getString("integrity"))));
    String license = locked.getString("license");
    return license == null
        ? component
        : component.put(
            "licenses", new JsonArray().add(new JsonObject().put("expression", license)));
  }

  /** npm writes the digest in Base64, CycloneDX in hexadecimal. */
  private static JsonObject hash(String integrity) {
    String[] parts = integrity.split("-", 2);
    if (!parts[0].equals("sha512")) {
      throw new IllegalArgumentException("unexpected digest " + parts[0]);
    }
    byte[] digest = Base64.getDecoder().decode(parts[1]);
    return new JsonObject().put("alg", "SHA-512").put("content", HexFormat.of().formatHex(digest));
  }

  /** What is linked into the prebuilt libvips, as its package says. */
  private static JsonArray librariesInside(Path modules) throws IOException {
    JsonArray libraries = new JsonArray();
    for (Map.Entry<String, Object> library : sorted(read(versionsFile(modules))).entrySet()) {
      String purl = "pkg:generic/" + library.getKey() + "@" + library.getValue();
      libraries.add(
          new JsonObject()
              .put("type", "library")
              .put("bom-ref", purl)
              .put("name", library.getKey())
              .put("version", library.getValue())
              .put("purl", purl)
              .put("description", "Linked into " + LIBVIPS + "*."));
    }
    return libraries;
  }

  private static Path versionsFile(Path modules) throws IOException {
    try (Stream<Path> packages = Files.list(modules.resolve("@img"))) {
      List<Path> files =
          packages
              .map(found -> found.resolve("versions.json"))
              .filter(Files::exists)
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new IOException("no prebuilt libvips in " + modules);
      }
      return files.getFirst();
    }
  }

  private static Map<String, Object> sorted(JsonObject object) {
    return new TreeMap<>(object.getMap())
        .entrySet().stream()
            .collect(
                TreeMap::new,
                (all, entry) -> all.put(entry.getKey(), object.getValue(entry.getKey())),
                TreeMap::putAll);
  }

  private static JsonObject read(Path file) throws IOException {
    return new JsonObject(Files.readString(file));
  }
}
