package org.startex.feed;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.startex.testing.StartexTest;

/** A test of the players' face in the whole program: real sockets on a real port, against a real database. All share one program. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@StartexTest
@Import(Stage.class)
@interface FeedTest {}
