package org.startex.lessons;

/** What somebody may do to a lesson as it stands; screens offer nothing else. */
public enum LessonAct {
    REWORD,
    ACCEPT,
    DECLINE,
    PLAN,
    ADD_ACTION,
    DROP_ACTION,
    IMPLEMENT,
    ATTACH,
    DETACH;

    /** Whether a lesson as it stands takes the act, whoever does it. */
    boolean fits(Lesson lesson) {
        return switch (this) {
            case REWORD, ADD_ACTION ->
                switch (lesson.state()) {
                    case IDENTIFIED, ACCEPTED -> true;
                    case DECLINED, IMPLEMENTED, EMBEDDED -> false;
                };
            case ACCEPT ->
                switch (lesson.state()) {
                    case IDENTIFIED, DECLINED -> true;
                    case ACCEPTED, IMPLEMENTED, EMBEDDED -> false;
                };
            case DECLINE -> lesson.state() == LessonState.IDENTIFIED;
            case PLAN -> lesson.state() != LessonState.DECLINED;
            case DROP_ACTION ->
                lesson.state() != LessonState.DECLINED && !lesson.openActions().isEmpty();
            case IMPLEMENT ->
                lesson.state() == LessonState.ACCEPTED && lesson.openActions().isEmpty();
            case ATTACH ->
                switch (lesson.state()) {
                    case IDENTIFIED, DECLINED -> false;
                    case ACCEPTED, IMPLEMENTED, EMBEDDED -> true;
                };
            case DETACH -> lesson.attachments().stream().anyMatch(LessonAttachment::open);
        };
    }
}
