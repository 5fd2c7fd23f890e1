package io.tintype.plan;

import io.tintype.model.QualityChoice;

/**
 * What an endpoint decides about quality.
 *
 * @param standard where the URL says nothing; a fixed one only ever lowers that of a source
 * @param automatic how a level becomes a figure
 */
public record QualityRules(QualityChoice standard, AutomaticQuality automatic) {
  private static final int DATA_SAVER_STEP = 20;
  private static final int DATA_SAVER_FLOOR = 30;

  /** A fixed standard, 1 to 100, and levels by measuring. */
  public static QualityRules fixed(int percent) {
    return new QualityRules(new QualityChoice.Percent(percent), AutomaticQuality.MEASURED);
  }

  /** With less for who wants to save data: 20 points, though not below 30, or the next level. */
  QualityRules withDataSaver() {
    QualityChoice lower =
        switch (standard) {
          case QualityChoice.Percent(var percent) ->
              new QualityChoice.Percent(
                  Math.min(percent, Math.max(DATA_SAVER_FLOOR, percent - DATA_SAVER_STEP)));
          case QualityChoice.Automatic(var level) -> new QualityChoice.Automatic(level.lower());
        };
    return new QualityRules(lower, automatic);
  }

  /** Without trials. */
  QualityRules byTable() {
    return new QualityRules(standard, AutomaticQuality.TABLE);
  }
}
