package io.tintype.rehearse;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A log, read once from its beginning to its end.
 *
 * @param name for complaints
 * @param format empty = it is found out
 */
public record LogFile(String name, Optional<LogFormat> format) {
  private static final int PEEK = 1 << 16;
  private static final int LINES_TO_TELL_BY = 50;
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /**
   * Reads all of it into a rehearsal.
   *
   * @param raw the bytes of the file, compressed or not; not closed
   * @throws IOException if they cannot be read to their end; its message says why
   */
  public void read(InputStream raw, Rehearsal rehearsal) throws IOException {
    try {
      readPlain(raw, rehearsal);
    } catch (JsonEOFException cut) {
      throw new IOException("the JSON is cut off", cut);
    } catch (JacksonException wrong) {
      throw new IOException(
          "from line %d on it is no JSON".formatted(wrong.getLocation().getLineNr()), wrong);
    } catch (EOFException cut) {
      throw new IOException("what gzip has made of it is cut off", cut);
    } catch (ZipException wrong) {
      throw new IOException("what gzip has made of it is damaged", wrong);
    }
  }

  private void readPlain(InputStream raw, Rehearsal rehearsal) throws IOException {
    BufferedInputStream in = new BufferedInputStream(plain(raw), PEEK);
    LogFormat found = format.isPresent() ? format.get() : LogFormat.of(beginning(in));
    Optional<LineGrammar> grammar = found.lines();
    Place place = new Place();
    if (grammar.isEmpty()) {
      HarLog.read(in, entry -> rehearsal.add(entry, place.next("entry ")));
      return;
    }
    LineSource lines = new LineSource(in);
    for (LineSource.Line line = lines.next(); line != null; line = lines.next()) {
      LogEntry entry =
          line.complete()
              ? grammar.get().read(place.isFirst() ? unmarked(line.text()) : line.text())
              : new LogEntry.Unreadable();
      rehearsal.add(entry, place.next("line "));
    }
  }

  private static InputStream plain(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, PEEK);
    in.mark(2);
    boolean compressed = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
    in.reset();
    return compressed ? new GZIPInputStream(in, PEEK) : in;
  }

  /** Some lines, the last of which may be cut. */
  private static List<String> beginning(BufferedInputStream in) throws IOException {
    in.mark(PEEK);
    byte[] bytes = in.readNBytes(PEEK - 1);
    in.reset();
    LineSource lines = new LineSource(new ByteArrayInputStream(bytes));
    List<String> found = new ArrayList<>();
    for (LineSource.Line line = lines.next();
        line != null && found.size() < LINES_TO_TELL_BY;
        line = lines.next()) {
      found.add(found.isEmpty() ? unmarked(line.text()) : line.text());
    }
    return found;
  }

  private static String unmarked(String line) {
    return !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK ? line.substring(1) : line;
  }

  /** Counts where reading is. */
  private final class Place {
    private long read;

    boolean isFirst() {
      return read == 0;
    }

    Rehearsal.Place next(String unit) {
      read++;
      return new Rehearsal.Place(name, unit, read);
    }
  }
}
