package fr.tiers.contact;

import fr.tiers.kernel.BusinessException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VCardsTest {

    @Test
    void whatIsWrittenIsReadAgain() {
        var card = VCards.write(person("Le Goff; née \"Martin\"", "É".repeat(90) + "\nEND:VCARD"), null);

        assertThat(card.lines()).first().isEqualTo("BEGIN:VCARD");
        assertThat(card.split("\r\n")).allMatch(line -> line.length() <= 75);
        var read = VCards.read(card);
        assertThat(read.person().lastName()).isEqualTo("Le Goff; née \"Martin\"");
        assertThat(read.person().civility()).isEqualTo("MME");
        assertThat(read.person().birthday()).isEqualTo("1980-02-29");
        assertThat(read.link().jobTitle()).isEqualTo("É".repeat(90) + "\nEND:VCARD");
        assertThat(read.link().email()).isEqualTo("anne@exemple.example");
        assertThat(read.link().phone()).isEqualTo("01 99 00 12 34");
        assertThat(read.link().mobile()).isEqualTo("06 39 98 00 11");
        assertThat(read.organisation()).isEqualTo("Café, thé & Cie");
    }

    @Test
    void aCardOfATelephoneFillsTheForm() {
        var read = VCards.read(
                """
                BEGIN:VCARD
                VERSION:4.0
                FN:Jean Dupont
                N:Dupont;Jean;;M.;
                ORG:Acme;Achats
                TITLE:Acheteur
                TEL;VALUE=uri;TYPE="cell":tel:+33-6-39-98-00-12
                EMAIL:jean@acme.example
                URL:https://www.linkedin.com/in/jean
                BDAY:19700101
                END:VCARD
                """);

        assertThat(read.person().firstName()).isEqualTo("Jean");
        assertThat(read.person().civility()).isEqualTo("M");
        assertThat(read.person().linkedin()).isEqualTo("https://www.linkedin.com/in/jean");
        assertThat(read.link().mobile()).isEqualTo("+33-6-39-98-00-12");
        assertThat(read.link().department()).isEqualTo("Achats");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bonjour", "BEGIN:VCARD\nEND:VCARD", "\0", "{}"})
    void whatIsNoCardIsRefused(String text) {
        assertThatThrownBy(() -> VCards.read(text))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("vcard-unreadable"));
    }

    @Test
    void aPhotoTravelsWithTheCard() {
        var data = new byte[3000];
        new java.util.Random(1).nextBytes(data);

        var card = VCards.write(person("Kermarec", "Gérante"), new Photo(data, "00"));

        assertThat(card).contains("PHOTO;");
        assertThat(VCards.read(card).photo()).isEqualTo(data);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PHOTO:data:image/png;base64,AQID",
                "PHOTO;ENCODING=BASE64;PNG:AQID",
                "PHOTO;ENCODING=b;TYPE=PNG:AQ\n ID",
            })
    void aPhotoIsReadInEveryVersionOfTheFormat(String property) {
        var card = VCards.read("BEGIN:VCARD\nVERSION:3.0\nN:Dupont;Jean\n" + property + "\nEND:VCARD\n");

        assertThat(card.photo()).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PHOTO;VALUE=uri:http://10.0.0.1/internal.png", "PHOTO:***", "NOTE:x"})
    void aPhotoElsewhereIsNotFetched(String property) {
        var card = VCards.read("BEGIN:VCARD\nVERSION:3.0\nN:Dupont;Jean\n" + property + "\nEND:VCARD\n");

        assertThat(card.photo()).isNull();
    }

    private static PersonView person(String lastName, String jobTitle) {
        var link = new ContactLinkView(
                1,
                0,
                2,
                3,
                "Café, thé & Cie",
                "MME",
                lastName,
                "Anne",
                "anne@exemple.example",
                "01 99 00 12 34",
                "06 39 98 00 11",
                null,
                jobTitle,
                null,
                null,
                null,
                true,
                true,
                true,
                null,
                null,
                null,
                false,
                false,
                List.of(),
                false,
                EmailState.UNKNOWN,
                null);
        var now = Instant.parse("2026-11-20T09:00:00Z");
        return new PersonView(
                2,
                0,
                "MME",
                lastName,
                "Anne",
                LocalDate.of(1980, 2, 29),
                "fr",
                null,
                null,
                null,
                null,
                false,
                false,
                true,
                null,
                null,
                Map.of(),
                List.of(),
                now,
                now,
                false,
                List.of(link));
    }
}
