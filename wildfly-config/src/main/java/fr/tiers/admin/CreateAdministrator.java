package fr.tiers.admin;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Creates the first administrator. There is no default account and no default password: whoever installs Tiers chooses both here.
 * The password is asked for at the console, or read from standard input; on the command line others could see it.
 */
public final class CreateAdministrator {

    private CreateAdministrator() {}

    /** Arguments: {@code tiers.properties}, the login, the name to show, and optionally an e-mail address. */
    public static void main(String[] arguments) {
        if (arguments.length < 3 || arguments.length > 4) {
            System.err.println(
                    "Usage : create-administrator <tiers.properties> <identifiant> \"<nom affiché>\" [<courriel>]");
            System.exit(2);
        }
        try {
            Administrator administrator =
                    new Administrator(arguments[1], arguments[2].strip(), arguments.length > 3 ? arguments[3] : null);
            Database database = Database.of(Path.of(arguments[0]));
            String password = readPassword(administrator);
            try (Connection connection = database.connect()) {
                administrator.create(connection, password);
            }
            System.out.println("L'administrateur " + administrator.login() + " est créé.");
        } catch (CommandFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (SQLException | IOException e) {
            System.err.println("L'administrateur n'a pas été créé : " + e.getMessage());
            System.exit(1);
        }
    }

    private static String readPassword(Administrator administrator) throws IOException {
        Console console = System.console();
        if (console == null) {
            return firstLineOfInput();
        }
        String password = new String(console.readPassword("Mot de passe (12 caractères au moins) : "));
        administrator.checkPassword(password);
        if (!password.equals(new String(console.readPassword("Encore une fois : ")))) {
            throw new CommandFailure("Les deux saisies diffèrent : rien n'a été créé.");
        }
        return password;
    }

    private static String firstLineOfInput() throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = input.readLine();
        if (line == null) {
            throw new CommandFailure("Aucun mot de passe reçu sur l'entrée standard.");
        }
        return line;
    }
}
