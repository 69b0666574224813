package org.putokaz.signing;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.http.PrivateAnswer;

/** All keys, the newest first. */
@Schema(name = "SigningKeyList")
record SigningKeyList(List<SigningKeyView> data) implements PrivateAnswer {}
