package fr.tiers.sample;

/**
 * @param author OWNER stands for the tier's owner, else which of the company's people it was
 * @param day before (negative) or after today
 * @param minute of the day, in office hours
 */
record SampleEvent(String type, String author, String subject, String body, int day, int minute) {}
