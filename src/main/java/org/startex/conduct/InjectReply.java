package org.startex.conduct;

import java.time.Instant;
import org.startex.kernel.ParticipantId;

/**
 * An answer to an inject: a decision, or a message.
 *
 * @param number of the decision in the log; 0 for an answer that is no decision
 * @param by whose answer it is, whoever wrote it down
 * @param at when they gave it
 * @param disputed whether they say that they did not decide so: then it answers nothing until they confirm it after all
 */
public record InjectReply(int number, ParticipantId by, Instant at, boolean disputed) {
    static InjectReply to(ReplyLogged reply, ParticipantId writer, Instant at) {
        ParticipantId maker = reply.madeBy();
        return new InjectReply(reply.number(), maker == null ? writer : maker, at, false);
    }
}
