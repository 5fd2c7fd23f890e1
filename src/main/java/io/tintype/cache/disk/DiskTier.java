package io.tintype.cache.disk;

import io.tintype.bytes.RequestScope;
import io.tintype.cache.Place;
import io.tintype.cache.Tier;
import io.tintype.cache.Variant;
import io.tintype.cache.VariantKey;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Variants in a directory of this machine. A few threads read, one writes behind the answers, and
 * nobody waits for either: too many questions at once are answered with «not there», too many
 * changes are dropped. What is found is known by its name alone, so nothing has to be looked
 * through before the first request; sizes and ages are learned after the start.
 */
public final class DiskTier implements Tier {
  /** Disks answer several at once; a thread that hangs in a broken one is missed by nobody. */
  private static final int READERS = 4;

  private static final int MOST_QUESTIONS = 1024;
  private static final int MOST_CHANGES = 2048;
  private static final long MOST_CHANGED_BYTES = 64L << 20;

  /** Of the uses of faster places, that many go for one; what is popular comes through. */
  private static final int USES_FOR_ONE = 64;

  /** Between the directories that are counted after the start. */
  private static final long COUNT_EVERY_MILLIS = 20;

  private static final long TRY_AGAIN_MILLIS = 2_000;
  private static final long OPEN_SECONDS = 2;
  private static final long CLOSE_SECONDS = 5;
  private static final Logger LOG = LoggerFactory.getLogger(DiskTier.class);

  private final DiskCounts counts = new DiskCounts();
  private final Outbox outbox = new Outbox(MOST_CHANGES, MOST_CHANGED_BYTES);
  private final DiskDirectory directory;
  private final Ledger ledger;
  private final Shelf shelf;
  private final Finder finder;
  private final Writer writer;
  private final Guard guard;
  private final ThreadPoolExecutor readers;
  private final ScheduledThreadPoolExecutor writing;
  private final AtomicBoolean due = new AtomicBoolean();
  private volatile boolean open;
  private volatile boolean closed;

  /** Creates a tier that keeps nothing until it is {@linkplain #open opened}. */
  public DiskTier(DiskConfig config, InstantSource clock) {
    this.directory = new DiskDirectory(config.path());
    this.ledger = new Ledger(config.bytes(), config.files(), RandomGenerator.getDefault());
    this.shelf = new Shelf(directory, ledger);
    this.finder = new Finder(shelf, counts, clock);
    Trouble trouble = new Trouble(config.path(), clock);
    this.writer =
        new Writer(directory, ledger, outbox, new Writer.Watch(shelf, trouble, counts, clock));
    this.guard = new Guard(counts, clock);
    this.readers =
        new ThreadPoolExecutor(
            READERS,
            READERS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_QUESTIONS),
            threads("tintype-disk-read-"));
    this.writing = new ScheduledThreadPoolExecutor(1, threads("tintype-disk-write-"));
    writing.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /**
   * Creates the directory, if it is not there, and begins to keep; where that fails, goes on trying
   * until it succeeds. Blocks for two seconds at most, and never fails.
   */
  public void open() {
    try {
      writing.submit(this::tryToOpen).get(OPEN_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException _) {
      LOG.atWarn().log("the disk is slow; results will be kept there once it has answered");
    } catch (ExecutionException bug) {
      LOG.atError().setCause(bug).log("results will not be kept on disk");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Optional<Place> place() {
    return Optional.of(Place.DISK);
  }

  @Override
  public Future<Optional<Variant>> find(VariantKey key, RequestScope scope) {
    Optional<Outbox.Change> waiting = outbox.find(key, scope);
    if (waiting.isPresent()) {
      return Future.succeededFuture(
          waiting.get() instanceof Outbox.Change.Keep(var variant)
              ? Optional.of(variant)
              : Optional.empty());
    }
    Promise<Optional<Variant>> answer = Promise.promise();
    if (!open || !execute(readers, () -> answer(answer, key, scope))) {
      answer.complete(Optional.empty());
    }
    return answer.future();
  }

  @Override
  public void keep(VariantKey key, Variant variant) {
    if (variant.provisional()) {
      forget(key);
      return;
    }
    if (closed || !open || !outbox.keep(key, variant)) {
      counts.dropped();
      return;
    }
    writeSoon();
  }

  @Override
  public void forget(VariantKey key) {
    if (open && !closed && outbox.forget(key)) {
      writeSoon();
    }
  }

  @Override
  public void used(VariantKey key) {
    if (open && ThreadLocalRandom.current().nextInt(USES_FOR_ONE) == 0) {
      execute(readers, () -> finder.noteUse(FileName.of(key)));
    }
  }

  /** What has happened since the start. */
  public DiskCounts counts() {
    return counts;
  }

  /** Files there are, as far as they are known. */
  public int entries() {
    return ledger.files();
  }

  /** Room these files take, in whole blocks of 4 KiB. */
  public long bytes() {
    return ledger.bytes();
  }

  /** Writes what waits, for a few seconds at most, and gives the directory up. Blocks. */
  @Override
  public void close() {
    closed = true;
    execute(writing, this::writeAll);
    writing.shutdown();
    readers.shutdown();
    try {
      boolean _ = writing.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    open = false;
    shelf.close();
    try {
      directory.close();
    } catch (IOException _) {
      counts.failed();
    }
  }

  private void answer(Promise<Optional<Variant>> answer, VariantKey key, RequestScope scope) {
    Optional<Variant> found = Optional.empty();
    try {
      found = finder.find(key, scope);
    } catch (IOException broken) {
      counts.failed();
    } finally {
      answer.complete(found);
    }
  }

  private void writeSoon() {
    if (due.compareAndSet(false, true)) {
      execute(writing, this::writeAll);
    }
  }

  private void writeAll() {
    due.set(false);
    if (!guard.run(writer::writeAll)) {
      later(this::writeAll, TRY_AGAIN_MILLIS);
    }
  }

  private void countSome() {
    if (guard.holds(writer::countSome, true)) {
      later(this::countSome, writer.repeats() ? TRY_AGAIN_MILLIS : COUNT_EVERY_MILLIS);
    }
  }

  private void tryToOpen() {
    open = guard.holds(writer::open, false);
    later(open ? this::countSome : this::tryToOpen, open ? COUNT_EVERY_MILLIS : TRY_AGAIN_MILLIS);
  }

  private void later(Runnable task, long millis) {
    try {
      var _ = writing.schedule(task, millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException _) {
      // The tier has been closed.
    }
  }

  private boolean execute(ExecutorService threads, Runnable task) {
    try {
      threads.execute(() -> guard.run(task));
      return true;
    } catch (RejectedExecutionException _) {
      return false;
    }
  }

  private static ThreadFactory threads(String name) {
    return Thread.ofPlatform().daemon().name(name, 0).factory();
  }
}
