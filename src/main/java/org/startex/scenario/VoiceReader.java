package org.startex.scenario;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.Channel;
import org.startex.scenario.VoiceScript.OnPage;
import org.startex.scenario.YamlMap.Located;

/** Reads what a controller says for an inject: whom to call, as whom, the script and the answer that is hoped for. */
final class VoiceReader {
    static final String KEY = "voice";
    private static final String FILE = ScenarioFiles.INJECTS;
    private static final String ON_PAGE = "on-page";
    private static final List<String> KEYS = List.of("call", "as", "script", "answer", ON_PAGE);
    /** What comes by voice. */
    private static final Set<Channel> SPOKEN = EnumSet.of(Channel.PHONE, Channel.RADIO, Channel.IN_PERSON);

    private final Findings findings;

    VoiceReader(Findings findings) {
        this.findings = findings;
    }

    /**
     * The cue card of an inject, or null where it has none or a part of it is missing.
     *
     * @param from who speaks in the story, unless the card says otherwise
     */
    @Nullable
    VoiceScript read(YamlMap inject, Optional<Channel> channel, Optional<Located> from) {
        if (!inject.has(KEY)) {
            return null;
        }
        channel.filter(c -> !SPOKEN.contains(c))
                .ifPresent(c -> findings.add(
                        Rule.VOICE_CHANNEL,
                        FILE,
                        inject.line(KEY),
                        c.code(),
                        String.join(", ", SPOKEN.stream().map(Channel::code).toList())));
        YamlMap map = inject.map(KEY, KEYS).orElse(null);
        if (map == null) {
            return null;
        }
        Optional<Located> call = map.text("call", Limits.LINE);
        Optional<Located> as = map.has("as") ? map.text("as", Limits.LINE) : from;
        Optional<Located> script = map.text("script", Limits.TEXT);
        String answer = map.textOrNothing("answer", Limits.EXPECTED);
        Optional<OnPage> onPage =
                map.has(ON_PAGE) ? map.text(ON_PAGE, Limits.LINE).flatMap(this::onPage) : Optional.of(OnPage.WHEN_DUE);
        if (call.isEmpty() || as.isEmpty() || script.isEmpty() || onPage.isEmpty()) {
            return null;
        }
        return new VoiceScript(
                call.get().value(), as.get().value(), script.get().value(), answer, onPage.get());
    }

    private Optional<OnPage> onPage(Located word) {
        Optional<OnPage> known = OnPage.withCode(word.value());
        if (known.isEmpty()) {
            findings.unknown(
                    Rule.VOICE_PAGE,
                    FILE,
                    word,
                    Arrays.stream(OnPage.values()).map(OnPage::code).toList());
        }
        return known;
    }
}
