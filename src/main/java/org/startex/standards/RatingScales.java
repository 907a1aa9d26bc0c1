package org.startex.standards;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.startex.kernel.RatingScale;
import tools.jackson.databind.json.JsonMapper;

/** The rating scales that a scenario may name, and the one that counts where it names none. */
public final class RatingScales {
    private final List<RatingScale> scales;
    private final RatingScale usual;

    private record Row(String code, String title, String source, List<RatingScale.Step> steps) {}

    private record Rows(String usual, List<Row> scales) {}

    private RatingScales(Rows rows) {
        scales = rows.scales.stream()
                .map(row -> new RatingScale(row.code, row.title, row.steps))
                .toList();
        usual = of(rows.usual).orElseThrow();
    }

    /** Reads the scales that come with the program. */
    static RatingScales load(JsonMapper json) {
        return new RatingScales(StandardsCatalogue.read(json, "rating-scales.json", Rows.class));
    }

    /** All of them, the usual one first. */
    public List<RatingScale> all() {
        return scales;
    }

    /** The scale with this code. */
    public Optional<RatingScale> of(String code) {
        return scales.stream().filter(scale -> scale.code().equals(code)).findFirst();
    }

    /** The one that counts where nothing is said. */
    public RatingScale usual() {
        return usual;
    }

    /** A scale as planned; the usual one for exercises planned before plans carried a scale. */
    public RatingScale orUsual(@Nullable RatingScale planned) {
        return planned == null ? usual : planned;
    }

    /** Codes near to what somebody wrote, best first. */
    public List<String> near(String written) {
        return NearMisses.of(written, scales.stream().map(RatingScale::code).toList());
    }
}
