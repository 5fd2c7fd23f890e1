package io.tintype.dialect;

import java.util.Set;

/** Names of things that a picture may show and a URL may ask for. */
public final class ThingNames {
  /** Those of the COCO data set, in camel case, as ImageKit's page on focus lists them. */
  public static final Set<String> COCO =
      Set.of(
          """
          person bicycle car motorcycle airplane bus train truck boat trafficLight fireHydrant
          stopSign parkingMeter bench bird cat dog horse sheep cow elephant bear zebra giraffe
          backpack umbrella handbag tie suitcase frisbee skis snowboard sportsBall kite baseballBat
          baseballGlove skateboard surfboard tennisRacket bottle wineGlass cup fork knife spoon bowl
          banana apple sandwich orange broccoli carrot hotDog pizza donut cake chair couch
          pottedPlant bed diningTable toilet tv laptop mouse remote keyboard cellPhone microwave
          oven toaster sink refrigerator book clock vase scissors teddyBear hairDrier toothbrush
          """
              .strip()
              .split("\\s+", -1));

  private ThingNames() {}
}
