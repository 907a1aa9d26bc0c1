package org.startex.ui;

import com.vaadin.flow.component.UI;

/** Light, dark, or as the reader's system has it; remembered in the browser, and in place before the page is first drawn. */
enum Appearance {
    LIGHT("light"),
    DARK("dark"),
    SYSTEM("light dark");

    static final String RESTORE =
            "try{document.documentElement.style.colorScheme=localStorage.getItem('startex.appearance')||'light dark'}catch(e){}";

    private final String scheme;

    Appearance(String scheme) {
        this.scheme = scheme;
    }

    void choose(UI ui) {
        ui.getPage()
                .executeJs(
                        "document.documentElement.style.colorScheme=$0;try{localStorage.setItem('startex.appearance',$0)}catch(e){}",
                        scheme);
    }

    String word() {
        return Words.say("appearance." + name().toLowerCase(java.util.Locale.ROOT));
    }
}
