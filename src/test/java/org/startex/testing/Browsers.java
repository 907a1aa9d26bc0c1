package org.startex.testing;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Chromium for tests: the one that {@code ./test} has found, else the machine's own. Where there is none the test fails and says so. */
public final class Browsers implements AutoCloseable {
    private static final List<String> USUAL = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable");

    private static final List<String> ALWAYS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // Of two such arguments only the last counts: what Playwright wants off, and the address bar's suggestions,
            // which are two pages
            // and a process more for each window, though nobody types an address here.
            "--disable-features=AvoidUnnecessaryBeforeUnloadCheckSync,BoundaryEventDispatchTracksNodeRemoval,DestroyProfileOnBrowserClose,"
                    + "DialMediaRouteProvider,GlobalMediaControls,HttpsUpgrades,LensOverlay,MediaRouter,PaintHolding,"
                    + "ThirdPartyStoragePartitioning,BlockOriginHeaderModificationOnRedirect,Translate,AutoDeElevate,OptimizationHints,"
                    + "WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup");

    private final Browser browser;
    private final boolean ofItsOwn;
    private final String base;
    private final List<BrowserContext> people = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();

    public Browsers(String base) {
        this(base, Shared.CHROMIUM, false);
    }

    /** One process for all trips of a test JVM: to start one takes seconds, and what a person has is in a context of theirs. It ends with the JVM. */
    private static final class Shared {
        static final Playwright PLAYWRIGHT = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        static final Browser CHROMIUM = launched(List.of());

        static Browser launched(List<String> more) {
            return PLAYWRIGHT
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium())
                            .setHeadless(true)
                            .setArgs(Stream.concat(ALWAYS.stream(), more.stream())
                                    .toList()));
        }
    }

    /** Browsers that know the hall's name as this machine, and trust the certificate that was made for it and no other. */
    public static Browsers trusting(TestCertificate certificate, String hall, int port) {
        return new Browsers(
                "https://" + hall + ":" + port,
                Shared.launched(List.of(
                        "--host-resolver-rules=MAP " + hall + " 127.0.0.1",
                        "--ignore-certificate-errors-spki-list=" + certificate.keyPin())),
                true);
    }

    private Browsers(String base, Browser browser, boolean ofItsOwn) {
        this.base = base;
        this.browser = browser;
        this.ofItsOwn = ofItsOwn;
    }

    /** A laptop with its own cookies. */
    public Page laptop() {
        return page(new Browser.NewContextOptions().setViewportSize(1440, 900));
    }

    /** A phone with its own cookies. */
    public Page phone() {
        return page(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setIsMobile(true)
                .setHasTouch(true));
    }

    private Page page(Browser.NewContextOptions options) {
        BrowserContext context =
                browser.newContext(options.setBaseURL(base).setLocale("en-GB").setReducedMotion(ReducedMotion.REDUCE));
        people.add(context);
        context.setDefaultTimeout(30_000);
        context.setDefaultNavigationTimeout(60_000);
        return page(context);
    }

    /** Its person closes a page, with whatever is on it, and opens it again. */
    public Page again(Page closed) {
        String address = closed.url();
        pages.remove(closed);
        closed.close();
        Page opened = page(closed.context());
        opened.navigate(address);
        return opened;
    }

    private Page page(BrowserContext context) {
        Page page = context.newPage();
        pages.add(page);
        hurried(page);
        page.onPageError(error -> errors.add(page.url() + ": " + error));
        return page;
    }

    /** What moves or fades is over at once: components of others do not ask whether less motion is wanted, and half a second is long to wait. */
    private static void hurried(Page page) {
        CDPSession chromium = page.context().newCDPSession(page);
        JsonObject rate = new JsonObject();
        rate.addProperty("playbackRate", 100);
        chromium.send("Animation.enable");
        chromium.send("Animation.setPlaybackRate", rate);
    }

    /** Scripts that threw, in any page. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    /** Where pictures are wanted, keeps one of what each page showed last: after a failure it is the first thing to look at. */
    @Override
    public void close() {
        for (int i = 0; i < pages.size() && Looks.KEPT; i++) {
            Path picture = Path.of("target", "pictures", "last-%d.png".formatted(i + 1));
            try {
                pages.get(i).screenshot(new Page.ScreenshotOptions().setPath(picture));
            } catch (PlaywrightException gone) {
                errors.add("no last picture of page %d: %s".formatted(i + 1, gone.getMessage()));
            }
        }
        people.forEach(BrowserContext::close);
        if (ofItsOwn) {
            browser.close();
        }
    }

    private static Path chromium() {
        String named = System.getenv("STARTEX_TEST_CHROMIUM");
        Stream<String> candidates = named == null ? USUAL.stream() : Stream.of(named);
        return candidates
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "No Chromium for the browser tests. Run ./test, which sets one up, or name one with STARTEX_TEST_CHROMIUM."));
    }
}
