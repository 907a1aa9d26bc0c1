package org.startex.standards;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.startex.kernel.KsbCode;
import org.startex.kernel.LrcCode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reference lists that scenarios and records point at: the duties and KSBs of occupational standard ST1322 in their exact words, and the steps, modules and modular
 * responses of the Local Resilience Capability. Never changes while the program runs.
 */
public final class StandardsCatalogue {
    private static final int FIRST_EXERCISED_DUTY = 9;

    private final Standard standard;
    private final LrcManual manual;
    private final RatingScales ratingScales;
    private final Map<KsbCode, Ksb> ksbs;
    private final Map<LrcCode, LrcItem> lrcItems;

    private record KsbRow(String id, KsbKind type, String text) {}

    private record DutyRow(int number, String text, List<String> ksbs) {}

    private record Source(String publishedAt, String licence) {}

    private record Standard(
            String reference,
            String title,
            String version,
            String dateUpdated,
            List<DutyRow> duties,
            List<KsbRow> ksbs,
            @JsonProperty("_source") Source source) {}

    private record LrcRow(String code, LrcKind kind, String title, String note) {}

    private record LrcManual(String source, List<LrcRow> items) {}

    private StandardsCatalogue(Standard standard, LrcManual manual, RatingScales ratingScales) {
        this.standard = standard;
        this.manual = manual;
        this.ratingScales = ratingScales;
        this.ksbs = byCode(
                standard.ksbs.stream()
                        .map(row -> new Ksb(new KsbCode(row.id), row.type, row.text))
                        .toList(),
                Ksb::code);
        this.lrcItems = byCode(
                manual.items.stream()
                        .map(row -> new LrcItem(new LrcCode(row.code), row.kind, row.title, row.note))
                        .toList(),
                LrcItem::code);
    }

    /** Reads the lists that come with the program. */
    public static StandardsCatalogue load() {
        JsonMapper json = JsonMapper.builder()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .build();
        return new StandardsCatalogue(
                read(json, "st1322.json", Standard.class),
                read(json, "lrc.json", LrcManual.class),
                RatingScales.load(json));
    }

    static <T> T read(JsonMapper json, String resource, Class<T> type) {
        try (InputStream in = StandardsCatalogue.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing from the program: " + resource);
            }
            return json.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <C, T> Map<C, T> byCode(Collection<T> items, Function<T, C> code) {
        return items.stream()
                .collect(toMap(
                        code,
                        Function.identity(),
                        (a, b) -> {
                            throw new IllegalStateException("twice in the catalogue: " + a);
                        },
                        LinkedHashMap::new));
    }

    /** The KSB with this code. */
    public Optional<Ksb> ksb(KsbCode code) {
        return Optional.ofNullable(ksbs.get(code));
    }

    /** All 62 KSBs in the standard's order. */
    public List<Ksb> ksbs() {
        return List.copyOf(ksbs.values());
    }

    /** The eleven duties in the standard's order. */
    public List<Duty> duties() {
        return standard.duties.stream()
                .map(row -> new Duty(
                        row.number,
                        row.text,
                        row.ksbs.stream().map(KsbCode::new).toList()))
                .toList();
    }

    /** The step, module or modular response with this code. */
    public Optional<LrcItem> lrc(LrcCode code) {
        return Optional.ofNullable(lrcItems.get(code));
    }

    /** Eight steps, then five modules, then nine modular responses. */
    public List<LrcItem> lrcItems() {
        return List.copyOf(lrcItems.values());
    }

    /** KSB codes near to what somebody wrote, best first. */
    public List<String> ksbsNear(String written) {
        return NearMisses.of(written, ksbs.keySet().stream().map(KsbCode::value).toList());
    }

    /** Codes of the Local Resilience Capability near to what somebody wrote, best first; its title counts as well. */
    public List<String> lrcNear(String written) {
        List<String> byCode = NearMisses.of(
                written, lrcItems.keySet().stream().map(LrcCode::value).toList());
        if (!byCode.isEmpty()) {
            return byCode;
        }
        Map<String, String> codeByTail = new LinkedHashMap<>();
        lrcItems.values().forEach(item -> {
            String code = item.code().value();
            codeByTail.putIfAbsent(code.substring(code.indexOf('-') + 1), code);
            codeByTail.putIfAbsent(item.title(), code);
        });
        return NearMisses.of(written, codeByTail.keySet()).stream()
                .map(tail -> codeByTail.getOrDefault(tail, tail))
                .distinct()
                .toList();
    }

    /** The scales on which performance is rated. */
    public RatingScales ratingScales() {
        return ratingScales;
    }

    /** Name and version of the occupational standard: {@code ST1322 Resilience and emergencies professional, version 1.1}. */
    public String standardName() {
        return "%s %s, version %s".formatted(standard.reference, standard.title, standard.version);
    }

    /** Which standard it is, its version and licence. */
    public StandardReference standardReference() {
        return new StandardReference(
                standard.reference,
                standard.title,
                standard.version,
                standard.dateUpdated,
                standard.source.licence,
                standard.source.publishedAt);
    }

    /** The duties that ask for a KSB, in the standard's order. */
    public List<Duty> dutiesOf(KsbCode code) {
        return duties().stream().filter(duty -> duty.ksbs().contains(code)).toList();
    }

    /**
     * Whether none of the duties that exercises are about asks for a KSB: training, exercising and validating (9), response (10) and recovery (11). An exercise will rarely show such a
     * one.
     */
    public boolean rarelyShownByExercises(KsbCode code) {
        return dutiesOf(code).stream().noneMatch(duty -> duty.number() >= FIRST_EXERCISED_DUTY);
    }

    /** What must be said wherever the standard's words are shown. */
    public String standardAttribution() {
        return standard.source.licence + ". " + standard.source.publishedAt;
    }

    /** Where steps, modules and modular responses come from. */
    public String lrcSource() {
        return manual.source;
    }
}
