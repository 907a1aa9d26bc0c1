package org.startex.ui.control;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.dom.Element;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Brings what a box holds to what it shall hold; what stays is not touched, so that focus, open menus and a click on its way are not lost. */
final class InOrder {
    private InOrder() {}

    static void of(HasComponents box, List<? extends Component> wanted) {
        Element parent = box.getElement();
        Set<Element> stay = new HashSet<>();
        wanted.forEach(each -> stay.add(each.getElement()));
        parent.getChildren().filter(child -> !stay.contains(child)).toList().forEach(parent::removeChild);
        for (int at = 0; at < wanted.size(); at++) {
            Element child = wanted.get(at).getElement();
            if (at >= parent.getChildCount() || !parent.getChild(at).equals(child)) {
                child.removeFromParent();
                parent.insertChild(at, child);
            }
        }
    }
}
