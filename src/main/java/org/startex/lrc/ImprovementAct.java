package org.startex.lrc;

/** What the working group does with an improvement record. */
public sealed interface ImprovementAct {
    /** The working group wants it. The words may be empty. */
    record Agree(String words) implements ImprovementAct {}

    /** It is being made. The words may be empty. */
    record Begin(String words) implements ImprovementAct {}

    /** Says how it is going, and changes nothing else. */
    record Note(String words) implements ImprovementAct {}

    /** It is made; the words say what shows it. */
    record Finish(String evidence) implements ImprovementAct {}

    /** It is no longer wanted. */
    record Withdraw(String reason) implements ImprovementAct {}

    /** It is put differently. Once it was agreed, a reason is needed. */
    record Change(ImprovementDraft draft, String reason) implements ImprovementAct {}
}
