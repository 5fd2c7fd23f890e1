package io.tintype.plan;

import io.tintype.model.QualityChoice.Level;

/**
 * That the quality of a lossy result depends on the picture.
 *
 * @param level how similar the picture has to stay
 * @param way whether it is tried out, or the fixed figure of the writing has to do
 * @param mostOfJpeg quality that a JPEG does not exceed, 1 to 100: what its source has lost does
 *     not come back
 */
public record QualityAim(Level level, AutomaticQuality way, int mostOfJpeg) {}
