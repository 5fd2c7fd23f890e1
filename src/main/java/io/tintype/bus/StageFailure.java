package io.tintype.bus;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.io.Serial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A failed reply that keeps the whole fault; passed by reference on the local bus. */
final class StageFailure extends ReplyException {
  @Serial private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(StageFailure.class);

  private final transient Fault fault;

  private StageFailure(Fault fault) {
    super(ReplyFailure.RECIPIENT_FAILURE, fault.message());
    this.fault = fault;
  }

  /** Turns a stage's failure into its reply; a bug is logged here, where its stack trace exists. */
  static StageFailure of(String stage, String requestId, Throwable failure) {
    if (!(failure instanceof FaultException)) {
      LOG.atError()
          .addKeyValue("request", requestId)
          .addKeyValue("stage", stage)
          .setCause(failure)
          .log("bug in a stage");
    }
    return new StageFailure(FaultException.faultOf(failure));
  }

  /** What the failure of a bus request means. */
  static Fault faultOf(String stage, Throwable failure) {
    return switch (failure) {
      case StageFailure known -> known.fault;
      case ReplyException reply when reply.failureType() == ReplyFailure.TIMEOUT ->
          new Fault.DeadlineExceeded(stage);
      case ReplyException reply when reply.failureType() == ReplyFailure.NO_HANDLERS ->
          new Fault.ShuttingDown();
      default -> new Fault.Internal();
    };
  }
}
