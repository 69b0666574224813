package org.putokaz.signing.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.http.response.PrivateResponse;

/** List of all signing keys, the newest first. */
@Schema(name = "SigningKeyList")
record SigningKeyList(List<SigningKeyView> data) implements PrivateResponse {}
