package io.tintype.routing;

import io.tintype.dialect.ParameterName;
import io.tintype.dialect.ThingNames;
import java.util.List;
import java.util.Set;

/** Names of parameters as a metric has them: a closed set, whatever clients make up. */
final class ParameterLabel {
  private static final String OTHER = "other";

  /** Keys of both vendors' documentation. */
  private static final Set<String> KNOWN =
      Set.of(
          "w", "h", "ar", "c", "cm", "fo", "x", "y", "xc", "yc", "z", "dpr", "q", "f", "rt", "bg",
          "n", "orig", "di", "bl", "t", "tl", "l", "b", "r", "o", "fl", "e", "cp", "md", "pr", "lo",
          "pg", "so", "eo", "du", "vc", "ac", "sr", "if", "i", "ie", "lx", "ly", "lxc", "lyc",
          "lap", "lfo", "lm", "tr", "fs", "ff", "co", "al", "pa", "ia", "tg", "lh", "cr", "dn",
          "raw", "cl", "fw", "oi", "ot", "ote", "obg", "a", "af", "bo", "br", "cs", "d", "dl", "dr",
          "fn", "fps", "g", "ki", "p", "sp", "u", "vs");

  /** Words that say which effect, focus, mode, flag or format is meant. */
  private static final Set<String> WORDS =
      Set.copyOf(
          List.of(
              """
              auto auto_content_aware face faces eyes adv_face adv_faces adv_eyes body custom ocr_text
              center north south east west north_east north_west south_east south_west
              accessory animal appliance electronic food furniture indoor kitchen outdoor vehicle
              scale fit limit mfit fill lfill fill_pad crop thumb pad lpad mpad imagga_crop imagga_scale
              auto_pad maintain_ratio force at_max at_least extract pad_resize pad_extract
              hflip vflip ignore max
              png jpg jpeg webp avif gif jxl jp2 wdp tiff svg pdf ico heic apng mp4 webm html blurred
              best good eco low sensitive jpegmini
              animated any_format attachment awebp clip clip_evenodd cutter force_icc force_strip
              getinfo ignore_aspect_ratio ignore_mask_channels immutable_cache keep_attribution
              keep_dar keep_iptc layer_apply lossy mono no_overflow no_stream original png24 png32 png8
              preserve_transparency progressive rasterize region_relative relative replace_image
              sanitize splice streaming_attachment strip_profile text_disallow_overflow text_no_trim
              tiff8_lzw tiled truncate_ts waveform
              accelerate adv_redeye anti_removal art assist_colorblind auto_brightness auto_color
              auto_contrast auto_enhance background_removal bevel bgremoval bgremove blackwhite blue
              blur blur_faces blur_region boomerang brightness brightness_hsb camera cartoonify
              changebg colorize contrast cut_out deshake displace distort dropshadow edit enhance
              extract fade fill_light gamma gen_background_replace gen_fill gen_recolor gen_remove
              gen_replace gen_restore genfill genvar gradient gradient_fade grayscale green hue improve
              light loop make_transparent mask morphology multiply negate noise oil_paint
              opacity_threshold ordered_dither outline overlay pixelate pixelate_faces
              pixelate_region preview progressbar recolor red redeye removedotbg replace_color retouch
              reverse saturation screen sepia shadow sharpen shear simulate_colorblind style_transfer
              swap_image theme tint transition trim unsharp_mask upscale usm vectorize vibrance
              viesus_correct vignette volume zoompan
              text image video fetch lut subtitle subtitles dominant
              """
                  .strip()
                  .split("\\s+", -1)));

  private static final Set<String> NAMING = Set.of("n", "t");

  private ParameterLabel() {}

  /**
   * The labels for a raw parameter: its key, and the word behind it where that says what is meant.
   * Flags that share a key have one each.
   *
   * @param raw as the URL has it, for example {@code bl-10} or {@code e_gen_fill:prompt_sea}
   */
  static List<String> of(String raw) {
    return ParameterName.of(raw).stream().map(ParameterLabel::label).distinct().toList();
  }

  private static String label(String name) {
    int end = 0;
    while (end < name.length() && Character.isLetter(name.charAt(end))) {
      end++;
    }
    String key = name.substring(0, end);
    if (!KNOWN.contains(key)) {
      return OTHER;
    }
    if (end == name.length() || NAMING.contains(key)) {
      return key;
    }
    String word = name.substring(end + 1);
    boolean known = WORDS.contains(word) || ThingNames.COCO.contains(word);
    return known ? name : name.substring(0, end + 1) + OTHER;
  }
}
