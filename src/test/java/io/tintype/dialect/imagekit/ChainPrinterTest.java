package io.tintype.dialect.imagekit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.RawRequest;
import io.tintype.dialect.cloudinary.CloudinaryDialect;
import io.tintype.dialect.cloudinary.CloudinarySettings;
import io.tintype.model.Transformation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chains in Cloudinary's language, and those of ImageKit's that mean the same. */
class ChainPrinterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "w_300 | tr:w-300,f-orig",
        "c_fill,w_300,h_200 | tr:w-300,h-200,f-orig",
        "c_limit,w_300,h_200,f_auto | tr:w-300,h-200,c-at_max,f-auto",
        "c_scale,w_300,h_200 | tr:w-300,h-200,c-force,f-orig",
        "c_fill,g_auto,w_300,ar_16:9 | tr:w-300,ar-16-9,fo-auto,f-orig",
        "c_fill,w_50,h_100,dpr_2 | tr:w-100,h-200,f-orig",
        "c_pad,b_white,w_30,h_20 | tr:w-30,h-20,cm-pad_resize,bg-FFFFFF,f-orig",
        "c_crop,w_30,h_20 | tr:w-30,h-20,cm-extract,f-orig",
        "c_crop,w_30,h_20,x_5,y_6 | ''",
        "w_30/a_90/r_max,bo_2px_solid_red | tr:w-30:rt-90:r-max:bg-FF0000:b-2_FF0000:r-max,f-orig",
        "e_grayscale/o_50/q_70,f_webp | tr:e-grayscale:o-50,f-webp,q-70",
        "c_mfit,w_30,h_20 | ''",
        "if_w_gt_100,w_50 | ''",
      })
  void printsWhatMeansTheSame(String chain, String expected) {
    Transformation read =
        new CloudinaryDialect(CloudinarySettings.DEFAULT)
            .parse(new RawRequest("image/upload/" + chain + "/a", ""))
            .transformation();

    assertThat(ChainPrinter.print(read).orElse("")).as(read.canonical()).isEqualTo(expected);
  }
}
