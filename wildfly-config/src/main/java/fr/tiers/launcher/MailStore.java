package fr.tiers.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Mails as files {@code <time>-<number>.eml}: the order of their names is the order of their arrival, across restarts too. */
final class MailStore {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyyMMdd'T'HHmmss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("\\d{8}T\\d{6}\\.\\d{6}Z-\\d{6}\\.eml");

    private final Path folder;
    private final Clock clock;
    private final AtomicLong number = new AtomicLong();

    MailStore(Path folder, Clock clock) throws IOException {
        this.folder = folder.toAbsolutePath();
        this.clock = clock;
        Files.createDirectories(this.folder);
    }

    Path folder() {
        return folder;
    }

    /** Returns when the mail is on the disk under its final name: only then may it be accepted. */
    Path add(InputStream mail) throws IOException {
        Path draft = Files.createTempFile(folder, "incoming-", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                byte[] buffer = new byte[64 * 1024];
                for (int read = mail.read(buffer); read >= 0; read = mail.read(buffer)) {
                    ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                }
                channel.force(true);
            }
            return publish(draft);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** One at a time, so that names grow in the order of acceptance. */
    private synchronized Path publish(Path draft) throws IOException {
        String name = TIME.format(clock.instant())
                + String.format(Locale.ROOT, "-%06d", number.incrementAndGet() % 1_000_000);
        return Files.move(draft, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Names, the newest first. */
    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /** The file of a name that came from outside; nothing but a mail of this folder. */
    Optional<Path> find(String name) {
        return NAME.matcher(name).matches()
                ? Optional.of(folder.resolve(name)).filter(Files::isRegularFile)
                : Optional.empty();
    }
}
