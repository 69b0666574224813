package org.putokaz.webhook.endpoint;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.common.WireEnum;

/** Which changes an endpoint wants to hear of. Withdrawals it hears of in any case. */
@Schema(name = "Interest")
public enum ChangeInterest implements WireEnum {
    ALL,
    MAJOR
}
