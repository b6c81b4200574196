package fr.tiers.history;

import jakarta.enterprise.context.RequestScoped;

/** Through which path this request changes data; UI unless the entry point says otherwise. */
@RequestScoped
public class Source {

    private String name = "UI";

    public String name() {
        return name;
    }

    public void set(String path) {
        name = path;
    }
}
