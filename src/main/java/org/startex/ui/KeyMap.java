package org.startex.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The keys of a screen. Each presses or focuses something that stands on the screen anyway. */
@Tag("sx-keys")
@JsModule("context://app/staff.js")
public final class KeyMap extends Component {
    private static final long serialVersionUID = 1L;

    private final Map<String, String> keys = new LinkedHashMap<>();

    /** Lets a key press or focus the component, which gets an id where it has none. */
    public KeyMap key(String key, Component target) {
        String id = target.getId().orElseGet(() -> {
            String made = "key-" + keys.size();
            target.setId(made);
            return made;
        });
        keys.put(key, "#" + id);
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        keys.forEach(map::put);
        getElement().setPropertyJson("map", map);
        return this;
    }
}
