package fr.tiers.mail;

/**
 * A file of a mail, without its content.
 *
 * @param position from 0, in the order of the mail
 * @param type media type
 * @param size in bytes
 */
public record MailFileRow(int position, String name, String type, long size) {}
