package org.startex.runtime;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Turns our settings into those of the libraries, before the application context is made. */
final class SettingsInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Settings settings = Settings.read(environment::getProperty);
        context.getBeanFactory().registerSingleton("settings", settings);
        context.getBeanFactory().registerSingleton("publicAddress", settings.publicAddress());
        context.getBeanFactory().registerSingleton("mailSettings", settings.mail());
        environment.getPropertySources().addFirst(new MapPropertySource("startex", properties(settings)));
    }

    private static Map<String, Object> properties(Settings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.address", settings.address().getHostAddress());
        properties.put("server.port", settings.port());
        properties.put("management.health.diskspace.path", settings.home().toString());
        Settings.Tls tls = settings.tls();
        if (tls != null) {
            TlsCheck.refuseUnusable(tls);
            properties.put("server.ssl.bundle", "startex");
            properties.put("spring.ssl.bundle.pem.startex.reload-on-update", "true");
            properties.put("spring.ssl.bundle.pem.startex.keystore.certificate", "file:" + tls.certificate());
            properties.put("spring.ssl.bundle.pem.startex.keystore.private-key", "file:" + tls.key());
        }
        if (settings.trustedProxies().isEmpty()) {
            properties.put("server.forward-headers-strategy", "none");
        } else {
            properties.put("server.forward-headers-strategy", "native");
            properties.put("server.tomcat.remoteip.internal-proxies", String.join(",", settings.trustedProxies()));
        }
        return properties;
    }

    /** After whatever else sets properties. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
