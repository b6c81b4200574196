package fr.tiers.exchange.file;

import fr.tiers.kernel.BusinessException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import static fr.tiers.kernel.BusinessException.Kind.REFUSED;

/**
 * Which encoding a text has. Of those that French software writes this can be told for certain: a mark says it, else what is UTF-8 from
 * the first byte to the last is UTF-8, else signs that only Windows has (the euro, curly quotes) tell windows-1252 from ISO-8859-1.
 */
final class Encodings {

    private static final int PIECE = 64 * 1024;
    private static final int FIRST_OF_WINDOWS = 0x80;
    private static final int LAST_OF_WINDOWS = 0x9f;

    private Encodings() {}

    /** @throws BusinessException REFUSED for what is no text */
    static String of(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), PIECE)) {
            in.mark(PIECE);
            var mark = in.readNBytes(2);
            if (mark.length == 2 && (mark[0] & 0xff) == 0xff && (mark[1] & 0xff) == 0xfe) {
                return "UTF-16LE";
            }
            if (mark.length == 2 && (mark[0] & 0xff) == 0xfe && (mark[1] & 0xff) == 0xff) {
                return "UTF-16BE";
            }
        }
        return ofBytes(file);
    }

    private static String ofBytes(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var chars = CharBuffer.allocate(PIECE);
        var bytes = ByteBuffer.allocate(PIECE);
        boolean utf8 = true;
        boolean windows = false;
        try (var in = Files.newInputStream(file)) {
            for (int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                    read >= 0;
                    read = in.read(bytes.array(), bytes.position(), bytes.remaining())) {
                windows |= look(bytes.array(), bytes.position(), read);
                bytes.position(bytes.position() + read);
                bytes.flip();
                utf8 = utf8 && isDecoded(decoder, bytes, chars, false);
                if (!utf8) {
                    bytes.position(bytes.limit());
                }
                bytes.compact();
            }
        }
        bytes.flip();
        utf8 = utf8 && isDecoded(decoder, bytes, chars, true);
        return utf8 ? "UTF-8" : windows ? "windows-1252" : "ISO-8859-1";
    }

    /** @return whether signs are among the bytes that ISO-8859-1 does not have */
    private static boolean look(byte[] bytes, int from, int length) {
        boolean windows = false;
        for (int i = from; i < from + length; i++) {
            int value = bytes[i] & 0xff;
            if (value == 0) {
                throw new BusinessException(REFUSED, "import-file-binary");
            }
            windows |= value >= FIRST_OF_WINDOWS && value <= LAST_OF_WINDOWS;
        }
        return windows;
    }

    private static boolean isDecoded(CharsetDecoder decoder, ByteBuffer bytes, CharBuffer chars, boolean end) {
        while (true) {
            chars.clear();
            var result = decoder.decode(bytes, chars, end);
            if (!result.isOverflow()) {
                return !result.isError();
            }
        }
    }
}
