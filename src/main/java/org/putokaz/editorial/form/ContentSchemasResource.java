package org.putokaz.editorial.form;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Role;

/**
 * Resource of {@code /editorial/v1/schemas}: the content of each family of the {@link ContentFamilyRegistry}, described
 * by a {@link ContentSchemaBuilder}.
 */
@RolesAllowed(Role.Names.EDITOR)
class ContentSchemasResource implements ContentSchemasApi {

    static final String BASE_PATH = "/editorial/v1/schemas";

    private final ContentFamilyRegistry families;
    private final MessageCatalogue messages;
    private final RequestContext request;

    @Inject
    ContentSchemasResource(ContentFamilyRegistry families, MessageCatalogue messages, RequestContext request) {
        this.families = families;
        this.messages = messages;
        this.request = request;
    }

    @Override
    public ContentSchemaList list(LanguageParameter parameters) {
        ContentSchemaBuilder schemas = builder();
        return new ContentSchemaList(families.all().stream()
                .map(ContentFamily::name)
                .map(family -> new ContentSchemaList.ContentSchemaLink(
                        family, schemas.title(family), BASE_PATH + "/" + family))
                .toList());
    }

    @Override
    public ContentSchemaView get(String family, LanguageParameter parameters) {
        List<String> names = families.all().stream().map(ContentFamily::name).toList();
        if (!names.contains(family)) {
            throw ProblemType.NOT_FOUND.because("no-such-family", String.join(", ", names));
        }
        return new ContentSchemaView(builder().build(family));
    }

    private ContentSchemaBuilder builder() {
        return new ContentSchemaBuilder(messages, request.languages(), request.language());
    }
}
