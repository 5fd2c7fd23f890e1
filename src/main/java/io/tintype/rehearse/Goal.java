package io.tintype.rehearse;

/**
 * What a rehearsal has to come to.
 *
 * @param least percent of the requests that have to be delivered as asked without the old vendor, 0
 *     to 100
 * @param elsewhereToo whether requests for no endpoint are among those requests
 */
public record Goal(double least, boolean elsewhereToo) {
  private static final double WHOLE = 100;

  /** Whether it is reached; never where nothing was asked for. */
  public boolean isMetBy(Report report) {
    long asked = asked(report);
    return asked > 0 && report.covered() * WHOLE >= least * asked;
  }

  /** How many requests it is about. */
  long asked(Report report) {
    return report.reading().hits() - (elsewhereToo ? 0 : report.count(Outcome.ELSEWHERE).hits());
  }
}
