package fr.tiers.duplicate;

/** How a French word sounds, roughly: "Dupond" and "Dupont", "Philippe" and "Filipe" are told apart by eye alone. */
final class Sound {

    private Sound() {}

    static String of(String word) {
        return word.replace("ph", "f")
                .replace("eau", "o")
                .replace("au", "o")
                .replace("qu", "k")
                .replace("ck", "k")
                .replaceAll("c(?=[aou]|$)", "k")
                .replaceAll("c(?=[eiy])", "s")
                .replace('y', 'i')
                .replace("h", "")
                .replaceAll("(.)\\1+", "$1")
                .replaceAll("[dtsxz]+$", "");
    }
}
