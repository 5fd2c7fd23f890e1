package io.tintype.dialect.cloudinary;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which of our fonts stands for which of Cloudinary's; {@code docs/fonts.md} has the table. */
final class FontNames {
  private static final Pattern FILE = Pattern.compile("(?i).+\\.(?:ttf|otf|woff2?)");
  private static final String GOOGLE = "@google";
  private static final String GROTESQUE = "Roboto";
  private static final String HUMANIST = "Open Sans";
  private static final String ROMAN = "PT_Serif";
  private static final String FIXED = "PT Mono";

  /** Families that come with operating systems, and may not be given away. */
  private static final Map<String, String> NEAREST =
      Map.ofEntries(
          entry("arial", GROTESQUE),
          entry("arial unicode ms", GROTESQUE),
          entry("helvetica", GROTESQUE),
          entry("helvetica neue", GROTESQUE),
          entry("sans-serif", GROTESQUE),
          entry("verdana", HUMANIST),
          entry("tahoma", HUMANIST),
          entry("trebuchet ms", HUMANIST),
          entry("calibri", HUMANIST),
          entry("segoe ui", HUMANIST),
          entry("times", ROMAN),
          entry("times new roman", ROMAN),
          entry("georgia", ROMAN),
          entry("serif", ROMAN),
          entry("courier", FIXED),
          entry("courier new", FIXED),
          entry("monospace", FIXED));

  private FontNames() {}

  /** Whether a name is that of a file. */
  static boolean isFile(String name) {
    return FILE.matcher(name).matches();
  }

  /** The family to write with; one that we do not have keeps its name. */
  static String bundled(String name) {
    String plain =
        name.endsWith(GOOGLE) ? name.substring(0, name.length() - GOOGLE.length()) : name;
    return NEAREST.getOrDefault(plain.toLowerCase(Locale.ROOT), plain);
  }
}
