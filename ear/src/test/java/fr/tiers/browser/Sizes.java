package fr.tiers.browser;

import com.microsoft.playwright.Locator;

import static org.assertj.core.api.Assertions.assertThat;

/** How big what one presses is. */
final class Sizes {

    private static final int FINGER = 44;
    private static final int PHONE = 500;

    private Sizes() {}

    /** On a phone 44 px in both directions; at a desk anything goes. */
    static void isBigEnoughForAFinger(Visitor visitor, Locator target) {
        if (visitor.page().viewportSize().width < PHONE) {
            for (var each : target.all()) {
                if (each.isVisible()) {
                    var box = each.boundingBox();
                    assertThat(Math.min(box.width, box.height))
                            .as("%s of %s", each, visitor.page().url())
                            .isGreaterThan(FINGER - 0.5);
                }
            }
        }
    }
}
