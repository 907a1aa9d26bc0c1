package org.startex.scenario;

import java.nio.file.Path;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.startex.people.Caller;

/** Fills the library before the first request can come. */
@Component
class ScenariosAtStart implements SmartInitializingSingleton {
    private final ScenarioService service;
    private final Path folder;

    ScenariosAtStart(ScenarioService service, @Value("${startex.scenarios:scenarios}") Path folder) {
        this.service = service;
        this.folder = folder;
    }

    @Override
    public void afterSingletonsInstantiated() {
        service.load(Caller.PROGRAM, folder);
    }
}
