package io.tintype.plan;

import io.tintype.model.QualityChoice.Level;

/**
 * What automatic quality came to.
 *
 * @param level what was asked for
 * @param way how the figure was found
 * @param percent what the encoder was told, 1 to 100 on the scale of its format
 */
public record SettledQuality(Level level, AutomaticQuality way, int percent) {}
