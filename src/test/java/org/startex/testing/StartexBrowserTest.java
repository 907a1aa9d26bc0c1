package org.startex.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.startex.Startex;

/** A test of the whole program in a real browser, in real time, with a fresh database and the demonstration people. Runs after packaging. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Startex.class, webEnvironment = WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = FreshInstallation.class)
public @interface StartexBrowserTest {}
