package fr.tiers.document;

import fr.tiers.codelist.PlainList;
import jakarta.ejb.Stateless;

/** The categories of documents: what a document may be. */
@Stateless
public class DocumentCategories extends PlainList {

    public DocumentCategories() {
        super(
                "document-category",
                "document_category",
                "select 1 from document d join document_category c on c.id = d.category_id where c.code = :code");
    }
}
