package org.putokaz.organisation.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** JSON form of the services of one unit; they are few enough not to be paged. */
@Schema(name = "UnitServiceList")
public record ServiceList(
        List<ServiceView> data,

        @Schema(ref = "Included") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Map<String, List<? extends Record>> included) {}
