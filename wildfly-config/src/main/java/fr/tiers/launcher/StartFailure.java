package fr.tiers.launcher;

/** Something needed could not be started. The message is one sentence that the reader can act on; no stack trace is shown. */
public class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartFailure(String sentence) {
        super(sentence);
    }

    public StartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
