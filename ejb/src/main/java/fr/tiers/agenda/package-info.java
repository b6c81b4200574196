/**
 * Who has what when: the entries in the agendas of some people within a frame of time, and the time that is free for all of them. The
 * entries are the events; nothing is kept here.
 */
package fr.tiers.agenda;
