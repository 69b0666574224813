package org.putokaz.pack.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A zip that somebody sends is read to the last byte or refused whole. */
class ZipPackReaderTest {

    private static final int CENTRAL = 0x02014b50;
    private static final ZipLimits SMALL = new ZipLimits(200_000, 50, 100_000, 300_000, 100);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);

    private ZipPackReaderTest with(String name, byte[] content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private ZipPackReaderTest with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] bytes() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<PackFile> read(byte[] zip) throws UnreadablePackException {
        return PackSource.fromZip(new ByteArrayInputStream(zip), SMALL);
    }

    private static String refusal(byte[] zip) {
        UnreadablePackException refused = catchThrowableOfType(UnreadablePackException.class, () -> read(zip));
        assertThat(refused).as("the zip was read").isNotNull();
        return (refused.error().file() + " " + refused.error().reason().code()).strip();
    }

    /** Changes two bytes of the first entry in the central directory. */
    private static byte[] centrally(byte[] zip, int offset, int value) {
        ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < zip.length - 4; at++) {
            if (buffer.getInt(at) == CENTRAL) {
                buffer.putShort(at + offset, (short) value);
                return zip;
            }
        }
        throw new IllegalStateException("no central directory");
    }

    private static byte[] plain() {
        return new ZipPackReaderTest()
                .with("pack.yaml", "format: 1\n")
                .with("a/b.yaml", "id: x\n")
                .bytes();
    }

    @Test
    void filesOfYamlAreReadInOrderAndOthersPassedOver() throws Exception {
        byte[] zip = with("b/б.yaml", "два")
                .with("README.md", "x")
                .with("a/", "")
                .with("a/a.yaml", "један")
                .bytes();
        assertThat(read(zip)).extracting(PackFile::path).containsExactly("a/a.yaml", "b/б.yaml");
        assertThat(new String(read(zip).get(0).bytes(), StandardCharsets.UTF_8)).isEqualTo("један");
    }

    @Test
    void aFolderAroundThePackAndTheClutterOfAComputerDoNotMatter() throws Exception {
        byte[] zip = with("paket/pack.yaml", "format: 1\n")
                .with("__MACOSX/paket/._pack.yaml", "\0\5\26\7")
                .with("paket/.DS_Store", "x")
                .with("paket/help-guides/a.yaml", "a")
                .bytes();
        assertThat(read(zip)).extracting(PackFile::path).containsExactly("help-guides/a.yaml", "pack.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.yaml",
                "a/../../evil.yaml",
                "/etc/evil.yaml",
                "a//b.yaml",
                "./a.yaml",
                "a/./b.yaml",
                "C:/evil.yaml",
                "..\\evil.yaml",
                "a\nb.yaml",
                "a\u202Eb.yaml",
                "a\0.yaml",
                "..",
                "a/.."
            })
    void aNameThatLeadsElsewhereIsRefused(String name) {
        assertThat(refusal(with(name, "x").bytes())).endsWith("zip-name-not-plain");
    }

    @Test
    void twoFilesOfOneNameAreRefusedWhateverTheCase() {
        assertThat(refusal(with("a/b.yaml", "1").with("a/B.yaml", "2").bytes())).isEqualTo("a/B.yaml zip-name-twice");
    }

    @Test
    void aSymbolicLinkIsRefused() {
        byte[] zip = centrally(plain(), 40, 0xA1FF);
        assertThat(refusal(centrally(zip, 4, 3 << 8 | 20))).isEqualTo("pack.yaml zip-link");
    }

    @Test
    void anEncryptedFileIsRefused() {
        assertThat(refusal(centrally(plain(), 8, 1))).isEqualTo("pack.yaml zip-encrypted");
    }

    @Test
    void anotherPackingMethodIsRefused() {
        assertThat(refusal(centrally(plain(), 10, 12))).isEqualTo("pack.yaml zip-method");
    }

    @Test
    void aWrongChecksumIsRefused() {
        assertThat(refusal(centrally(plain(), 16, 0x1234))).isEqualTo("pack.yaml zip-crc");
    }

    @Test
    void aSizeThatIsALieIsRefused() {
        assertThat(refusal(centrally(plain(), 24, 3))).isEqualTo("pack.yaml zip-damaged");
        assertThat(refusal(centrally(plain(), 24, 3000))).isEqualTo("pack.yaml zip-damaged");
    }

    @Test
    void aNameThatDiffersInFrontOfTheDataIsRefused() {
        byte[] zip = plain();
        zip[30] = 'P';
        assertThat(refusal(zip)).isEqualTo("pack.yaml zip-damaged");
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() {
        assertThat(refusal(with("bomb.yaml", new byte[90_000]).bytes())).isEqualTo("bomb.yaml zip-bomb");
        byte[] noise = new byte[100_001];
        new Random(1).nextBytes(noise);
        assertThat(refusal(new ZipPackReaderTest().with("large.yaml", noise).bytes()))
                .isEqualTo("large.yaml zip-bomb");
        ZipPackReaderTest many = new ZipPackReaderTest();
        for (int i = 0; i < 7; i++) {
            many.with(i + ".yaml", "абв, где. ".repeat(2000) + i + "жзи ".repeat(1900));
        }
        assertThat(refusal(many.bytes())).endsWith("zip-bomb");
    }

    @Test
    void filesThatShareTheirBytesAreRefused() {
        byte[] zip = plain();
        ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int second = 0;
        for (int at = 0; at < zip.length - 4; at++) {
            second = buffer.getInt(at) == CENTRAL ? at : second;
        }
        buffer.putInt(second + 42, 0);
        assertThat(refusal(zip)).endsWith("zip-damaged");
    }

    @Test
    void aHundredThousandTinyFilesAreRefused() {
        for (int i = 0; i < 100_000; i++) {
            with(i + ".yaml", "");
        }
        byte[] zip = bytes();
        assertThat(catchThrowableOfType(
                                UnreadablePackException.class,
                                () -> PackSource.fromZip(new ByteArrayInputStream(zip), ZipLimits.DEFAULT))
                        .error()
                        .reason()
                        .code())
                .isEqualTo("zip-too-many-files");
    }

    @Test
    void anArchiveWithinTheZipIsRefused() {
        byte[] inner = new ZipPackReaderTest().with("a.yaml", "x").bytes();
        assertThat(refusal(with("inner.yaml", inner).bytes())).isEqualTo("inner.yaml zip-in-zip");
        assertThat(refusal(new ZipPackReaderTest()
                        .with("x.tgz", new byte[] {0x1F, (byte) 0x8B, 8, 0})
                        .bytes()))
                .isEqualTo("x.tgz zip-in-zip");
    }

    @Test
    void aZipThatIsTooLargeIsNotEvenLookedAt() {
        assertThat(refusal(new byte[200_001])).isEqualTo("file-larger-than");
    }

    @Test
    void whatIsNoZipIsRefused() {
        assertThat(refusal(new byte[0])).isEqualTo("not-a-zip");
        assertThat(refusal("format: 1\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("not-a-zip");
    }

    /** Whatever is cut off or turned over: the same files, or a refusal; nothing else is ever thrown. */
    @Test
    void aDamagedZipIsReadRightOrRefused() throws Exception {
        byte[] whole = plain();
        List<byte[]> contents = read(whole).stream().map(PackFile::bytes).toList();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThat(refusal(cut)).isNotEmpty();
        }
        Random random = new Random(20260706);
        for (int round = 0; round < 20_000; round++) {
            byte[] turned = whole.clone();
            for (int i = 0; i <= random.nextInt(3); i++) {
                turned[random.nextInt(turned.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                // A name may differ and still be plain; what is in a file may not.
                assertThat(read(turned)).allSatisfy(file -> assertThat(contents).contains(file.bytes()));
            } catch (UnreadablePackException refused) {
                assertThat(refused.error().reason().code()).isNotEmpty();
            }
        }
    }
}
