/**
 * Areas that units and channels serve: municipalities and districts of Serbia, countries, and abroad.
 * {@link org.putokaz.area.AreaDirectory} knows their codes, names and what contains them; {@link org.putokaz.area.ServedArea} is one of
 * the areas in a content, {@link org.putokaz.area.AreaView} its form in a response, {@link org.putokaz.area.AreaFilter} the filter of lists.
 */
@NullMarked
package org.putokaz.area;

import org.jspecify.annotations.NullMarked;
