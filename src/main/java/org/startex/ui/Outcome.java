package org.startex.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.startex.kernel.ClientId;
import org.startex.ledger.Answer;
import org.startex.ledger.LedgerUnavailable;
import org.startex.ledger.Reason;
import org.startex.people.NotAllowed;

/**
 * Sends an act and says in its own place what became of it: saved, with the entry's number and only after the commit; refused, with the
 * reason; or not sent, with what is kept and the same act again. One act at a time.
 */
public final class Outcome extends Div {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Outcome.class);

    private boolean waiting;
    private transient @Nullable UI ui;
    private transient Function<Reason, String> refusals = Reason::message;

    public Outcome() {
        addClassName("outcome");
        getElement().setAttribute("role", "status");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ui = event.getUI();
    }

    /** Forgets the last outcome. */
    public void clear() {
        removeAll();
    }

    /** From now on says refusals in these words, for instance with who was first. */
    public Outcome explaining(Function<Reason, String> words) {
        refusals = words;
        return this;
    }

    /** Says something that is not about an act. */
    public void say(String text) {
        removeAll();
        add(Html.span("m", text));
    }

    /**
     * Sends an act with an id of its own.
     *
     * @param saved called with the entry's number, in the page's own turn
     */
    public void perform(Function<ClientId, CompletableFuture<Answer>> act, LongConsumer saved) {
        if (!waiting) {
            send(ClientId.random(), act, saved);
        }
    }

    private void send(ClientId id, Function<ClientId, CompletableFuture<Answer>> act, LongConsumer saved) {
        waiting = true;
        removeAll();
        UI page = ui == null ? UI.getCurrent() : ui;
        CompletableFuture<Answer> answer;
        try {
            answer = act.apply(id);
        } catch (NotAllowed notAllowed) {
            waiting = false;
            add(Notice.problem(Words.say("act.not-allowed")));
            return;
        } catch (RuntimeException fault) {
            answer = CompletableFuture.failedFuture(fault);
        }
        if (answer.isDone()) {
            told(id, act, saved, answer);
        } else {
            var unused = answer.whenComplete((done, fault) -> {
                CompletableFuture<Answer> complete =
                        fault == null ? CompletableFuture.completedFuture(done) : CompletableFuture.failedFuture(fault);
                var unusedTurn = page.access(() -> told(id, act, saved, complete));
            });
        }
    }

    private void told(
            ClientId id,
            Function<ClientId, CompletableFuture<Answer>> act,
            LongConsumer saved,
            CompletableFuture<Answer> complete) {
        waiting = false;
        try {
            switch (complete.join()) {
                case Answer.Done(long seq) -> {
                    add(Html.span("m", Words.say("act.saved", seq)));
                    saved.accept(seq);
                }
                case Answer.Refused(var reason) -> add(Notice.problem(refusals.apply(reason)));
            }
        } catch (CompletionException failure) {
            failed(id, act, saved, failure.getCause() == null ? failure : failure.getCause());
        }
    }

    private void failed(
            ClientId id, Function<ClientId, CompletableFuture<Answer>> act, LongConsumer saved, Throwable cause) {
        if (cause instanceof NotAllowed) {
            add(Notice.problem(Words.say("act.not-allowed")));
            return;
        }
        if (!LedgerUnavailable.isBehind(cause)) {
            LOG.error("an act failed", cause);
        }
        Button again = new Button(Words.say("act.again"), click -> send(id, act, saved));
        again.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add(Notice.problem(Words.say("act.unavailable"), again));
    }
}
