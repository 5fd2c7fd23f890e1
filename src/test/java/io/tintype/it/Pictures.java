package io.tintype.it;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures made for tests by code that is not ours. */
public final class Pictures {
  private Pictures() {}

  /** An opaque picture with four differently coloured quarters. */
  public static byte[] png(int width, int height) {
    return encode(draw(width, height, BufferedImage.TYPE_INT_RGB), "png");
  }

  /** One that no encoder makes small. */
  public static byte[] noise(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(width);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    return encode(image, "png");
  }

  /** The same as a JPEG. */
  public static byte[] jpeg(int width, int height) {
    return encode(draw(width, height, BufferedImage.TYPE_INT_RGB), "jpg");
  }

  /** The same with a clear lower half. */
  public static byte[] transparentPng(int width, int height) {
    BufferedImage image = draw(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int y = height / 2; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, 0);
      }
    }
    return encode(image, "png");
  }

  /** Writes {@link #png} to a file unless it is there. */
  public static void writePng(Path file, int width, int height) throws IOException {
    if (Files.notExists(file)) {
      Files.write(file, png(width, height));
    }
  }

  private static BufferedImage draw(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D graphics = image.createGraphics();
    Color[] quarters = {Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW};
    for (int i = 0; i < quarters.length; i++) {
      graphics.setColor(quarters[i]);
      graphics.fillRect(
          (i % 2) * width / 2, (i / 2) * height / 2, (width + 1) / 2, (height + 1) / 2);
    }
    graphics.dispose();
    return image;
  }

  private static byte[] encode(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, format, bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
