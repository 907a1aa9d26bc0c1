package org.startex.testing;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Objects;

/** Somebody who uses a page with nothing but the keys: goes from one control to the next until it has the one it wants. */
public final class Keyboard {
    private static final int MOST = 150;
    private static final String AT = """
            wanted => {
              let at = document.activeElement;
              while (at) {
                if (at === wanted || wanted.contains(at)) return true;
                at = at.shadowRoot ? at.shadowRoot.activeElement : null;
              }
              return false;
            }""";
    private static final String WHERE = """
            () => {
              let at = document.activeElement;
              while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
              if (!at || at === document.body) return 'the page itself';
              return at.outerHTML.slice(0, 160);
            }""";

    private final Page page;

    public Keyboard(Page page) {
        this.page = page;
    }

    /**
     * Goes to a control by Tab.
     *
     * @throws AssertionError if the keys do not lead there
     */
    public Keyboard to(Locator control) {
        Locator wanted = control.first();
        wanted.waitFor();
        StringBuilder way = new StringBuilder();
        for (int i = 0; i < MOST; i++) {
            if (Boolean.TRUE.equals(wanted.evaluate(AT))) {
                return this;
            }
            page.keyboard().press("Tab");
            if (i > MOST - 40) {
                way.append('\n').append(Objects.toString(page.evaluate(WHERE)));
            }
        }
        throw new AssertionError("Tab does not lead to " + control + "; the last of its way was:" + way);
    }

    /** Presses the control. */
    public void press(Locator control) {
        to(control).keys("Enter");
    }

    /** Writes into the field, over what is there. */
    public void write(Locator field, String text) {
        to(field).keys("ControlOrMeta+a");
        page.keyboard().type(text);
    }

    /** Presses keys, one after another. */
    public void keys(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** Types where the focus is. */
    public void type(String text) {
        page.keyboard().type(text);
    }
}
