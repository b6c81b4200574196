/** Mails to contacts: written on a page or over REST, and the editor of their templates. */
package fr.tiers.letter.web;
