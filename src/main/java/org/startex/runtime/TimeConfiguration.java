package org.startex.runtime;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the program. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {
    @Bean
    InstantSource time() {
        return new SteadyTime();
    }
}
