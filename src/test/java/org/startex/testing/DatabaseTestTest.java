package org.startex.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@TestMethodOrder(MethodName.class)
class DatabaseTestTest {
    @Test
    void connectsAsTheProgramInAHostileTimeZone(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select current_user, current_setting('TimeZone'), current_setting('fsync')")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("startex_app");
            assertThat(row.getString(2)).isEqualTo("Pacific/Chatham");
            assertThat(row.getString(3)).isEqualTo("off");
        }
    }

    @Test
    void theContextTakesPartInTransactions(DSLContext dsl, TransactionTemplate transaction) {
        transaction.executeWithoutResult(status -> {
            Object first = dsl.fetchValue("select pg_backend_pid()");
            assertThat(dsl.fetchValue("select pg_backend_pid()")).isEqualTo(first);
            assertThat(dsl.fetchValue("select pg_current_xact_id()"))
                    .isEqualTo(dsl.fetchValue("select pg_current_xact_id()"));
        });
    }
}
