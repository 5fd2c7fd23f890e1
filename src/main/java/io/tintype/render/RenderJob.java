package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.model.ImageFormat;
import java.util.OptionalInt;

/**
 * One picture to be rendered.
 *
 * @param source the encoded source; the caller owns a reference until the job is over
 * @param format what the first bytes of the source say it is
 * @param quality estimated quality of a JPEG source, 1 to 100
 * @param planning what to do with it
 * @param checkpoint whether to go on, asked between steps
 * @param brake stops a step from another thread
 */
public record RenderJob(
    ImageBytes source,
    ImageFormat format,
    OptionalInt quality,
    Planning planning,
    Checkpoint checkpoint,
    Brake brake) {}
