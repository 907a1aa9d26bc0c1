package org.startex.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import org.startex.kernel.Texts;

/** Username and password, sent as a browser sends a form, so that password managers know it for what it is. */
@Tag("form")
final class SignInForm extends Component implements HasComponents {
    private static final long serialVersionUID = 1L;

    private final TextField username = new TextField();
    private final PasswordField password = new PasswordField();
    private final Div problem = new Div();

    SignInForm(Texts texts) {
        addClassName(this, "sx-form");
        getElement().setAttribute("method", "post").setAttribute("action", SignInNavigation.PATH.substring(1));
        problem.addClassName("sx-answer");
        problem.getElement().setAttribute("role", "alert").setAttribute("data-state", "refused");
        problem.setVisible(false);
        username.setLabel(texts.get("sign-in.username"));
        username.setAutocomplete(Autocomplete.USERNAME);
        username.setAutocapitalize(Autocapitalize.NONE);
        username.getElement().setAttribute("name", "username").setAttribute("spellcheck", "false");
        password.setLabel(texts.get("sign-in.password"));
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.getElement().setAttribute("name", "password");
        Checkbox remember = new Checkbox(texts.get("sign-in.remember"), true);
        remember.setHelperText(texts.get("sign-in.remember.help"));
        remember.getElement().setAttribute("name", SignInNavigation.REMEMBER);
        add(problem, username, password, remember, submit(texts.get("sign-in.submit"), "sx-primary"));
    }

    private static void addClassName(Component component, String name) {
        component.getElement().getClassList().add(name);
    }

    private static NativeButton submit(String text, String style) {
        NativeButton button = new NativeButton(text);
        button.addClassName(style);
        button.getElement().setAttribute("type", "submit");
        return button;
    }

    /** Puts the cursor where the person goes on. */
    void begin(String lastUsername) {
        if (lastUsername.isEmpty()) {
            username.setAutofocus(true);
        } else {
            username.setValue(lastUsername);
            password.setAutofocus(true);
        }
    }

    /** Says why nobody was signed in. */
    void refuse(String text) {
        problem.setText(text);
        problem.setVisible(true);
    }
}
