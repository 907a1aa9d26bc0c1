package org.startex.ui.wall;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Map;
import org.startex.kernel.Texts;

/** What the wall display needs of its browser: the whole screen, and that it stays awake. */
@Tag("sx-wall-tools")
@JsModule("context://app/staff.js")
final class WallTools extends Component {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("ui-wall");

    WallTools() {
        getElement().setPropertyMap("words", Map.of("full", TEXTS.get("full"), "sleeps", TEXTS.get("sleeps")));
    }
}
