package io.tintype.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tintype.testing.WeightedSsim;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SimilarityTest {
  private static final int WIDTH = 45;
  private static final int HEIGHT = 30;

  @Test
  void isOneForThePictureItself() {
    Luma picture = noise(1, 128, 30);

    assertThat(new Similarity(picture).to(picture)).isCloseTo(1, within(1e-12));
  }

  @Test
  void isWhatTheDefinitionSays() {
    for (int seed = 0; seed < 20; seed++) {
      Luma original = noise(seed, 128, 2 * seed);
      Luma other = noise(seed + 100, 120, 20);

      double similarity = new Similarity(original).to(other);

      assertThat(similarity)
          .isCloseTo(WeightedSsim.of(plain(original), plain(other), WIDTH), within(1e-9));
    }
  }

  @Test
  void looksAtTheProductAndNotAtTheWhiteAroundIt() {
    byte[] original = new byte[64 * 64];
    byte[] other = new byte[64 * 64];
    Random random = new Random(3);
    for (int i = 0; i < original.length; i++) {
      boolean product = i % 64 >= 48 && i / 64 >= 48;
      original[i] = (byte) (product ? random.nextInt(256) : 255);
      other[i] = (byte) (product ? random.nextInt(256) : 255);
    }

    double similarity = new Similarity(new Luma(64, 64, original)).to(new Luma(64, 64, other));

    assertThat(similarity).isLessThan(0.5);
  }

  private static Luma noise(int seed, double mean, double deviation) {
    Random random = new Random(seed);
    byte[] samples = new byte[WIDTH * HEIGHT];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) Math.clamp(Math.round(mean + deviation * random.nextGaussian()), 0, 255);
    }
    return new Luma(WIDTH, HEIGHT, samples);
  }

  private static double[] plain(Luma luma) {
    double[] plain = new double[luma.samples().length];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = luma.samples()[i] & 0xff;
    }
    return plain;
  }
}
