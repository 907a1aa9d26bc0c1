package org.startex.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.startex.Startex;

/**
 * A test of the whole program on a free port ({@code @LocalServerPort}), with a fresh database for each application context, a home in
 * {@code target}, and a {@link SettableTime} in place of the clock. Classes with the same configuration share a context and so its database.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Startex.class, webEnvironment = WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = FreshInstallation.class)
@Import(SettableTimeConfiguration.class)
public @interface StartexTest {}
