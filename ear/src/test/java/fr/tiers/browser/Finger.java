package fr.tiers.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A finger on the screen of a phone, which the library can only tap with. */
final class Finger {

    private static final int STEPS = 8;
    /** Longer than what the pages take for holding. */
    private static final int HOLD = 600;

    private final Page page;
    private final CDPSession chromium;

    Finger(Page page) {
        this.page = page;
        chromium = page.context().newCDPSession(page);
    }

    /** Holds what is there until it can be moved, and takes it elsewhere. */
    void carry(double fromX, double fromY, double toX, double toY) {
        touch("touchStart", fromX, fromY);
        page.waitForTimeout(HOLD);
        for (int step = 1; step <= STEPS; step++) {
            touch("touchMove", fromX + (toX - fromX) * step / STEPS, fromY + (toY - fromY) * step / STEPS);
        }
        var end = new JsonObject();
        end.addProperty("type", "touchEnd");
        end.add("touchPoints", new JsonArray());
        chromium.send("Input.dispatchTouchEvent", end);
    }

    private void touch(String type, double x, double y) {
        var point = new JsonObject();
        point.addProperty("x", x);
        point.addProperty("y", y);
        var points = new JsonArray();
        points.add(point);
        var event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        chromium.send("Input.dispatchTouchEvent", event);
    }
}
