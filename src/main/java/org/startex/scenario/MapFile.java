package org.startex.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.startex.kernel.Texts;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A map as an attachment: GeoJSON (RFC 7946), of which players' pages draw points, lines and areas by themselves. */
final class MapFile {
    static final String MEDIA_TYPE = "application/geo+json";

    private static final Texts TEXTS = Texts.of("scenario");
    private static final List<String> DRAWN = List.of("Point", "LineString", "Polygon");

    /** What a map may say of the base map beneath it. */
    private static final List<String> BASES = List.of("auto", "none");

    private MapFile() {}

    /** Whether it can be drawn; says why not. */
    static boolean check(String file, String name, String text, Findings findings) {
        if (text.length() > Limits.MAP_BYTES) {
            findings.add(Rule.ATTACHMENT_MAP, file, 1, name, TEXTS.get("map.large", Limits.MAP_BYTES));
            return false;
        }
        if (!text.strip().startsWith("{")) {
            findings.add(Rule.ATTACHMENT_MAP, file, 1, name, TEXTS.get("map.no-collection"));
            return false;
        }
        try {
            return check(file, name, read(text), findings);
        } catch (YAMLException | StackOverflowError unreadable) {
            findings.add(Rule.ATTACHMENT_MAP, file, 1, name, TEXTS.get("map.no-json"));
            return false;
        }
    }

    private static boolean check(String file, String name, Object read, Findings findings) {
        Optional<String> wrong = wrong(read);
        wrong.ifPresent(why -> findings.add(Rule.ATTACHMENT_MAP, file, 1, name, why));
        Optional<String> base = unknownBase(read);
        base.ifPresent(said -> findings.add(Rule.ATTACHMENT_MAP_BASE, file, 1, name, said));
        return wrong.isEmpty() && base.isEmpty();
    }

    private static Optional<String> unknownBase(Object read) {
        return read instanceof Map<?, ?> collection && collection.containsKey("base")
                ? Optional.of(String.valueOf(collection.get("base"))).filter(said -> !BASES.contains(said))
                : Optional.empty();
    }

    /** JSON is YAML too, and the reader of YAML says no to what is nested or repeated without end. */
    private static Object read(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(20);
        return new Yaml(new SafeConstructor(options)).load(text.replace("\t", " "));
    }

    private static Optional<String> wrong(Object read) {
        if (!(read instanceof Map<?, ?> collection)
                || !Objects.equals(collection.get("type"), "FeatureCollection")
                || !(collection.get("features") instanceof List<?> features)
                || features.isEmpty()) {
            return Optional.of(TEXTS.get("map.no-collection"));
        }
        if (features.size() > Limits.MAP_FEATURES) {
            return Optional.of(TEXTS.get("map.many", Limits.MAP_FEATURES));
        }
        for (int i = 0; i < features.size(); i++) {
            if (!drawn(features.get(i))) {
                return Optional.of(TEXTS.get("map.feature", i + 1));
            }
        }
        return Optional.empty();
    }

    private static boolean drawn(Object feature) {
        if (!(feature instanceof Map<?, ?> one)
                || !(one.get("geometry") instanceof Map<?, ?> geometry)
                || !DRAWN.contains(String.valueOf(geometry.get("type")))
                || !(geometry.get("coordinates") instanceof List<?> coordinates)) {
            return false;
        }
        List<List<?>> positions = new ArrayList<>();
        collect(coordinates, positions);
        int least = switch (String.valueOf(geometry.get("type"))) {
            case "LineString" -> 2;
            case "Polygon" -> 4;
            default -> 1;
        };
        return positions.size() >= least && positions.stream().allMatch(MapFile::onEarth);
    }

    private static void collect(List<?> coordinates, Collection<List<?>> positions) {
        if (coordinates.isEmpty() || !(coordinates.getFirst() instanceof List<?>)) {
            positions.add(coordinates);
        } else {
            coordinates.forEach(each -> collect(each instanceof List<?> list ? list : List.of(), positions));
        }
    }

    private static boolean onEarth(List<?> position) {
        return position.size() >= 2
                && position.get(0) instanceof Number longitude
                && position.get(1) instanceof Number latitude
                && Math.abs(longitude.doubleValue()) <= 180
                && Math.abs(latitude.doubleValue()) <= 85;
    }
}
