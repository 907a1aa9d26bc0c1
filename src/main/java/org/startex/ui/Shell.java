package org.startex.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.lumo.Lumo;

/** The page around all staff screens: push, theme, icon, and the colours that this browser was last asked for. */
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet(Lumo.COMPACT_STYLESHEET)
@StyleSheet("context://app/tokens.css")
@StyleSheet("context://app/startex.css")
@StyleSheet("context://app/channels.css")
public final class Shell implements AppShellConfigurator {
    private static final long serialVersionUID = 1L;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle(Words.say("name"));
        settings.setViewport("width=device-width, initial-scale=1");
        settings.addFavIcon("icon", "app/icon.svg", "any");
        settings.addInlineWithContents(Inline.Position.PREPEND, Appearance.RESTORE, Inline.Wrapping.JAVASCRIPT);
    }
}
