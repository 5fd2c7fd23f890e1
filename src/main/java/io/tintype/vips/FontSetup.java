package io.tintype.vips;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells fontconfig, by which libvips finds fonts, of one private directory and no other: what words
 * look like must not depend on the fonts and settings of the machine.
 *
 * @see <a
 *     href="https://fontconfig.pages.freedesktop.org/fontconfig/fontconfig-user.html">fontconfig
 *     user's manual</a>
 */
final class FontSetup {
  private static final String FONTS = "fonts";
  private static final String CACHE = "cache";
  private static final String CONFIGURATION = "fonts.conf";

  /** A family without an italic face is slanted, one without a bold face is drawn fatter. */
  private static final String CONTENT =
      """
      <?xml version="1.0"?>
      <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
      <fontconfig>
        <dir>{fonts}</dir>
        <cachedir>{cache}</cachedir>
        <config><rescan><int>0</int></rescan></config>
        <match target="font">
          <test name="slant"><const>roman</const></test>
          <test target="pattern" name="slant" compare="not_eq"><const>roman</const></test>
          <edit name="matrix" mode="assign">
            <times>
              <name>matrix</name>
              <matrix><double>1</double><double>0.2</double><double>0</double><double>1</double></matrix>
            </times>
          </edit>
          <edit name="slant" mode="assign"><const>oblique</const></edit>
        </match>
        <match target="font">
          <test name="weight" compare="less_eq"><const>medium</const></test>
          <test target="pattern" name="weight" compare="more_eq"><const>bold</const></test>
          <edit name="embolden" mode="assign"><bool>true</bool></edit>
          <edit name="weight" mode="assign"><const>bold</const></edit>
        </match>
      </fontconfig>
      """;

  private FontSetup() {}

  /** Makes an empty directory for fonts, and a configuration that names it. */
  static Path create() {
    try {
      Path root = Files.createTempDirectory("tintype-fonts-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root), "fonts"));
      Path fonts = Files.createDirectory(root.resolve(FONTS));
      Path cache = Files.createDirectory(root.resolve(CACHE));
      Files.writeString(
          configuration(fonts),
          CONTENT.replace("{fonts}", escaped(fonts)).replace("{cache}", escaped(cache)));
      return fonts;
    } catch (IOException unwritable) {
      throw new VipsException(
          "open", "no private directory for fonts can be made: " + unwritable.getMessage());
    }
  }

  /** The configuration that names this directory. */
  static Path configuration(Path fonts) {
    return fonts.resolveSibling(CONFIGURATION);
  }

  private static String escaped(Path path) {
    return path.toString().replace("&", "&amp;").replace("<", "&lt;");
  }

  private static void delete(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException left) {
      // What is left is the operating system's to tidy up, as everything temporary.
    }
  }
}
