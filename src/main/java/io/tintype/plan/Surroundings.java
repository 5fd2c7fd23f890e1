package io.tintype.plan;

import io.tintype.model.Limits;

/**
 * What all chains of one plan share.
 *
 * @param loadShrink how far decoders may shrink
 * @param probe answers what only pixels can tell
 * @param shortfall where wishes go that cannot be met
 */
record Surroundings(Limits limits, LoadShrink loadShrink, Probe probe, Shortfall shortfall) {
  /** Computes numbers, and tells which of them are of no use. */
  Figures figures(Evaluator evaluator) {
    return new Figures(evaluator, shortfall);
  }
}
