/**
 * Settings that all responses depend on, languages ({@link org.putokaz.http.config.LanguageConfig}) and the
 * institution's place ({@link org.putokaz.http.config.InstitutionConfig}), and the beans produced from them: the
 * language policy, the clock and the time zone.
 */
@NullMarked
package org.putokaz.http.config;

import org.jspecify.annotations.NullMarked;
