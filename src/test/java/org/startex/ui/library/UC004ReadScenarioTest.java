package org.startex.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Article;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.startex.ui.SearchField;
import org.startex.ui.StaffScreenTest;

class UC004ReadScenarioTest extends StaffScreenTest {
    @Test
    void aScenarioIsFoundByAWordOfItsHazard() {
        navigate(LibraryView.class);
        test(one(SearchField.class)).setValue("toxic");
        assertThat(find(Article.class).all()).isNotEmpty();

        test(one(SearchField.class)).setValue("volcano");
        assertThat(find(Article.class).exists()).isFalse();
        assertThat(pageText()).contains("No scenario has “volcano” in it.");
    }

    @Test
    void eachObjectiveNamesTheInjectsThatTestIt() {
        navigate(ScenarioView.class, Map.of("slug", "caravan-site"));
        press("Objectives 7");
        assertThat(pageText()).contains("Nobody left for want of transport").contains("Tested by");

        open("13");
        assertThat(find(InjectPaper.class).single()).isNotNull();
        assertThat(pageText()).contains("Six residents need oxygen to travel").contains("Expected");
    }

    @Test
    void anInjectThatIsSpokenShowsItsCueCard() {
        navigate(ScenarioView.class, Map.of("slug", "caravan-site"));
        open("2");
        assertThat(pageText())
                .contains("Cue card")
                .contains("Police tactical commander, by telephone; then Warning and informing")
                .contains("A good answer");

        open("3");
        assertThat(pageText()).contains("The word chlorine goes round").doesNotContain("Cue card");
    }

    private void open(String inject) {
        press("Objectives 7");
        test(find(com.vaadin.flow.component.button.Button.class)
                        .withAriaLabelContaining("Open inject " + inject + ":")
                        .all()
                        .getFirst())
                .click();
    }

    @Test
    void anUnknownScenarioSaysSo() {
        navigate(ScenarioView.class, Map.of("slug", "nowhere"));

        assertThat(pageText()).contains("There is no scenario “nowhere” in the library.");
    }

    @Test
    void whoWritesOrDirectsNothingDoesNotSeeControllersNotes() {
        signIn("evaluator");
        navigate(ScenarioView.class, Map.of("slug", "caravan-site"));

        assertThat(find(InjectPaper.class).exists()).isFalse();
        assertThat(pageText()).contains("open to exercise directors");
    }
}
