package org.startex.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Looks at a screen as its people do: on a laptop, on a tablet, on a phone, and on a very small one in the dark. axe reads it on the
 * widest in the light and on the narrowest in the dark, and on none of them may anything need sideways scrolling. A trip goes on after what is found; {@link #nothingInTheWay()} tells all of it.
 */
public final class Looks {
    private static final Path PICTURES = Path.of("target", "pictures");

    /** Pictures take a minute and more of the whole run, so they are kept only for whoever wants to look. */
    static final boolean KEPT = System.getenv("STARTEX_TEST_PICTURES") != null;
    /** Flow has nothing under way. */
    private static final String QUIET =
            "!Object.values(window.Vaadin?.Flow?.clients ?? {}).some(each => each.isActive?.())";

    /** Nothing moves, in the page or inside its components, for two frames: one colour may fade after the other. */
    private static final String STILL = """
            async () => {
              const roots = (root) => [root, ...[...root.querySelectorAll('*')].filter(each => each.shadowRoot).flatMap(each => roots(each.shadowRoot))];
              for (let still = 0, frame = 0; still < 2 && frame < 100; frame++) {
                const moving = roots(document).flatMap(root => root.getAnimations())
                  .filter(each => each.playState === 'running' && Number.isFinite(each.effect?.getComputedTiming().endTime));
                still = moving.length === 0 ? still + 1 : 0;
                await Promise.all(moving.map(each => each.finished.catch(() => null)));
                await new Promise(done => requestAnimationFrame(done));
              }
            }""";

    /** Everything that axe knows, told in as few words as a failure needs: a whole answer takes longer to send than to find. */
    private static final String BARRIERS = """
            axe.run(document, { resultTypes: ['violations'], selectors: false, preload: false })
              .then(found => found.violations.map(each => each.id + ' ' + each.nodes.slice(0, 3).map(node => node.html).join(' ')))""";

    private static final String AXE = axe();

    private final String trip;
    private final List<String> barriers = new ArrayList<>();

    /** The trip's name is the beginning of its pictures' names; they are kept in {@code target/pictures} where {@code STARTEX_TEST_PICTURES} is set. */
    public Looks(String trip) {
        this.trip = trip;
        try {
            Files.createDirectories(PICTURES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks at the page in every form, and leaves it in its own size, light. */
    public void at(Page page, String screen) {
        ViewportSize size = page.viewportSize();
        page.setViewportSize(1440, 900);
        read(page, screen);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(320, 640);
        read(page, screen + "-320-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(820, 1180);
        show(page, screen + "-tablet");
        page.setViewportSize(390, 844);
        show(page, screen + "-phone");
        page.setViewportSize(size.width, size.height);
    }

    /** Looks at the page as it is. */
    public void as(Page page, String screen) {
        read(page, screen);
    }

    public void nothingInTheWay() {
        assertThat(barriers).isEmpty();
    }

    private void read(Page page, String picture) {
        show(page, picture);
        if (!Boolean.TRUE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(AXE);
        }
        for (Object barrier : (List<?>) page.evaluate(BARRIERS)) {
            barriers.add(picture + ": " + barrier);
        }
    }

    private void show(Page page, String picture) {
        page.locator("h1, h2").first().waitFor();
        page.waitForFunction(QUIET);
        page.evaluate(STILL);
        if (KEPT) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(trip + "-" + picture + ".png"))
                    .setFullPage(true));
        }
        if (!Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))) {
            barriers.add(picture + ": scrolls sideways");
        }
    }

    private static String axe() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
