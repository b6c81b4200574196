package fr.tiers.address;

import java.time.LocalDate;

/**
 * A move: the old address ends the day before, the new one begins.
 *
 * @param on first day at the new address
 * @param address the new one; its {@code from} is the day of the move
 */
public record MoveCommand(LocalDate on, AddressCommand address) {}
