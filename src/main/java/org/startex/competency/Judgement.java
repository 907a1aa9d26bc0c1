package org.startex.competency;

/** What an assessor can say of a claim. */
public enum Judgement {
    ACCEPTED,
    DECLINED,
    MORE_WANTED;

    ActKind act() {
        return switch (this) {
            case ACCEPTED -> ActKind.ACCEPTED;
            case DECLINED -> ActKind.DECLINED;
            case MORE_WANTED -> ActKind.MORE_WANTED;
        };
    }
}
