package io.tintype.render;

import io.tintype.vips.HeaderEdit;
import io.tintype.vips.VipsImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * When frames are shown, and how often. libvips keeps an animation as one image, its frames one
 * below the other; steps work on single frames, so that no frame bleeds into the next.
 *
 * @param delays milliseconds each frame is shown; empty = not said
 * @param loop how often the animation is shown, 0 = for ever; empty = not said
 */
record Animation(int frames, List<Integer> delays, OptionalInt loop) {
  /** Nothing to show over time. */
  static final Animation STILL = new Animation(1, List.of(), OptionalInt.empty());

  /** Milliseconds a frame is shown of which nothing is said, as libvips and browsers have it. */
  private static final int USUAL_DELAY = 100;

  private static final String PAGE_HEIGHT = "page-height";
  private static final String DELAY = "delay";
  private static final String LOOP = "loop";

  static Animation of(VipsImage loaded, int frames) {
    List<Integer> delays =
        Arrays.stream(loaded.fields().integers(DELAY)).limit(frames).boxed().toList();
    return new Animation(frames, delays, loaded.fields().integer(LOOP));
  }

  boolean moves() {
    return frames > 1;
  }

  /** Milliseconds a frame is shown, at least 0. */
  int delay(int frame) {
    return frame < delays.size() ? Math.max(0, delays.get(frame)) : USUAL_DELAY;
  }

  /**
   * Changes every frame on its own, from the first to the last. Whoever changes computes the frame
   * at once: then an image that can be read only once, from top to bottom, is read just so.
   */
  VipsImage each(VipsImage image, UnaryOperator<VipsImage> change) {
    int height = image.height() / frames;
    List<VipsImage> changed = new ArrayList<>(frames);
    for (int frame = 0; frame < frames; frame++) {
      changed.add(change.apply(image.extract(0, frame * height, image.width(), height)));
    }
    return VipsImage.stack(changed);
  }

  /** Gives the image a header that says exactly this, and nothing of the source's frames. */
  VipsImage mark(VipsImage image) {
    HeaderEdit header =
        image.editHeader().remove(PAGE_HEIGHT).remove(SourceOpener.PAGES).remove(DELAY);
    if (moves()) {
      header.set(PAGE_HEIGHT, image.height() / frames).set(SourceOpener.PAGES, frames);
      loop.ifPresent(times -> header.set(LOOP, times));
      if (!delays.isEmpty()) {
        header.set(DELAY, delays.stream().mapToInt(Integer::intValue).toArray());
      }
    }
    return header.done();
  }
}
