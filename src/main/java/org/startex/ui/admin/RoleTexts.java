package org.startex.ui.admin;

import java.util.Locale;
import org.startex.kernel.InstallationRole;
import org.startex.kernel.Texts;

/** Installation roles in words. */
final class RoleTexts {
    private RoleTexts() {}

    static String of(Texts texts, InstallationRole role) {
        return texts.get("role." + role.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
