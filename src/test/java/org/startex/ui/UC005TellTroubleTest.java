package org.startex.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.startex.people.NotAllowed;

/** A screen says what went wrong and what to do, whatever went wrong. */
class UC005TellTroubleTest extends StaffScreenTest {
    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(
                        new CannotGetJdbcConnectionException("pool", new SQLTransientConnectionException("away")),
                        "database cannot be reached"),
                Arguments.of(new IllegalStateException(new NotAllowed("list people")), "roles do not allow"),
                Arguments.of(new IllegalStateException("for the test"), "That did not work"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void whoPressedSomethingThatFailedReadsWhatToDo(Exception trouble, String words) {
        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(trouble));
        assertThat(find(Notification.class).last().getElement().getTextRecursively())
                .contains(words);
    }

    @Test
    void theNoticeGoesWhenItIsRead() {
        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(new IllegalStateException("for the test")));
        assertThat(find(Notification.class).all()).hasSize(1);
        press("Close");
        assertThat(find(Notification.class).all()).isEmpty();
    }
}
