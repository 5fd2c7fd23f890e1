package io.tintype.dialect.imagekit;

import io.tintype.dialect.Param;
import io.tintype.dialect.ParamTable;
import io.tintype.dialect.RawRequest;
import io.tintype.fault.FaultException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Prints how long 16 KiB of junk take to read, in CPU time of one warm thread: every parameter of
 * the language with every filler, as one endless value and as many short ones, in the chain and in
 * layers, and mixtures of a seed. {@code docs/imagekit.md} has the command and the figure.
 */
final class JunkTimes {
  /** Bytes of the chain as it comes over the wire. */
  private static final int LENGTH = 16_384;

  private static final int MIXTURES = 2_000;
  private static final int FIRST_ROUNDS = 5;
  private static final int ROUNDS = 201;
  private static final int SUSPECTS = 60;
  private static final int SHOWN = 12;
  private static final double NANOS_PER_MILLI = 1_000_000;

  private static final String[] FILLERS = {
    "a",
    "1",
    "1_",
    "1-",
    "_",
    "-",
    ".",
    "0.1",
    "N1_",
    "1-2_",
    "iw_add_1_",
    "iw_gt_1_and_",
    "a_",
    "@@",
    "a@@",
    "..@@",
    "/",
    "../",
    "+",
    " ",
    "=",
    "%41",
    "%25",
    "%2541",
    "%C3%A4",
    "%2C",
    "%F0%9F%98%80",
    "%25F0%259F%2598%2580",
    "\u00e4",
    "\u4e2d",
    "\uD83D\uDE00",
    "\uD83D\uDE00@@",
    "YWFh",
    "8J+YgPCf",
    "bl-1_",
    "st-2_x-3_",
    "ld-top_left_",
    "p-1_1_",
    "name-\"a\"_",
    "red_",
    "FF0000",
    "dog_",
    "b_i_",
    "?",
    "&",
    "#",
    "\\",
    "\"",
    "https://a/",
    "Lato.ttf"
  };

  private static final String[] LAYERS = {"", "l-image,i-a.png,", "l-text,i-a,"};

  private static final String[] OPENINGS = {
    "",
    "l-image,",
    "l-image,i-a.png,",
    "l-text,",
    "l-text,i-a,",
    "l-image,i-ik_canvas,",
    "if-w_gt_1,",
    "if-",
    "l-image,i-a.png:w-1,l-text,i-b,"
  };

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final ImageKitDialect dialect =
      new ImageKitDialect(new ImageKitSettings(ImageKitCases.TRANSFORMATIONS, false, true, true));

  private JunkTimes() {}

  /**
   * Runs the search.
   *
   * @param arguments the seed of the mixtures; 1 without it
   */
  @SuppressWarnings("SystemOut") // a command of its own
  public static void main(String[] arguments) {
    long seed = arguments.length == 0 ? 1 : Long.parseLong(arguments[0]);
    Set<Junk> kinds = new LinkedHashSet<>();
    addGrammar(kinds);
    addMixtures(kinds, new Random(seed));
    JunkTimes times = new JunkTimes();
    List<Timed> suspects = times.rank(List.copyOf(kinds), FIRST_ROUNDS).subList(0, SUSPECTS);
    suspects = times.rank(kindsOf(suspects), ROUNDS).subList(0, SHOWN);
    System.out.printf("%d kinds of %d bytes, seed %d: medians%n", kinds.size(), LENGTH, seed);
    times.rank(kindsOf(suspects), ROUNDS).forEach(timed -> System.out.println(timed.line()));
  }

  private static List<Junk> kindsOf(List<Timed> timed) {
    return timed.stream().map(Timed::junk).toList();
  }

  /** The slowest first. */
  private List<Timed> rank(List<Junk> kinds, int rounds) {
    return kinds.stream()
        .map(junk -> new Timed(junk, median(junk.request(), rounds)))
        .sorted(Comparator.comparingLong(Timed::nanos).reversed())
        .toList();
  }

  private long median(RawRequest request, int rounds) {
    long[] nanos = new long[rounds];
    for (int round = 0; round < rounds; round++) {
      long before = THREADS.getCurrentThreadCpuTime();
      read(request);
      nanos[round] = THREADS.getCurrentThreadCpuTime() - before;
    }
    Arrays.sort(nanos);
    return nanos[rounds / 2];
  }

  private void read(RawRequest request) {
    try {
      if (dialect.parse(request).transformation().canonical().isEmpty()) {
        throw new IllegalStateException("no canonical text");
      }
    } catch (FaultException refused) {
      if (refused.fault().message().isEmpty()) {
        throw new IllegalStateException("no sentence", refused);
      }
    }
  }

  private static void addGrammar(Set<Junk> kinds) {
    for (String filler : FILLERS) {
      for (String opening : OPENINGS) {
        kinds.add(new Junk(opening, filler));
      }
      for (String key : keys()) {
        String item = key + "-" + filler;
        kinds.add(new Junk("", item + ","));
        kinds.add(new Junk("", item + ":"));
        for (String layer : LAYERS) {
          kinds.add(new Junk(layer + key + "-", filler));
          kinds.add(new Junk(layer, item + ","));
        }
      }
    }
  }

  private static List<String> keys() {
    return Stream.of(
            Stream.of("n", "l", "if", "unknown"),
            names(Params.LAYER_STEP),
            names(Params.OUTPUT),
            names(Params.DELIVERY),
            names(Params.PLACEMENT),
            names(Params.PICTURE),
            names(Params.BLOCK),
            names(Params.TEXT))
        .flatMap(names -> names)
        .distinct()
        .toList();
  }

  private static <D> Stream<String> names(ParamTable<D> table) {
    return table.all().stream().map(Param::name);
  }

  private static void addMixtures(Set<Junk> kinds, Random random) {
    List<String> keys = keys();
    for (int i = 0; i < MIXTURES; i++) {
      StringBuilder piece = new StringBuilder();
      for (int words = random.nextInt(4); words >= 0; words--) {
        if (random.nextBoolean()) {
          piece.append(keys.get(random.nextInt(keys.size()))).append('-');
        }
        piece.append(FILLERS[random.nextInt(FILLERS.length)]);
        piece.append(random.nextInt(3) == 0 ? "," : "");
      }
      kinds.add(new Junk(OPENINGS[random.nextInt(OPENINGS.length)], piece.toString()));
    }
  }

  /** A piece that is repeated behind an opening. */
  private record Junk(String opening, String piece) {
    RawRequest request() {
      int size = piece.getBytes(StandardCharsets.UTF_8).length;
      String chain = opening + piece.repeat((LENGTH - opening.length()) / size);
      return new RawRequest("img.jpg", "tr=" + chain);
    }
  }

  /** What a kind of junk takes, in nanoseconds of CPU. */
  private record Timed(Junk junk, long nanos) {
    String line() {
      return "%6.2f ms  %s(%s)*".formatted(nanos / NANOS_PER_MILLI, junk.opening(), junk.piece());
    }
  }
}
