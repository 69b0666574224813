package org.putokaz.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.paging.PageInfo;
import org.putokaz.http.paging.PagedResponse;

/** Page of a list of organisational units. */
@Schema(name = "OrganisationalUnitPage")
record UnitPage(
        List<UnitView> data,
        PageInfo page,

        @Schema(ref = "Included") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Map<String, List<? extends Record>> included)
        implements PagedResponse {}
