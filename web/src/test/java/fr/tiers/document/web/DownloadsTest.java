package fr.tiers.document.web;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DownloadsTest {

    @Test
    void namesTravelInBothForms() {
        assertThat(Downloads.disposition(false, "Été à la \"mer\";\r\nX: 1 🦑.pdf"))
                .isEqualTo(
                        "attachment; filename=\"Ete a la _mer____X_ 1 _.pdf\"; "
                                + "filename*=UTF-8''%C3%89t%C3%A9%20%C3%A0%20la%20%22mer%22%3B%0D%0AX%3A%201%20%F0%9F%A6%91.pdf");
        assertThat(Downloads.disposition(true, "a.png")).startsWith("inline; filename=\"a.png\"");
    }

    @Test
    void onlyPicturesAndPdfAreShown() {
        assertThat(Downloads.isShown("image/png")).isTrue();
        assertThat(Downloads.isShown("application/pdf")).isTrue();
        for (var type :
                new String[] {"image/svg+xml", "text/html", "application/xhtml+xml", "text/plain", "text/xml"}) {
            assertThat(Downloads.isShown(type)).as(type).isFalse();
        }
    }

    @Test
    void aPartIsFoundAsTheStandardSays() {
        assertThat(Downloads.span("bytes=0-9", 100)).isEqualTo(new Downloads.Span(0, 9));
        assertThat(Downloads.span("bytes=90-", 100)).isEqualTo(new Downloads.Span(90, 99));
        assertThat(Downloads.span("bytes=90-900", 100)).isEqualTo(new Downloads.Span(90, 99));
        assertThat(Downloads.span("bytes=-10", 100)).isEqualTo(new Downloads.Span(90, 99));
        assertThat(Downloads.span("bytes=-900", 100)).isEqualTo(new Downloads.Span(0, 99));
        for (var whole : new String[] {null, "", "bytes=-", "bytes=9-3", "bytes=0-1,5-6", "items=0-1", "bytes=x-y"}) {
            assertThat(Downloads.span(whole, 100)).as(whole).isNull();
        }
        for (var outside : new String[] {"bytes=100-", "bytes=100-200", "bytes=-0"}) {
            assertThat(Downloads.span(outside, 100)).as(outside).isSameAs(Downloads.Span.OUTSIDE);
        }
    }
}
