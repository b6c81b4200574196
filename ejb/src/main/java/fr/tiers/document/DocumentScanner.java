package fr.tiers.document;

import fr.tiers.kernel.BusinessException;
import java.io.InputStream;

/** Looks for malware before a file is kept. */
public interface DocumentScanner {

    /**
     * @throws BusinessException REFUSED {@code document-infected}; UNAVAILABLE {@code document-scanner-unavailable} when the scanner
     *     cannot say and files are not to be kept unseen
     */
    void requireClean(String fileName, InputStream content);
}
