package io.tintype.origin.s3;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.tintype.origin.HttpAnswers;
import io.tintype.origin.OriginFailure;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks a bucket for the versions of public ids, and remembers the answers for a while. */
final class Listings {
  private static final int MOST_PAGE_BYTES = 8 << 20;

  /** A public id with more than 100,000 versions is none. */
  private static final int MOST_PAGES = 100;

  /** Listings kept, by the versions in them. */
  private static final long MOST_KEPT = 100_000;

  /** One that found nothing is asked again sooner, in this part of the time. */
  private static final int EMPTY_SHARE = 10;

  private final S3Client client;
  private final Runnable whenForbidden;
  private final Duration recheck;
  private final Cache<String, Listing> known;
  private final Map<String, Future<Listing>> pending = new HashMap<>();

  /**
   * Creates a memory of listings.
   *
   * @param ttl how long a listing with versions is remembered
   * @param whenForbidden told of every listing that was refused
   */
  Listings(S3Client client, Duration ttl, Runnable whenForbidden) {
    this.client = client;
    this.whenForbidden = whenForbidden;
    this.recheck = ttl.dividedBy(EMPTY_SHARE);
    this.known =
        Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .<String, Listing>weigher((_, listing) -> 1 + size(listing))
            .expireAfter(
                Expiry.<String, Listing>creating(
                    (_, listing) -> size(listing) == 0 ? recheck : ttl))
            .build();
  }

  /**
   * The versions below a prefix.
   *
   * @param version that is asked for: a remembered listing without it may be too old; 0 = none
   */
  Future<Listing> below(String prefix, long version, io.tintype.origin.Expiry expiry) {
    Listing kept = known.getIfPresent(prefix);
    if (kept != null && !isTooOld(kept, version)) {
      return Future.succeededFuture(kept);
    }
    Future<Listing> asked = pending.get(prefix);
    if (asked != null) {
      return asked;
    }
    Future<Listing> answer =
        pages(prefix, "", new ArrayList<>(), expiry)
            .onSuccess(listing -> known.put(prefix, listing))
            .onComplete(_ -> pending.remove(prefix));
    if (!answer.isComplete()) {
      pending.put(prefix, answer);
    }
    return answer;
  }

  /** Asks anew next time: a listed object has turned out to be gone. */
  void forget(String prefix) {
    known.invalidate(prefix);
  }

  private boolean isTooOld(Listing kept, long version) {
    return kept instanceof Listing.Versions versions
        && versions.mayLack(version)
        && System.nanoTime() - versions.nanoTime() > recheck.toNanos();
  }

  private Future<Listing> pages(
      String prefix, String token, List<String> keys, io.tintype.origin.Expiry expiry) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("list-type", "2");
    parameters.put("prefix", prefix);
    parameters.put("delimiter", "/");
    parameters.put("encoding-type", "url");
    if (!token.isEmpty()) {
      parameters.put("continuation-token", token);
    }
    return client
        .query(parameters, expiry)
        .compose(
            answer ->
                switch (answer) {
                  case S3Client.Answer.Refused refused -> refused(refused.error());
                  case S3Client.Answer.Good good ->
                      HttpAnswers.textOf(good.response(), MOST_PAGE_BYTES, expiry)
                          .map(ListingPage::of)
                          .compose(page -> collect(prefix, page, keys, expiry));
                });
  }

  private Future<Listing> collect(
      String prefix, ListingPage page, List<String> keys, io.tintype.origin.Expiry expiry) {
    keys.addAll(page.keys());
    boolean more = !page.next().isEmpty() && keys.size() < MOST_PAGES * 1_000;
    return more
        ? pages(prefix, page.next(), keys, expiry)
        : Future.succeededFuture(Listing.Versions.of(keys, System.nanoTime()));
  }

  private Future<Listing> refused(S3Error error) {
    if (error.isAccessDenied()) {
      whenForbidden.run();
      return Future.succeededFuture(new Listing.Forbidden());
    }
    return Future.failedFuture(new OriginFailure(error.outcome()));
  }

  private static int size(Listing listing) {
    return switch (listing) {
      case Listing.Versions versions -> versions.keys().size();
      case Listing.Forbidden _ -> 0;
    };
  }
}
