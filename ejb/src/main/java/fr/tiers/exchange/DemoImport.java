package fr.tiers.exchange;

import fr.tiers.exchange.file.FileFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** A file of the demonstration company that somebody has uploaded and not imported yet. */
public final class DemoImport {

    private static final String CSV =
            """
            Raison sociale;Téléphone;Code postal;Ville;Type;Étiquettes;Nom contact;E-mail contact
            Biscuiterie des Abers;02 98 04 11 22;29870;Lannilis;Prospect;Europropre 2025;Le Goff;anne.legoff@biscuiterie-abers.example
            Chantier naval Tanguy;02 99 11 22 33;35400;Saint-Malo;Prospect;Europropre 2025;Tanguy;
            Atelier du Ponant;02 98 44 10;29200;Brest;Prospect;;Kerdraon;atelier@ponant.example
            Traiteur Coat;02 96 33 44 55;22000;Saint-Brieuc;Prospect;Sirha 2025;Coat;contact@traiteur-coat.example
            """;

    private DemoImport() {}

    public static void write(Handle handle) {
        try {
            var bytes = CSV.getBytes(StandardCharsets.UTF_8);
            var look = ImportFiles.with(
                    new ByteArrayInputStream(bytes),
                    file -> FileLook.at(file, new FileFormat(FileFormat.Kind.CSV, "UTF-8", ";", null)));
            var columns = new HeaderGuess(TargetFields.standard()).guess(look.header());
            var settings = new ImportSettings(look.format(), columns, List.of(), null, null, List.of("PROSPECT"));
            var sha = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            handle.execute(
                    """
                    with made as (
                        insert into exchange_import (file_name, size, sha256, header, sample, row_count, settings, created_by, created_at)
                        values ('salon-europropre.csv', ?, ?, ?, cast(? as jsonb), ?, cast(? as jsonb), 'admin', now()) returning id)
                    insert into exchange_chunk (import_id, position, data) select id, 0, ? from made
                    """,
                    bytes.length,
                    sha,
                    look.header().toArray(String[]::new),
                    ExchangeJson.write(look.sample()),
                    look.rows(),
                    ExchangeJson.write(settings),
                    bytes);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("The import of the demonstration company cannot be written", e);
        }
    }
}
