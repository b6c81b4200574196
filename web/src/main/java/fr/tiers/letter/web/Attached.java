package fr.tiers.letter.web;

import fr.tiers.document.Intake;
import fr.tiers.document.Received;
import fr.tiers.kernel.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Takes in a file that a form of a page brings: looked at like every other, gone from the disk afterwards. */
@ApplicationScoped
public class Attached {

    private final Intake intake;

    protected Attached() {
        this(null);
    }

    @Inject
    public Attached(Intake intake) {
        this.intake = intake;
    }

    /** @throws BusinessException INVALID on {@code upload} without a file; as {@link Intake#receive} */
    void take(Part upload, Consumer<Received> work) {
        if (upload == null
                || upload.getSubmittedFileName() == null
                || upload.getSubmittedFileName().isBlank()) {
            throw BusinessException.invalid("upload", "required");
        }
        try (var in = upload.getInputStream();
                var file = intake.receive(upload.getSubmittedFileName(), in)) {
            work.accept(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
