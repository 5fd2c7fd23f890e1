package io.tintype.dialect.imagekit;

import io.tintype.dialect.Findings;
import io.tintype.dialect.HintReading;

/**
 * What all parts of one URL are read with.
 *
 * @param findings where to tell what will not be honoured
 * @param hints of the client
 * @param settings of the endpoint
 */
record Context(Findings findings, HintReading hints, ImageKitSettings settings) {}
