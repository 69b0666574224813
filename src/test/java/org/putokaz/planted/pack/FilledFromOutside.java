package org.putokaz.planted.pack;

import jakarta.inject.Inject;

/** Cannot be made without a container. */
class FilledFromOutside {

    @Inject
    String value;
}
