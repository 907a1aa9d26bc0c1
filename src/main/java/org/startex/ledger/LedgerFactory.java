package org.startex.ledger;

import java.time.InstantSource;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes the ledger for the state that a module folds. */
@Component
public final class LedgerFactory {
    private final LedgerRepository repository;
    private final FactCodec codec;
    private final InstantSource time;
    private final Signer signer;
    private final ApplicationEventPublisher events;

    LedgerFactory(
            LedgerRepository repository,
            List<FactKinds> kinds,
            InstantSource time,
            Signer signer,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.codec = new FactCodec(kinds);
        this.time = time;
        this.signer = signer;
        this.events = events;
    }

    /** The ledger; after each commit it publishes {@link LedgerAdvanced}. */
    public <S> Ledger<S> ledger(Story<S> story) {
        return new Ledger<>(repository, codec, story, time, signer, events::publishEvent);
    }
}
