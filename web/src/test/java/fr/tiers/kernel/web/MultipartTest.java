package fr.tiers.kernel.web;

import fr.tiers.kernel.BusinessException;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MultipartTest {

    private static final String BOUNDARY = "----x";
    private static final MediaType TYPE = new MediaType("multipart", "form-data", Map.of("boundary", BOUNDARY));

    @Test
    void fieldsAndFilesComeInTheirOrder() throws IOException {
        var form = form(field("category", "PLAN") + file("file", "Été \\\"1\\\".pdf", "one\r\ntwo\r\n--")
                + field("empty", "") + "------x--\r\n");

        var first = form.next();
        assertThat(first.name()).isEqualTo("category");
        assertThat(first.isFile()).isFalse();
        assertThat(first.text()).isEqualTo("PLAN");
        var second = form.next();
        assertThat(second.fileName()).isEqualTo("Été \"1\".pdf");
        assertThat(second.text()).isEqualTo("one\r\ntwo\r\n--");
        assertThat(form.next().text()).isEmpty();
        assertThat(form.next()).isNull();
    }

    @Test
    void whatIsNotReadIsPassedOver() throws IOException {
        var form = form(file("a", "a.pdf", "x".repeat(300_000)) + field("b", "after") + "------x--");
        form.next();
        assertThat(form.next().text()).isEqualTo("after");
    }

    /** Any bytes, however the network cuts them. */
    @Test
    void contentIsGivenByteForByte() throws IOException {
        var random = new Random(42);
        for (int size : new int[] {0, 1, 7, 65_535, 65_536, 65_537, 200_000}) {
            var content = new byte[size];
            random.nextBytes(content);
            for (int i = 0; i + 9 < size; i += 1_000) {
                // nearly the boundary, again and again
                System.arraycopy("\r\n------".getBytes(StandardCharsets.US_ASCII), 0, content, i, 8);
            }
            var head = "------x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);
            var tail = "\r\n------x--\r\n".getBytes(StandardCharsets.US_ASCII);
            var all = Arrays.copyOf(head, head.length + size + tail.length);
            System.arraycopy(content, 0, all, head.length, size);
            System.arraycopy(tail, 0, all, head.length + size, tail.length);
            var form = Multipart.of(TYPE, new Dribble(all, random));

            assertThat(form.next().body().readAllBytes()).isEqualTo(content);
            assertThat(form.next()).isNull();
        }
    }

    @Test
    void whatIsNoFormIsRefused() {
        for (var body : new String[] {
            "",
            "{}",
            "------x",
            "------x\r\n",
            "------x\r\nContent-Type: text/plain\r\n\r\nx\r\n------x--",
            "------x\r\nContent-Disposition: form-data\r\n\r\nx\r\n------x--",
            "------x\r\n" + "y".repeat(20_000),
            field("a", "never ends").replace("\r\n", "\n")
        }) {
            assertThatThrownBy(() -> {
                        var part = form(body).next();
                        part.text();
                        form(body).next();
                    })
                    .as(body)
                    .isInstanceOf(BusinessException.class)
                    .hasMessageContaining("multipart-malformed");
        }
        assertThatThrownBy(() -> Multipart.of(new MediaType("multipart", "form-data"), InputStream.nullInputStream()))
                .hasMessageContaining("multipart-malformed");
        assertThatThrownBy(() -> form(field("a", "x".repeat(70_000)) + "------x--")
                        .next()
                        .text())
                .hasMessageContaining("too-long");
    }

    private static String field(String name, String value) {
        return "------x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String name, String fileName, String content) {
        return "------x\r\ncontent-disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/pdf\r\n\r\n" + content + "\r\n";
    }

    private static Multipart form(String body) {
        return Multipart.of(TYPE, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Gives a few bytes at a time. */
    private static final class Dribble extends FilterInputStream {

        private final Random random;

        Dribble(byte[] bytes, Random random) {
            super(new ByteArrayInputStream(bytes));
            this.random = random;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return super.read(into, offset, Math.min(length, 1 + random.nextInt(5_000)));
        }
    }
}
