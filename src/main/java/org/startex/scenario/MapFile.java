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

    private MapFile() {}

    /** Whether it can be drawn; says why not. */
    static boolean check(String file, String name, String text, Findings findings) {
        Optional<String> wrong =
                text.length() > Limits.MAP_BYTES ? Optional.of(TEXTS.get("map.large", Limits.MAP_BYTES)) : wrong(text);
        wrong.ifPresent(why -> findings.add(Rule.ATTACHMENT_MAP, file, 1, name, why));
        return wrong.isEmpty();
    }

    private static Optional<String> wrong(String text) {
        if (!text.strip().startsWith("{")) {
            return Optional.of(TEXTS.get("map.no-collection"));
        }
        try {
            return wrong(read(text));
        } catch (YAMLException | StackOverflowError unreadable) {
            return Optional.of(TEXTS.get("map.no-json"));
        }
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
