package org.putokaz.webhook.endpoint;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.common.WireEnum;

/** Importance of the changes that an endpoint receives. Withdrawals are sent in any case. */
@Schema(name = "Interest")
public enum ChangeInterest implements WireEnum {
    ALL,
    MAJOR
}
