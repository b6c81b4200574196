/** Import of tiers on the page and over REST. */
package fr.tiers.exchange.web;
