package org.startex.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Map;
import org.startex.kernel.Texts;

/** A map of the story, drawn by the browser from GeoJSON, as on the player's page. */
@Tag("sx-map")
@JsModule("context://app/staff.js")
public final class DrawnMap extends Component {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-channels");

    public DrawnMap(String geoJson) {
        getElement().setPropertyMap("words", words()).setProperty("source", geoJson);
    }

    private static Map<String, Object> words() {
        return Map.of(
                "kinds",
                Map.of(
                        "place", "",
                        "incident", TEXTS.get("map.incident"),
                        "rendezvous", TEXTS.get("map.rendezvous"),
                        "area", TEXTS.get("map.area"),
                        "hazard", TEXTS.get("map.hazard"),
                        "water", TEXTS.get("map.water"),
                        "road", TEXTS.get("map.road"),
                        "closed", TEXTS.get("map.closed")),
                "label",
                TEXTS.get("map.label"),
                "broken",
                TEXTS.get("map.broken"),
                "metres",
                TEXTS.get("map.metres"),
                "kilometres",
                TEXTS.get("map.kilometres"),
                "north",
                TEXTS.get("map.north"),
                "rough",
                TEXTS.get("map.rough"),
                "lies",
                TEXTS.get("map.lies", "{where}"));
    }
}
