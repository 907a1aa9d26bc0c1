package org.startex;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. */
@SpringBootApplication
public class Startex {
    /** Serves; the command line is wired in {@code runtime}. */
    public static void main(String[] args) {
        SpringApplication.run(Startex.class, args);
    }
}
