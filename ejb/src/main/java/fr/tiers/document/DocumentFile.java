package fr.tiers.document;

/**
 * A file to be handed out.
 *
 * @param versionId key of its content
 * @param fileName what it is called on the reader's machine: the document's name with the file's own extension
 */
public record DocumentFile(long versionId, int number, String fileName, String mediaType, long size, String sha256) {}
