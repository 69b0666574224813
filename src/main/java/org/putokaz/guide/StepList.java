package org.putokaz.guide;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** JSON form of all steps of one guide; they are few enough not to be paged. */
@Schema(name = "HelpGuideStepList")
record StepList(
        List<StepView> data,

        @Schema(ref = "Included") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Map<String, List<? extends Record>> included) {}
