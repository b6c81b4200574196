package fr.tiers.document;

import fr.tiers.kernel.BusinessException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IntakeTest {

    static final String TYPES = "pdf,png,jpg,docx,txt,csv,svg,html";
    static final byte[] PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    private static final DocumentScanner CLEAN = (name, content) -> {};

    @TempDir
    private Path folder;

    private Intake intake;

    @BeforeEach
    void ready() {
        intake = new Intake(1_000, TYPES, CLEAN, folder);
    }

    @ParameterizedTest
    @CsvSource({
        "contrat.pdf, 255044462d312e34, application/pdf",
        "logo.png, 89504e470d0a1a0a0000000d49484452, image/png",
        "photo.PDF, ffd8ffe000104a464946, image/jpeg",
        "lettre.docx, 504b030414000600, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "note.txt, 426f6e6a6f7572, text/plain",
        "dessin.svg, 3c73766720786d6c6e733d22687474703a2f2f7777772e77332e6f72672f323030302f737667222f3e, image/svg+xml",
        "page.html, 3c21444f43545950452068746d6c3e3c68746d6c3e3c2f68746d6c3e, text/html"
    })
    void theTypeIsFoundInTheContent(String name, String hex, String type) throws IOException {
        try (var received = intake.receive(name, bytes(java.util.HexFormat.of().parseHex(hex)))) {
            assertThat(received.mediaType()).isEqualTo(type);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "facture.pdf, <!DOCTYPE html><html><script>alert(1)</script></html>",
        "facture.pdf, <html><body onload=alert(1)>",
        "logo.png, <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "note.txt, '#!/bin/sh\nrm -rf /\n'"
    })
    void aPageOrScriptInDisguiseIsRefused(String name, String content) {
        refuses("document-disguised", name, content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aProgramInDisguiseIsRefused() {
        refuses("document-disguised", "devis.pdf", program());
        refuses(
                "document-disguised",
                "devis.docx",
                "\u007fELF\u0002\u0001\u0001".getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The beginning of what Windows runs. */
    private static byte[] program() {
        var bytes = new byte[512];
        bytes[0] = 'M';
        bytes[1] = 'Z';
        bytes[60] = (byte) 128;
        bytes[128] = 'P';
        bytes[129] = 'E';
        return bytes;
    }

    @Test
    void kindsThatAreNotTakenAreRefusedByTheirName() {
        for (var name : new String[] {"virus.exe", "sans-extension", "a.pdf.js", ".htaccess", "x."}) {
            refuses("document-type-not-allowed", name, PDF);
        }
    }

    @Test
    void anEmptyFileAndOneThatIsTooLargeAreRefused() {
        refuses("document-empty", "vide.pdf", new byte[0]);
        refuses("document-too-large", "grand.pdf", new byte[1_001]);
    }

    @Test
    void namesLoseTheirPathAndWhatTurnsTextAround() throws IOException {
        for (var given :
                new String[] {"C:\\Users\\x\\bail.pdf", "../../etc/bail.pdf", "\u202ebail.pdf", "bail\0.pdf"}) {
            try (var received = intake.receive(given, bytes(PDF))) {
                assertThat(received.fileName().replace(" ", "")).isEqualTo("bail.pdf");
            }
        }
        try (var received = intake.receive("é".repeat(400) + ".pdf", bytes(PDF))) {
            assertThat(received.fileName()).hasSizeLessThanOrEqualTo(200).endsWith(".pdf");
        }
    }

    @Test
    void whatIsRefusedOrBreaksOffLeavesNothingOnTheDisk() throws IOException {
        refuses("document-too-large", "grand.pdf", new byte[5_000]);
        assertThatThrownBy(() -> intake.receive("a.pdf", new InputStream() {
                    private int sent;

                    @Override
                    public int read() throws IOException {
                        if (sent++ > 100) {
                            throw new IOException("connection reset");
                        }
                        return 'x';
                    }
                }))
                .isInstanceOf(IOException.class);
        var infected = new Intake(
                1_000,
                TYPES,
                (name, content) -> {
                    throw new BusinessException(BusinessException.Kind.REFUSED, "document-infected", name, "Eicar");
                },
                folder);
        assertThatThrownBy(() -> infected.receive("a.pdf", bytes(PDF))).hasMessageContaining("document-infected");
        intake.receive("a.pdf", bytes(PDF)).close();

        assertThat(waiting()).isZero();
    }

    @Test
    void whatAKilledServerLeftIsRemovedLater() throws IOException {
        var received = intake.receive("a.pdf", bytes(PDF));
        intake.forgetOlderThan(Instant.EPOCH);
        assertThat(waiting()).isOne();
        received.close();
        var left = Files.createTempFile(folder, "tiers-upload-", ".part");
        Files.setLastModifiedTime(left, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        intake.forgetOlderThan(Instant.parse("2020-01-02T00:00:00Z"));
        assertThat(left).doesNotExist();
    }

    private long waiting() throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }

    private void refuses(String code, String name, byte[] content) {
        assertThatThrownBy(() -> intake.receive(name, bytes(content)))
                .as(name)
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code));
    }

    private static InputStream bytes(byte[] content) {
        return new ByteArrayInputStream(content);
    }
}
