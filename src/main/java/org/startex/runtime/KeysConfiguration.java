package org.startex.runtime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.startex.ledger.Signer;

/** The keys that seal records, from the data folder. */
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {
    @Bean
    Signer signer(Settings settings) {
        return SigningKeys.in(settings.home());
    }
}
