package org.putokaz.planted.guide;

import org.putokaz.planted.contact.Dialled;

/** Uses another family, and not only its id. */
record BorrowsFromContact(Dialled number) {}
