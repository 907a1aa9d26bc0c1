package org.startex.competency;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.startex.people.Caller;
import org.startex.people.NotAllowed;
import org.startex.standards.NosElement;
import org.startex.standards.NosKind;
import org.startex.standards.NosReference;
import org.startex.testing.StartexTest;

@StartexTest
@Import(SealedExercise.class)
class SelfAssessmentServiceTest {
    private static final NosReference RESPOND = new NosReference("SFJCCAG1", 2025);
    private static final NosReference SHARE = new NosReference("SFJCCAA2", 2025);
    private static final NosKind SKILLS = NosKind.SKILLS_AND_BEHAVIOURS;
    private static int entered;

    @Autowired
    SealedExercise stage;

    @Autowired
    SelfAssessmentService self;

    @Test
    void ratingsAreSavedAsTheyAreMadeAndARoundIsGoneOnWith() {
        Caller.SignedIn person = stage.person("P. Nair");
        SelfRoundId round = done(self.begin(person, RESPOND));
        done(self.rate(person, round, SKILLS, 1, 4));
        done(self.rate(person, round, SKILLS, 1, 6));
        assertThat(done(self.begin(person, RESPOND))).isEqualTo(round);
        assertThat(self.round(person, round).lines().getFirst().rating()).isEqualTo(6);
        assertThat(self.round(person, round).rated()).isEqualTo(1);
        assertThat(self.round(person, round).lines()).hasSize(8);
    }

    @Test
    void aRoundIsComparedWithTheOneFinishedBefore() {
        Caller.SignedIn person = stage.person("P. Nair");
        SelfRoundId first = done(self.begin(person, RESPOND));
        done(self.rate(person, first, SKILLS, 1, 4));
        done(self.rate(person, first, SKILLS, 2, 7));
        done(self.finish(person, first));
        assertThat(self.round(person, first).before()).isNull();
        stage.time.advance(Duration.ofDays(180));
        SelfRoundId second = done(self.begin(person, RESPOND));
        done(self.rate(person, second, SKILLS, 1, 6));
        SelfRound compared = self.round(person, second);
        assertThat(compared.before()).isNotNull();
        assertThat(compared.lines().get(0).change()).contains(2);
        assertThat(compared.lines().get(1).before()).isEqualTo(7);
        assertThat(compared.lines().get(1).change()).isEmpty();
    }

    @Test
    void aFinishedRoundStaysAsItIs() {
        Caller.SignedIn person = stage.person("P. Nair");
        SelfRoundId round = done(self.begin(person, RESPOND));
        assertThat(self.finish(person, round)).isEqualTo(Change.refuse(Refusal.NOTHING_RATED));
        done(self.rate(person, round, SKILLS, 3, 5));
        done(self.finish(person, round));
        assertThat(self.rate(person, round, SKILLS, 3, 9)).isEqualTo(Change.refuse(Refusal.ROUND_FINISHED));
        assertThat(self.round(person, round).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.rating()).isEqualTo(5));
    }

    @Test
    void ratingsAreFromOneToTenAndOfElementsThatExist() {
        Caller.SignedIn person = stage.person("P. Nair");
        SelfRoundId round = done(self.begin(person, RESPOND));
        assertThat(self.rate(person, round, SKILLS, 1, 0)).isEqualTo(Change.refuse(Refusal.BAD_RATING));
        assertThat(self.rate(person, round, SKILLS, 1, 11)).isEqualTo(Change.refuse(Refusal.BAD_RATING));
        assertThat(self.rate(person, round, SKILLS, 99, 5)).isEqualTo(Change.refuse(Refusal.ELEMENT_UNKNOWN));
        done(self.rate(person, round, SKILLS, 1, 1));
        done(self.rate(person, round, SKILLS, 1, 10));
    }

    @Test
    void whoeverIsShownARoundLearnsNothingOfEarlierOnesAndNothingOnceItIsEnded() {
        Caller.SignedIn person = stage.person("P. Nair");
        Caller.SignedIn reader = stage.person("H. Castellan");
        SelfRoundId first = done(self.begin(person, RESPOND));
        done(self.rate(person, first, SKILLS, 1, 2));
        done(self.finish(person, first));
        stage.time.advance(Duration.ofDays(1));
        SelfRoundId second = done(self.begin(person, RESPOND));
        done(self.rate(person, second, SKILLS, 1, 8));
        done(self.share(person, second, stage.usernameOf(reader).toUpperCase(java.util.Locale.ROOT)));
        SelfRound shown = self.round(reader, second);
        assertThat(shown.lines().getFirst().rating()).isEqualTo(8);
        assertThat(shown.before()).isNull();
        assertThat(shown.lines()).allMatch(line -> line.before() == null);
        assertThat(self.shownToMe(reader)).hasSize(1);
        assertThatThrownBy(() -> self.round(reader, first)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> self.rate(reader, second, SKILLS, 1, 3)).isInstanceOf(NotAllowed.class);
        done(self.endSharing(person, second));
        assertThatThrownBy(() -> self.round(reader, second)).isInstanceOf(NotAllowed.class);
        assertThat(self.shownToMe(reader)).isEmpty();
    }

    @Test
    void aRoundIsShownToOnePersonAtATime() {
        Caller.SignedIn person = stage.person("P. Nair");
        Caller.SignedIn reader = stage.person("H. Castellan");
        SelfRoundId round = done(self.begin(person, RESPOND));
        assertThat(self.share(person, round, "no such person")).isEqualTo(Change.refuse(Refusal.NOBODY_OF_THAT_NAME));
        assertThat(self.share(person, round, stage.usernameOf(person)))
                .isEqualTo(Change.refuse(Refusal.SHARED_WITH_YOURSELF));
        done(self.share(person, round, stage.usernameOf(reader)));
        assertThat(self.share(person, round, stage.usernameOf(stage.person("Third"))))
                .isEqualTo(Change.refuse(Refusal.SHARED_ALREADY));
        assertThat(requireNonNull(self.round(person, round).reader()).name()).isEqualTo("H. Castellan");
    }

    @Test
    void aDeletedRoundIsGoneWithEverythingInIt() {
        Caller.SignedIn person = stage.person("P. Nair");
        Caller.SignedIn reader = stage.person("H. Castellan");
        SelfRoundId round = done(self.begin(person, RESPOND));
        done(self.rate(person, round, SKILLS, 1, 3));
        done(self.share(person, round, stage.usernameOf(reader)));
        done(self.delete(person, round));
        assertThat(self.rounds(person)).isEmpty();
        assertThat(self.shownToMe(reader)).isEmpty();
        assertThatThrownBy(() -> self.round(person, round)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void aStandardWithoutElementsWaitsForThem() {
        Caller.SignedIn person = stage.person("P. Nair");
        NosReference reference = aStandard(person);
        assertThat(self.begin(person, reference)).isEqualTo(Change.refuse(Refusal.NO_ELEMENTS));
        done(self.enterElement(person, reference, NosKind.KNOWLEDGE, 1, "The duties of a Category 1 responder"));
        SelfRoundId round = done(self.begin(person, reference));
        assertThat(self.removeStandard(person, reference)).isEqualTo(Change.refuse(Refusal.NOT_YOURS_OR_USED));
        done(self.delete(person, round));
        done(self.removeStandard(person, reference));
        assertThat(self.standards(person)).noneMatch(sheet -> sheet.reference().equals(reference));
    }

    @Test
    void theStandardsOwnWordsStandInPlaceOfOurSummaryAndOldRatingsKeepTheirs() {
        Caller.SignedIn person = stage.person("P. Nair");
        NosReference evaluate = new NosReference("SFJCCAE1", 2025);
        SelfRoundId before = done(self.begin(person, evaluate));
        done(self.rate(person, before, SKILLS, 2, 5));
        done(self.finish(person, before));
        done(self.enterElement(person, evaluate, SKILLS, 2, "Collaborate, in the page's own words"));
        NosElement line = self.standards(person).stream()
                .filter(sheet -> sheet.reference().equals(evaluate))
                .flatMap(sheet -> sheet.lines().stream())
                .map(NosSheet.Line::element)
                .filter(element -> element.number() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(line.summary()).isFalse();
        assertThat(self.round(person, before).lines().getFirst().element().text())
                .isEqualTo("Collaborate with partners");
        done(self.removeElement(person, evaluate, SKILLS, 2));
    }

    @Test
    void onlyWhoEnteredAnElementChangesIt() {
        Caller.SignedIn person = stage.person("P. Nair");
        Caller.SignedIn other = stage.person("J. Whitlock");
        NosReference reference = aStandard(person);
        done(self.enterElement(person, reference, SKILLS, 1, "Lead"));
        assertThat(self.enterElement(other, reference, SKILLS, 1, "Follow"))
                .isEqualTo(Change.refuse(Refusal.ELEMENT_OF_ANOTHER));
        assertThat(self.removeElement(other, reference, SKILLS, 1))
                .isEqualTo(Change.refuse(Refusal.ELEMENT_OF_ANOTHER));
        done(self.enterElement(person, reference, SKILLS, 1, "Lead well"));
        assertThat(self.enterElement(person, reference, SKILLS, 0, "None"))
                .isEqualTo(Change.refuse(Refusal.BAD_NUMBER));
    }

    @Test
    void aStandardIsEnteredOnceAndWithItsYear() {
        Caller.SignedIn person = stage.person("P. Nair");
        assertThat(self.enterStandard(person, "sfjccaa2", 2025, "Manage information"))
                .isEqualTo(Change.refuse(Refusal.STANDARD_KNOWN));
        assertThat(self.enterStandard(person, "not a number", 2025, "Manage information"))
                .isEqualTo(Change.refuse(Refusal.BAD_REFERENCE));
        assertThat(self.enterStandard(person, "SFJCCAA2", 2025, " ")).isEqualTo(Change.refuse(Refusal.TITLE_MISSING));
        NosReference reused = done(self.enterStandard(person, "sfjccaa2 ", 2008, "Share information with others"));
        assertThat(reused).isNotEqualTo(SHARE);
        done(self.removeStandard(person, reused));
    }

    private NosReference aStandard(Caller.SignedIn person) {
        return done(self.enterStandard(person, "SFJTEST" + ++entered, 2025, "A standard that somebody has"));
    }

    private static <T> T done(Change<T> change) {
        assertThat(change).isInstanceOf(Change.Done.class);
        return ((Change.Done<T>) change).value();
    }
}
