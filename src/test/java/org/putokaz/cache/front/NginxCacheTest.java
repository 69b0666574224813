package org.putokaz.cache.front;

import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Path;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.NeedsProgram;

/** The configuration for nginx. */
@HttpTest
@TestProfile(Apart.class)
@NeedsProgram(value = "nginx", debianPackage = "nginx-light")
class NginxCacheTest extends FrontCacheTest {

    @Override
    FrontCache start(Path work, int originPort) throws IOException {
        return FrontCache.nginx(work, originPort);
    }

    @Override
    int unreachableStatus() {
        return 502;
    }
}
