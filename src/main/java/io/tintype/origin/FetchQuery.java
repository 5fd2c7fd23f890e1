package io.tintype.origin;

import io.tintype.model.SourceRef;
import java.time.Duration;

/**
 * One question to one origin.
 *
 * @param source what is wanted
 * @param validators of a state we have already; {@link Validators#NONE} = none
 * @param range value of the client's {@code Range} header; empty = the whole source
 * @param headOnly whether only the info is wanted: the body of {@link FetchOutcome.Found} is empty
 * @param publicHost host the client asked for, for origins that forward it
 * @param timeLimit how long the answer's head may take, redirects and listings included
 */
public record FetchQuery(
    SourceRef source,
    Validators validators,
    String range,
    boolean headOnly,
    String publicHost,
    Duration timeLimit) {}
