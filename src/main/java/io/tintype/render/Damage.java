package io.tintype.render;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.vips.VipsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that a source cannot be decoded: the fault for the client, libvips' words for the log. */
final class Damage {
  private static final Logger LOG = LoggerFactory.getLogger(Damage.class);

  private Damage() {}

  static FaultException of(VipsException failure) {
    LOG.atDebug()
        .addKeyValue("operation", failure.operation())
        .addKeyValue("text", failure.logText())
        .log("a source cannot be decoded");
    return new FaultException(new Fault.CorruptSource());
  }
}
