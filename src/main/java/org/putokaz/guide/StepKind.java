package org.putokaz.guide;

import org.putokaz.common.WireEnum;

/** Kind of a step of a help guide: one to take, or what the reader has to know or do before any of them. */
enum StepKind implements WireEnum {
    STEP,
    WARNING,
    EMERGENCY
}
