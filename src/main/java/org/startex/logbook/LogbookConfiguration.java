package org.startex.logbook;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.startex.ledger.FactKind;
import org.startex.ledger.FactKinds;

/** The kinds of fact that the logbook owns. */
@Configuration(proxyBeanMethods = false)
class LogbookConfiguration {
    @Bean
    FactKinds logbookFacts() {
        return new FactKinds(List.of(
                FactKind.of("decision-recorded", DecisionRecorded.class),
                new FactKind("decision-recorded", 2, DecisionRecorded.class),
                new FactKind("decision-recorded", 3, DecisionRecorded.class),
                FactKind.of("decision-confirmed", DecisionConfirmed.class),
                FactKind.of("decision-disputed", DecisionDisputed.class),
                FactKind.of("observation-recorded", ObservationRecorded.class),
                FactKind.of("situation-told", SituationTold.class),
                FactKind.of("message-sent", Message.Sent.class),
                new FactKind("message-sent", 2, Message.Sent.class),
                FactKind.of("information-requested", Message.Requested.class),
                new FactKind("information-requested", 2, Message.Requested.class),
                FactKind.of("request-taken", RequestTaken.class),
                FactKind.of("request-answered", Message.Answered.class),
                FactKind.of("request-declined", Message.Declined.class),
                FactKind.of("answer-recorded", AnswerRecorded.class),
                new FactKind("answer-recorded", 2, AnswerRecorded.class)));
    }
}
