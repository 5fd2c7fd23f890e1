package io.tintype.origin.file;

import io.tintype.model.SourceRef;
import io.tintype.origin.DotSegments;
import io.tintype.origin.FetchOutcome;
import io.tintype.origin.FetchOutcome.Absent;
import io.tintype.origin.FetchOutcome.Broken;
import io.tintype.origin.FetchOutcome.Cause;
import io.tintype.origin.FetchOutcome.Denied;
import io.tintype.origin.FetchOutcome.Found;
import io.tintype.origin.FetchOutcome.NotModified;
import io.tintype.origin.FetchQuery;
import io.tintype.origin.NameSearch;
import io.tintype.origin.Origin;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginId;
import io.tintype.origin.SourceBody;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Serves sources from below one directory. */
public final class FolderOrigin implements Origin {
  private static final int CHUNK = 64 * 1024;

  private final OriginConfig.Folder config;
  private final Vertx vertx;

  public FolderOrigin(OriginConfig.Folder config, Vertx vertx) {
    this.config = config;
    this.vertx = vertx;
  }

  @Override
  public OriginId id() {
    return config.id();
  }

  @Override
  public Future<FetchOutcome> fetch(FetchQuery query) {
    return switch (query.source()) {
      case SourceRef.Asset asset ->
          new NameSearch(query, this::fetch).among(config.names().of(asset));
      case SourceRef.Remote _, SourceRef.Vendor _ ->
          Future.succeededFuture(new Absent("names an absolute URL"));
      case SourceRef.Named named when DotSegments.in(named) ->
          Future.succeededFuture(new Absent("climbs out of the folder"));
      case SourceRef.Named named ->
          // The file system may be a slow network mount.
          vertx
              .executeBlocking(() -> locate(named), false)
              .compose(
                  located ->
                      switch (located) {
                        case Located.Here here -> open(here.file(), query);
                        case Located.Nowhere nowhere -> Future.succeededFuture(nowhere.outcome());
                      });
    };
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }

  /** The result of looking for a file. */
  private sealed interface Located {
    record Here(StoredFile file) implements Located {}

    record Nowhere(FetchOutcome outcome) implements Located {}
  }

  private Located locate(SourceRef.Named named) {
    Path root;
    try {
      root = config.path().toRealPath();
    } catch (IOException gone) {
      // A missing mount must not look like missing pictures.
      return new Located.Nowhere(new Broken(Cause.FAILING, "the folder cannot be read"));
    }
    try {
      Path file = root.resolve(named.path()).toRealPath();
      if (!file.startsWith(root) || !Files.isRegularFile(file)) {
        return new Located.Nowhere(new Absent("no regular file below the folder"));
      }
      if (!Files.isReadable(file)) {
        return new Located.Nowhere(new Denied("the file may not be read"));
      }
      return new Located.Here(StoredFile.of(file));
    } catch (NoSuchFileException | NotDirectoryException | InvalidPathException absent) {
      return new Located.Nowhere(new Absent("no such file"));
    } catch (AccessDeniedException denied) {
      return new Located.Nowhere(new Denied("the file may not be read"));
    } catch (FileSystemException odd) {
      return new Located.Nowhere(ofOdd(odd));
    } catch (IOException broken) {
      return new Located.Nowhere(new Broken(Cause.FAILING, "the file cannot be read"));
    }
  }

  /** Paths through files, too long names and loops of links have no exception of their own. */
  private static FetchOutcome ofOdd(FileSystemException odd) {
    String reason = odd.getReason() == null ? "" : odd.getReason();
    return reason.matches("(?i).*(not a directory|too long|too many levels).*")
        ? new Absent("no such file")
        : new Broken(Cause.FAILING, "the file cannot be read");
  }

  private Future<FetchOutcome> open(StoredFile file, FetchQuery query) {
    if (file.stillHas(query.validators())) {
      return Future.succeededFuture(new NotModified(file.info(Optional.empty())));
    }
    Optional<ByteRange> range = ByteRange.read(query.range(), file.size());
    if (query.headOnly()) {
      return Future.succeededFuture(new Found(file.info(range), SourceBody.empty()));
    }
    return vertx
        .fileSystem()
        .open(
            file.path().toString(),
            new OpenOptions().setRead(true).setWrite(false).setCreate(false))
        .<FetchOutcome>map(opened -> new Found(file.info(range), body(opened, file, range)))
        .recover(
            _ -> Future.succeededFuture(new Broken(Cause.FAILING, "the file cannot be opened")));
  }

  private static SourceBody body(AsyncFile opened, StoredFile file, Optional<ByteRange> range) {
    opened.pause();
    opened.setReadBufferSize(CHUNK);
    opened.setReadPos(range.map(ByteRange::first).orElse(0L));
    opened.setReadLength(range.map(ByteRange::length).orElse(file.size()));
    Context context = Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
    AtomicBoolean closed = new AtomicBoolean();
    return new SourceBody(
        opened,
        () -> {
          if (!closed.getAndSet(true)) {
            context.runOnContext(_ -> opened.close());
          }
        });
  }
}
