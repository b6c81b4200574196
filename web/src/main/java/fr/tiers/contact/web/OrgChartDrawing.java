package fr.tiers.contact.web;

import fr.tiers.contact.OrgChart;
import java.util.ArrayList;
import java.util.List;

/** Where each card of an organisation chart stands: superiors above the middle of those who report to them. Units are pixels. */
public final class OrgChartDrawing {

    static final int WIDTH = 216;
    static final int HEIGHT = 104;
    private static final int GAP = 24;
    private static final int LEVEL = HEIGHT + 48;
    private static final int LINE = 24;
    private static final int PER_ROW = 4;

    private final List<Card> cards = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private int right;
    private int bottom;

    /** @param superior link of the superior, null at the top */
    public record Card(OrgChart.Node node, int x, int y, Long superior) {

        /** Long titles end in an ellipsis; the whole is in the tooltip. */
        public String title() {
            return shortened(node.jobTitle() == null ? node.department() : node.jobTitle(), 24);
        }

        public String name() {
            return shortened(node.fullName(), 20);
        }

        private static String shortened(String text, int most) {
            if (text == null || text.codePointCount(0, text.length()) <= most) {
                return text;
            }
            return text.substring(0, text.offsetByCodePoints(0, most - 1)).strip() + '…';
        }
    }

    private OrgChartDrawing() {}

    static OrgChartDrawing of(List<OrgChart.Node> roots) {
        var drawing = new OrgChartDrawing();
        roots.forEach(root -> drawing.place(root, 0, null));
        return drawing;
    }

    /** Those who have no place yet, in rows: side by side they would make a picture that is wider than any screen or sheet. */
    static OrgChartDrawing inRows(List<OrgChart.Node> unplaced) {
        var drawing = new OrgChartDrawing();
        for (int i = 0; i < unplaced.size(); i++) {
            int x = i % PER_ROW * (WIDTH + GAP);
            int y = i / PER_ROW * (HEIGHT + GAP);
            drawing.cards.add(new Card(unplaced.get(i), x, y, null));
            drawing.right = Math.max(drawing.right, x + WIDTH + GAP);
            drawing.bottom = y + HEIGHT;
        }
        return drawing;
    }

    /** @return x of the card */
    private int place(OrgChart.Node node, int level, Long superior) {
        int y = level * LEVEL;
        bottom = Math.max(bottom, y + HEIGHT);
        if (node.reports().isEmpty()) {
            int x = right;
            right += WIDTH + GAP;
            cards.add(new Card(node, x, y, superior));
            return x;
        }
        var below = new ArrayList<Integer>();
        node.reports().forEach(report -> below.add(place(report, level + 1, node.linkId())));
        int x = (below.get(0) + below.get(below.size() - 1)) / 2;
        cards.add(new Card(node, x, y, superior));
        for (int child : below) {
            lines.add("M%d %d v%d H%d v%d"
                    .formatted(x + WIDTH / 2, y + HEIGHT, LINE, child + WIDTH / 2, LEVEL - HEIGHT - LINE));
        }
        return x;
    }

    public List<Card> getCards() {
        return cards;
    }

    public List<String> getLines() {
        return lines;
    }

    public int getWidth() {
        return Math.max(WIDTH, right - GAP) + 4;
    }

    public int getHeight() {
        return bottom + 4;
    }
}
