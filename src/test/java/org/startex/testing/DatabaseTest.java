package org.startex.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test against a real PostgreSQL. The class gets a fresh, migrated database and connects as the program's role with a hostile time zone;
 * after each test every row it has written is gone, also what it has committed. Rows that migrations write stay.
 *
 * <p>Tests, constructors and life-cycle methods may take {@link org.jooq.DSLContext} (which takes part in transactions),
 * {@link javax.sql.DataSource}, {@link org.springframework.transaction.support.TransactionTemplate} or {@link SettableTime}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DatabaseExtension.class)
public @interface DatabaseTest {}
