package org.startex.ui.admin;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import java.util.Set;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.Texts;

/** Which installation roles somebody holds. */
final class RolesField extends CheckboxGroup<InstallationRole> {
    private static final long serialVersionUID = 1L;

    RolesField(Texts texts, Set<InstallationRole> roles) {
        setLabel(texts.get("field.roles"));
        setHelperText(texts.get("field.roles.help"));
        setItems(InstallationRole.values());
        setItemLabelGenerator(role -> RoleTexts.of(texts, role));
        addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        setValue(roles);
    }
}
