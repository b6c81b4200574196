/**
 * Tags: their administration by page and REST, and what any feature needs to show and change what its objects wear.
 */
package fr.tiers.tag.web;
