package org.startex.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a browser calls itself, in words a person recognises: {@code Firefox, Android}. Nothing finer is kept. */
final class WebSecurityBrowser {
    private record Mark(String inHeader, String name) {}

    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edg", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("SamsungBrowser", "Samsung Internet"),
            new Mark("Firefox/", "Firefox"),
            new Mark("FxiOS", "Firefox"),
            new Mark("CriOS", "Chrome"),
            new Mark("Chrome/", "Chrome"),
            new Mark("Safari/", "Safari"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("Android", "Android"),
            new Mark("CrOS", "ChromeOS"),
            new Mark("Windows", "Windows"),
            new Mark("Macintosh", "Mac"),
            new Mark("Linux", "Linux"));

    private WebSecurityBrowser() {}

    /** Empty if the browser does not say. */
    static String name(@Nullable String userAgent) {
        if (userAgent == null) {
            return "";
        }
        String browser = find(BROWSERS, userAgent);
        String system = find(SYSTEMS, userAgent);
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
    }

    private static String find(List<Mark> marks, String userAgent) {
        return marks.stream()
                .filter(mark -> userAgent.contains(mark.inHeader()))
                .map(Mark::name)
                .findFirst()
                .orElse("");
    }
}
