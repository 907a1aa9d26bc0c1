package org.startex.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import java.util.function.Consumer;

/** A field that finds while one types; {@code /} goes to it. */
public final class SearchField extends TextField {
    private static final long serialVersionUID = 1L;

    public SearchField(String label, Consumer<String> find) {
        setAriaLabel(label);
        setPlaceholder(label);
        setPrefixComponent(new Icon("search"));
        getElement().appendChild(new Element("kbd").setText("/").setAttribute("slot", "suffix"));
        setClearButtonVisible(false);
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(250);
        addValueChangeListener(change -> find.accept(change.getValue().strip()));
    }
}
