/**
 * Content family of the organisational units. {@code UnitFamily} connects {@code UnitContent} to the live store:
 * {@code UnitValidator} checks it before publication, {@code UnitWarnings} finds what is suspicious, {@code UnitEntity} is its index row. {@code UnitResource} lists
 * the rows that {@code UnitListParameters} select, maps them by {@code UnitViewMapper}, and gives the tree of any day
 * by {@code UnitTreeBuilder}. {@code UnitServiceResource} gives the services of a unit, which {@link
 * org.putokaz.organisation.service.ServiceContent} describes. {@link org.putokaz.organisation.InstitutionResolver} finds the institution itself.
 */
@NullMarked
package org.putokaz.organisation;

import org.jspecify.annotations.NullMarked;
