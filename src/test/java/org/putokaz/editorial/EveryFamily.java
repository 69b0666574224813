package org.putokaz.editorial;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A promise that all families make alike; {@link EntryOperationsTest} sees to it that {@link Sample} knows all. */
@ParameterizedTest
@EnumSource(Sample.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface EveryFamily {}
