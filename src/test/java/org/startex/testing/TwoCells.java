package org.startex.testing;

import static org.startex.testing.Screens.code;
import static org.startex.testing.Screens.join;
import static org.startex.testing.Screens.plan;
import static org.startex.testing.Screens.signIn;

import com.microsoft.playwright.Page;

/**
 * An exercise of the caravan site before STARTEX: its director at a laptop, and a player with a phone in each of two cells.
 *
 * @param director on the screen where the exercise is planned
 * @param exercise its id
 * @param hale of the police, in the tactical cell
 * @param okafor of the borough council, in the rest centre
 */
public record TwoCells(Page director, String exercise, Page hale, Page okafor) {
    /** Plans it, and both join. */
    public static TwoCells joined(Browsers browsers) {
        Page director = browsers.laptop();
        signIn(director, "director");
        String exercise = plan(director, "caravan-site");
        Page hale = join(browsers.phone(), code(director, "Tactical"), "R. Hale", "Police");
        Page okafor = join(browsers.phone(), code(director, "Rest centre"), "M. Okafor", "Borough council");
        return new TwoCells(director, exercise, hale, okafor);
    }
}
