/**
 * Services that a unit offers, as a part of its content: {@link org.putokaz.organisation.service.ServiceContent} is checked by
 * {@link org.putokaz.organisation.service.ServiceValidator} before publication, and {@link
 * org.putokaz.organisation.service.ServiceRepository} keeps a row for each, so that renamed and removed services keep their
 * addresses. {@link org.putokaz.organisation.service.ServiceView} is the form of one in a response.
 */
@NullMarked
package org.putokaz.organisation.service;

import org.jspecify.annotations.NullMarked;
