package org.startex.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.startex.kernel.PublicAddress;

/** The beans of this module that are not components. */
@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {
    @Bean
    PasswordEncoder passwordEncoder() {
        return new BoundedPasswordEncoder();
    }

    /** Made before the web server listens: a start that is refused never answers anybody. */
    @Bean
    StartNotice startNotice(FirstStart start, PublicAddress address) {
        return start.prepare(address);
    }
}
