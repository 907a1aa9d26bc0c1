package org.startex.conduct;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Service;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.InjectNumber;
import org.startex.ledger.Answer;
import org.startex.people.Caller;

/** What controllers do who speak injects by telephone, by radio or face to face. Each act is an entry of the record, answered after the commit. */
@Service
public class VoiceService {
    private final ExerciseDesk desk;

    VoiceService(ExerciseDesk desk) {
        this.desk = desk;
    }

    /**
     * Says that an inject was delivered by voice; players have its text on their pages from then on. Refused if somebody has said so already. For controllers.
     *
     * @param speaker who spoke, up to 120 characters; empty for the caller
     * @param spokenAt not in the future, at most an hour ago, and not before STARTEX
     */
    public CompletableFuture<Answer> spoken(
            Caller caller, ExerciseId exercise, ClientId id, InjectNumber number, String speaker, Instant spokenAt) {
        return desk.control(
                caller,
                exercise,
                id,
                "deliver an inject by voice",
                by -> new ExerciseCommand.SpeakInject(by, number, speaker.strip(), spokenAt));
    }

    /**
     * Says that an inject was not delivered by voice after all. What players have on their pages stays there. Refused once a reply is noted. For controllers.
     *
     * @param spoken sequence of the entry that is taken back
     */
    public CompletableFuture<Answer> undo(
            Caller caller, ExerciseId exercise, ClientId id, InjectNumber number, long spoken) {
        return desk.control(
                caller,
                exercise,
                id,
                "take back that an inject was spoken",
                by -> new ExerciseCommand.UndoSpoken(by, number, spoken));
    }

    /**
     * Notes what was answered to an inject that was spoken, until the record is sealed. A further note corrects the one before; both stay. For controllers.
     *
     * @param spoken sequence of the entry that says it was spoken
     * @param text what was answered, up to 4,000 characters
     * @param heardBy who heard it, up to 120 characters; empty for the caller
     */
    public CompletableFuture<Answer> reply(
            Caller caller,
            ExerciseId exercise,
            ClientId id,
            InjectNumber number,
            long spoken,
            String text,
            String heardBy) {
        return desk.control(
                caller,
                exercise,
                id,
                "note a reply",
                by -> new ExerciseCommand.NoteVoiceReply(
                        by, number, spoken, new VoiceReplyWords(text.strip(), heardBy.strip())));
    }
}
