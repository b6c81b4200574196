package fr.tiers.shell.web;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdentifierConverterTest {

    @Test
    void whatIsShownCanBePastedBack() {
        IdentifierConverter converter = new IdentifierConverter();
        String shown = converter.getAsString(null, null, "73282932000074");
        assertThat(converter.getAsObject(null, null, shown)).isEqualTo("73282932000074");
        assertThat(converter.getAsObject(null, null, " 732.829 320 ")).isEqualTo("732829320");
        assertThat(converter.getAsObject(null, null, " ")).isNull();
        assertThat(converter.getAsObject(null, null, "FR76 3000 6000")).isEqualTo("FR76 3000 6000");
    }

    @Test
    void aPhoneIsKeptWithOrdinarySpaces() {
        PhoneConverter converter = new PhoneConverter();
        String shown = converter.getAsString(null, null, "+33612345678");
        assertThat(converter.getAsObject(null, null, shown)).isEqualTo("06 12 34 56 78");
        assertThat(converter.getAsObject(null, null, "")).isNull();
    }
}
