package fr.tiers.admin;

import java.io.IOException;
import java.nio.file.Path;

/** Makes the key pair of the access tokens and prints the two lines for {@code tiers.properties}. */
public final class CreateTokenKeys {

    private CreateTokenKeys() {}

    /** Argument: the folder of the keys. */
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("Usage : create-token-keys <dossier des clés>");
            System.exit(2);
        }
        try {
            TokenKeys keys = TokenKeys.in(Path.of(arguments[0]));
            System.out.println("# À reporter dans tiers.properties :");
            System.out.println("tiers.token.private-key-file="
                    + keys.privateKeyFile().toString().replace('\\', '/'));
            System.out.println("tiers.token.public-key=" + keys.publicKey());
        } catch (IOException e) {
            System.err.println("Les clés ne peuvent pas être écrites dans " + arguments[0] + " : " + e.getMessage());
            System.exit(1);
        }
    }
}
