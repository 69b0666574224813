package org.putokaz.cache.front;

import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Path;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.NeedsProgram;

/** The configuration for Varnish. */
@HttpTest
@TestProfile(Apart.class)
@NeedsProgram(value = "varnishd", debianPackage = "varnish")
class VarnishCacheTest extends FrontCacheTest {

    @Override
    FrontCache start(Path work, int originPort) throws IOException {
        return FrontCache.varnish(work, originPort);
    }

    @Override
    int unreachableStatus() {
        return 503;
    }
}
