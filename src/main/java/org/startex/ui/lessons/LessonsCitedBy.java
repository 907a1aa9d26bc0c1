package org.startex.ui.lessons;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.startex.kernel.EntryRef;
import org.startex.kernel.Texts;
import org.startex.lessons.LessonService;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;
import org.startex.ui.CitedBy;

/** Lessons whose finding cites an entry, and lessons that were judged by it. */
@Component
@Order(20)
class LessonsCitedBy implements CitedBy {
    private static final Texts TEXTS = Texts.of("ui-lessons");

    private final LessonService lessons;

    LessonsCitedBy(LessonService lessons) {
        this.lessons = lessons;
    }

    @Override
    public List<Link> of(Caller caller, EntryRef entry) {
        try {
            return lessons.citing(caller, entry).stream()
                    .map(lesson -> new Link(
                            TEXTS.get("cited-by", lesson.number()),
                            lesson.title(),
                            LessonNavigation.lesson(lesson.number())))
                    .toList();
        } catch (NotAllowed notTheirs) {
            return List.of();
        }
    }
}
