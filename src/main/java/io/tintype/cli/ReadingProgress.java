package io.tintype.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far the reading of files is, where somebody watches. */
final class ReadingProgress implements AutoCloseable {
  private static final int MEBIBYTE = 1 << 20;
  private static final int COLUMNS = 79;

  private final ProgressBar bar;
  private final PrintWriter to;

  private ReadingProgress(ProgressBar bar, PrintWriter to) {
    this.bar = bar;
    this.to = to;
  }

  /**
   * Begins.
   *
   * @param total bytes of all files; not positive = not known
   * @param to the terminal
   */
  static ReadingProgress of(long total, PrintWriter to) {
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("Reading")
            .setInitialMax(total)
            .setUnit(" MiB", MEBIBYTE)
            .setStyle(ProgressBarStyle.ASCII)
            .setConsumer(new DelegatingProgressBarConsumer(line -> draw(to, line), COLUMNS))
            .build();
    return new ReadingProgress(bar, to);
  }

  /** The same stream, watched. */
  InputStream watched(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int read = super.read();
        bar.stepBy(read < 0 ? 0 : 1);
        return read;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        bar.stepBy(Math.max(read, 0));
        return read;
      }
    };
  }

  /** Leaves nothing behind. */
  @Override
  public void close() {
    bar.close();
    draw(to, " ".repeat(COLUMNS));
    to.print('\r');
    to.flush();
  }

  private static void draw(PrintWriter to, String line) {
    to.print('\r' + line);
    to.flush();
  }
}
