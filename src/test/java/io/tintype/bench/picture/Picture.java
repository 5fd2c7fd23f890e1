package io.tintype.bench.picture;

/**
 * A source.
 *
 * @param file its name at the origin
 * @param width of one frame
 * @param height of one frame
 * @param seed of what is made up in it, if it has to be made
 */
public record Picture(String file, int width, int height, Encoding encoding, int seed) {
  /** How a source is encoded. */
  public enum Encoding {
    BASELINE,
    PROGRESSIVE,
    WEBP,
    ALPHA_PNG,
    ANIMATED_GIF
  }

  public static final Picture PHOTO_3 = photo("photo-3mp.jpg", 2000, 1500, 1);
  public static final Picture PHOTO_12 = photo("photo-12mp.jpg", 4243, 2828, 2);
  public static final Picture PROGRESSIVE_12 =
      new Picture("photo-12mp-progressive.jpg", 4243, 2828, Encoding.PROGRESSIVE, 2);
  public static final Picture PHOTO_24 = photo("photo-24mp.jpg", 6000, 4000, 3);
  public static final Picture WEBP_2 = new Picture("photo-2mp.webp", 1732, 1155, Encoding.WEBP, 4);
  public static final Picture CUTOUT =
      new Picture("cutout-alpha.png", 1000, 1333, Encoding.ALPHA_PNG, 5);
  public static final Picture EARTH =
      new Picture("anim-earth.gif", 400, 400, Encoding.ANIMATED_GIF, 6);

  /** The same scene in so many megapixels, at 3:2. */
  public static Picture ofMegapixels(int megapixels) {
    int height = (int) Math.round(Math.sqrt(megapixels * 1e6 / 1.5));
    return photo("scene-" + megapixels + "mp.jpg", height * 3 / 2, height, 7);
  }

  /** One of a set of different scenes. */
  public static Picture scene(int number) {
    return photo("scene-number-" + number + ".jpg", 1200, 800, 100 + number);
  }

  /** Little work, for measurements of everything but libvips. */
  public static Picture stamp() {
    return photo("stamp.jpg", 32, 32, 8);
  }

  private static Picture photo(String file, int width, int height, int seed) {
    return new Picture(file, width, height, Encoding.BASELINE, seed);
  }
}
