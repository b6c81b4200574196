package fr.tiers.customfield;

/** What moves the values of many objects at once; each field says by its flags whether it takes part. */
public enum FieldUse {
    /** Reads values in: what has a value of its own and no file. */
    IMPORT {
        @Override
        public boolean includes(FieldDefinition field) {
            return field.importable() && field.type().stores() && !field.type().isFile();
        }
    },
    /** Writes values out: everything but headings. */
    EXPORT {
        @Override
        public boolean includes(FieldDefinition field) {
            return field.exportable() && field.type() != FieldType.SEPARATOR;
        }
    };

    public abstract boolean includes(FieldDefinition field);
}
