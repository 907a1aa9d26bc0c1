package org.startex.lrc;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.startex.people.Caller;
import org.startex.people.PeopleService;
import org.startex.standards.LrcCaseStudy;
import org.startex.standards.LrcManual;

/** Puts the manual's case study into a demonstration installation, once and marked as such; never into any other. */
@Component
class CaseStudyAtStart implements SmartInitializingSingleton {
    private final CapabilityRepository repository;
    private final LrcManual manual;
    private final PeopleService people;
    private final TransactionOperations transaction;
    private final InstantSource time;

    CaseStudyAtStart(
            CapabilityRepository repository,
            LrcManual manual,
            PeopleService people,
            TransactionOperations transaction,
            InstantSource time) {
        this.repository = repository;
        this.manual = manual;
        this.people = people;
        this.transaction = transaction;
        this.time = time;
    }

    @Override
    public void afterSingletonsInstantiated() {
        boolean demonstration = !people.demonstration(Caller.PROGRAM).isEmpty();
        if (demonstration) {
            transaction.executeWithoutResult(status -> {
                repository.lock();
                if (repository.isEmpty()) {
                    install(manual.caseStudy(), time.instant().truncatedTo(ChronoUnit.MICROS));
                }
            });
        }
    }

    private void install(LrcCaseStudy caseStudy, Instant now) {
        caseStudy.groups().forEach(group -> {
            GroupDraft said =
                    new GroupDraft(group.name(), group.rationale(), group.description(), group.needs(), group.scale());
            repository.insert(group.code(), said, true);
            repository.append(group.code(), now, null, ItemStep.Act.ADDED, CapabilityService.words(said), "");
        });
        caseStudy.responses().forEach(response -> {
            ResponseDraft said =
                    new ResponseDraft(response.title(), String.join(", ", response.comprises()), "", List.of());
            repository.insert(response.code(), said, true);
            repository.append(response.code(), now, null, ItemStep.Act.ADDED, CapabilityService.words(said), "");
        });
    }
}
