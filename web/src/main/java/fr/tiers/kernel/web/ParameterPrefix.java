package fr.tiers.kernel.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a field of a bean of parameters: every query parameter that begins so is taken, whoever wears the annotation refuses the unknown. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ParameterPrefix {

    String value();
}
