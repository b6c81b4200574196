package fr.tiers.codelist.web;

import fr.tiers.codelist.PlainEntry;
import fr.tiers.codelist.PlainList;
import fr.tiers.kernel.web.Refusals;

/** The page of a list whose entries have nothing special. */
public abstract class PlainListPage extends CodeListPage<PlainEntry> {

    private static final long serialVersionUID = 1L;

    protected PlainListPage(PlainList list, Refusals refusals) {
        super(list, refusals);
    }

    @Override
    protected PlainEntry entry() {
        return new PlainEntry(getCode(), version(), getLabelFr(), getLabelEn(), position(), isActive());
    }
}
