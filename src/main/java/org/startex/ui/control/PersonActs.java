package org.startex.ui.control;

import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.startex.conduct.Member;
import org.startex.conduct.Place;
import org.startex.conduct.Post;
import org.startex.kernel.CellCode;
import org.startex.kernel.ClientId;
import org.startex.kernel.ExerciseId;
import org.startex.kernel.ParticipantId;
import org.startex.ledger.Answer;
import org.startex.people.Caller;
import org.startex.ui.ActDialog;
import org.startex.ui.ExerciseTools;
import org.startex.ui.Scene;
import org.startex.ui.Words;

/** What a controller does with a person: let in, move, shut out. */
final class PersonActs {
    private static final Post NONE = new Post("", "");

    private final ExerciseTools tools;
    private final SavedLine saved;

    PersonActs(ExerciseTools tools, SavedLine saved) {
        this.tools = tools;
        this.saved = saved;
    }

    void admit(Scene scene, Member member) {
        String name = scene.name(member.participant());
        ActDialog dialog = new ActDialog(Words.say("admit.title", name), Words.say("admit.act", name))
                .explain(Words.say("admit.explain"));
        ask(dialog, scene, member, new Seat(scene), tools.conduct()::admit);
    }

    void move(Scene scene, Member member) {
        Seat seat = new Seat(scene);
        scene.plan().places().stream()
                .filter(place -> Objects.equals(place.code(), member.cell()))
                .findFirst()
                .ifPresent(seat.cell::setValue);
        String name = scene.name(member.participant());
        ActDialog dialog = new ActDialog(Words.say("move.title", name), Words.say("move.act", name))
                .explain(Words.say("move.explain"));
        ask(dialog, scene, member, seat, tools.conduct()::move);
    }

    /** Gives a person a seat in a cell. */
    private interface Seating {
        CompletableFuture<Answer> seat(
                Caller caller, ExerciseId exercise, ClientId id, ParticipantId participant, CellCode cell, String post);
    }

    private void ask(ActDialog dialog, Scene scene, Member member, Seat seat, Seating act) {
        dialog.with(seat.cell, seat.post)
                .primary()
                .ask(
                        (id, none) -> act.seat(
                                tools.caller(),
                                scene.id(),
                                id,
                                member.participant(),
                                seat.place().code(),
                                seat.code()),
                        saved::saved);
    }

    void handOver(Scene scene, Member member) {
        Select<Member> to = new Select<>();
        to.setLabel(Words.say("hand-over.to"));
        to.setItemLabelGenerator(one -> one == null ? "" : scene.name(one.participant()));
        List<Member> others = scene.play().players().stream()
                .filter(one -> Objects.equals(one.cell(), member.cell())
                        && one.post().isEmpty()
                        && !one.participant().equals(member.participant()))
                .toList();
        to.setItems(others);
        to.setHelperText(others.isEmpty() ? Words.say("hand-over.nobody") : "");
        others.stream().findFirst().ifPresent(to::setValue);
        CellCode cell = member.cell();
        String post = cell == null ? "" : scene.post(cell, member.post());
        new ActDialog(Words.say("hand-over.title", post), Words.say("hand-over.act"))
                .explain(Words.say("hand-over.explain", scene.name(member.participant())))
                .with(to)
                .primary()
                .ask(
                        (id, none) -> tools.conduct()
                                .handOver(
                                        tools.caller(),
                                        scene.id(),
                                        id,
                                        member.participant(),
                                        to.getValue() == null
                                                ? member.participant()
                                                : to.getValue().participant()),
                        saved::saved);
    }

    void eject(Scene scene, Member member) {
        String name = scene.name(member.participant());
        new ActDialog(Words.say("eject.title", name), Words.say("eject.act", name))
                .explain(Words.say("eject.explain"))
                .reason(Words.say("eject.reason"), true)
                .ask(
                        (id, why) -> tools.conduct().eject(tools.caller(), scene.id(), id, member.participant(), why),
                        saved::saved);
    }

    /** A cell and, if wanted, a role in it. */
    private static final class Seat {
        private final Select<Place> cell = new Select<>();
        private final Select<Post> post = new Select<>();

        Seat(Scene scene) {
            cell.setLabel(Words.say("seat.cell"));
            cell.setItemLabelGenerator(Place::title);
            cell.setItems(scene.plan().places());
            post.setLabel(Words.say("seat.post"));
            post.setItemLabelGenerator(each -> each.code().isEmpty() ? Words.say("seat.no-post") : each.title());
            cell.addValueChangeListener(change -> {
                List<Post> posts = change.getValue() == null
                        ? List.of()
                        : change.getValue().posts();
                post.setItems(Stream.concat(Stream.of(NONE), posts.stream()).toList());
                post.setValue(NONE);
            });
            scene.plan().places().stream().findFirst().ifPresent(cell::setValue);
        }

        Place place() {
            return cell.getValue();
        }

        String code() {
            return post.getValue() == null ? "" : post.getValue().code();
        }
    }
}
