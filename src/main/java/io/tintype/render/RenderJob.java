package io.tintype.render;

/**
 * One picture to be rendered.
 *
 * @param source the encoded source
 * @param larder what the transformation may need besides
 * @param planning what to do with it
 * @param checkpoint whether to go on, asked between steps
 * @param brake stops a step from another thread
 * @param relatives other jobs of the same source
 */
public record RenderJob(
    RenderSource source,
    Larder larder,
    Planning planning,
    Checkpoint checkpoint,
    Brake brake,
    Relatives relatives) {
  /** A job that is alone. */
  public RenderJob(
      RenderSource source, Larder larder, Planning planning, Checkpoint checkpoint, Brake brake) {
    this(source, larder, planning, checkpoint, brake, Relatives.NONE);
  }
}
