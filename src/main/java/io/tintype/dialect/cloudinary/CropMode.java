package io.tintype.dialect.cloudinary;

import io.tintype.model.Fit;
import io.tintype.model.Padding;
import java.util.Map;

/** What {@code c} does with size and proportions. */
sealed interface CropMode {
  /** Scales, and cuts where the fit covers. */
  record Scale(Fit fit) implements CropMode {}

  /** Puts the picture on a canvas. */
  record Pad(Padding padding) implements CropMode {}

  /** Cuts out without scaling. */
  record Cut() implements CropMode {}

  /** Fills the box where little is lost, else puts the picture on a canvas. */
  record FillOrPad() implements CropMode {}

  CropMode USUAL = new Scale(Fit.FORCE);

  /** By name (Cloudinary, "Transformation URL API reference", {@code c}). */
  Map<String, CropMode> BY_NAME =
      Map.ofEntries(
          Map.entry("scale", USUAL),
          Map.entry("imagga_scale", USUAL),
          Map.entry("fit", new Scale(Fit.INSIDE_ENLARGE)),
          Map.entry("limit", new Scale(Fit.INSIDE)),
          Map.entry("mfit", new Scale(Fit.INSIDE_NO_SHRINK)),
          Map.entry("fill", new Scale(Fit.COVER)),
          Map.entry("thumb", new Scale(Fit.COVER)),
          Map.entry("auto", new Scale(Fit.COVER)),
          Map.entry("imagga_crop", new Scale(Fit.COVER)),
          Map.entry("lfill", new Scale(Fit.COVER_NO_ENLARGE)),
          Map.entry("pad", new Pad(Padding.FIT)),
          Map.entry("auto_pad", new Pad(Padding.FIT)),
          Map.entry("lpad", new Pad(Padding.FIT_NO_ENLARGE)),
          Map.entry("mpad", new Pad(Padding.EXTEND)),
          Map.entry("crop", new Cut()),
          Map.entry("fill_pad", new FillOrPad()));

  /** Those whose subject is looked for where no gravity says otherwise. */
  static boolean looksForSubject(String name) {
    return name.equals("auto") || name.equals("imagga_crop") || name.equals("auto_pad");
  }
}
