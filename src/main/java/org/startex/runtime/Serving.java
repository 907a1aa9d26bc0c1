package org.startex.runtime;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.startex.kernel.PublicAddress;
import org.startex.kernel.Texts;
import org.startex.people.StartNotice;

/** Serves until the program is told to end. */
final class Serving {
    private final Class<?> application;

    Serving(Class<?> application) {
        this.application = application;
    }

    /**
     * Starts everything, and says so when it is up.
     *
     * @return 0; the program goes on
     * @throws RuntimeException if it cannot start: {@link StartProblems} has the words for most
     */
    int start() {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        System.setProperty("java.awt.headless", "true");
        Settings settings = Settings.read(new StandardEnvironment()::getProperty);
        refuseTakenPort(settings);
        if (settings.database() == null) {
            EmbeddedPostgres.refuseTakenFolder(settings.home());
        }
        ConfigurableApplicationContext context = new SpringApplication(application).run();
        if (StartCache.isTraining()) {
            StartCache.visitFirstPages(context.getBean(PublicAddress.class));
            return SpringApplication.exit(context);
        }
        announce(context, System.out);
        StartCache.makeLater();
        return 0;
    }

    /** Before anything is started, as nothing is as common. */
    static void refuseTakenPort(Settings settings) {
        String port = String.valueOf(settings.port());
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.address(), settings.port()));
        } catch (BindException failure) {
            throw new StartProblem(
                    failure,
                    bindKey(failure.getMessage()),
                    port,
                    settings.address().getHostAddress());
        } catch (IOException failure) {
            throw new StartProblem(failure, "port.not-allowed", port);
        }
    }

    private static String bindKey(@Nullable String said) {
        if (said != null && said.contains("Permission denied")) {
            return "port.not-allowed";
        }
        return said != null && said.contains("assign") ? "port.no-such-address" : "port.in-use";
    }

    private static void announce(ConfigurableApplicationContext context, PrintStream out) {
        PublicAddress address = context.getBean(PublicAddress.class);
        out.println(Texts.of("runtime").get("ready", address.base().toString()));
        StartNotice notice = context.getBeanProvider(StartNotice.class).getIfAvailable();
        if (notice != null) {
            notice.lines().forEach(out::println);
        }
        out.flush();
    }
}
