package org.startex.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The look at a screen finds what is in somebody's way; else every trip that looks would pass whatever it saw. */
class LooksBrowserIT {
    private static final String GOOD = """
            <!DOCTYPE html><html lang="en"><head><title>Good</title></head>
            <body><main><h1>Good</h1><p>Nothing is in the way.</p></main></body></html>""";
    private static final String BAD = """
            <!DOCTYPE html><html lang="en"><head><title>Bad</title></head>
            <body><main><h1>Bad</h1><p style="color:#ccc;background:#fff">Faint</p><img src="data:,"><div style="width:400px">Wide</div></main></body></html>""";

    @Test
    void aBarrierIsFoundAndAGoodPagePasses() {
        try (Browsers browsers = new Browsers("http://localhost")) {
            Page page = browsers.laptop();
            page.setContent(GOOD);
            Looks good = new Looks("good");
            good.at(page, "page");
            assertThatCode(good::nothingInTheWay).doesNotThrowAnyException();

            page.setContent(BAD);
            Looks bad = new Looks("bad");
            bad.at(page, "page");
            assertThatThrownBy(bad::nothingInTheWay)
                    .hasMessageContaining("page: color-contrast")
                    .hasMessageContaining("page: image-alt")
                    .hasMessageContaining("page-320-dark: scrolls sideways");
        }
    }
}
