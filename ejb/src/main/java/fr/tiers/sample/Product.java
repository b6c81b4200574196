package fr.tiers.sample;

import java.util.List;

/**
 * Something the demonstration company sells.
 *
 * @param price in cents, without tax
 * @param kind MACHINE, SUPPLY or SERVICE
 */
record Product(String label, long price, int largestQuantity, String kind) {

    static List<Product> load() {
        return Texts.rows("products.csv", "|").stream()
                .map(column ->
                        new Product(column[0], Long.parseLong(column[1]), Integer.parseInt(column[2]), column[3]))
                .toList();
    }

    /** As it is spoken of: without sizes and packings. */
    String shortLabel() {
        return label.replaceAll("(,.*| [0-9].*)$", "");
    }
}
