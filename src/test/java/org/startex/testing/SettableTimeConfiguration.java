package org.startex.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Time that the test moves, in place of the clock. */
@TestConfiguration(proxyBeanMethods = false)
class SettableTimeConfiguration {
    @Bean
    @Primary
    SettableTime settableTime() {
        return new SettableTime();
    }
}
