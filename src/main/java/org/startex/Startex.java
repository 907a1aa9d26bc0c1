package org.startex;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.startex.runtime.Program;

/** The program. */
@SpringBootApplication
public class Startex {
    /** Does what the command line says; without arguments it serves until it is told to end. */
    public static void main(String[] args) {
        int exit = Program.run(Startex.class, args);
        if (exit != 0) {
            System.exit(exit);
        }
    }
}
