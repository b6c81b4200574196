/**
 * What tiers owe and pay: the ERP's side and ours over REST, the payment page, the lists and the tab of the record.
 */
package fr.tiers.receivable.web;
