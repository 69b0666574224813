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

/** A zip is read completely or rejected as a whole. */
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
        UnreadablePackException rejected = catchThrowableOfType(UnreadablePackException.class, () -> read(zip));
        assertThat(rejected).as("the zip was read").isNotNull();
        return (rejected.error().file() + " " + rejected.error().reason().code()).strip();
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
    void aDirectoryThatIsTooLargeToBeParsedIsRefused() throws IOException {
        ZipEntry entry = new ZipEntry("a.yaml");
        ByteBuffer extra = ByteBuffer.allocate(20_000).order(ByteOrder.LITTLE_ENDIAN);
        while (extra.hasRemaining()) {
            extra.putShort((short) 0xCAFE).putShort((short) 0);
        }
        entry.setExtra(extra.array());
        zip.putNextEntry(entry);
        zip.closeEntry();
        assertThat(refusal(bytes())).isEqualTo("zip-damaged");
    }

    @Test
    void bytesInFrontOfTheZipAreRefused() {
        byte[] zip = plain();
        byte[] prefixed = new byte[zip.length + 100];
        System.arraycopy(zip, 0, prefixed, 100, zip.length);
        assertThat(refusal(prefixed)).isEqualTo("zip-damaged");
    }

    @Test
    void aDirectoryThatZip64MovesElsewhereIsRefused() {
        byte[] zip = plain();
        int end = zip.length - 22;
        ByteBuffer moved = ByteBuffer.allocate(zip.length + 20).order(ByteOrder.LITTLE_ENDIAN);
        moved.put(zip, 0, end).putInt(0x07064b50).putInt(0).putLong(0).putInt(1).put(zip, end, 22);
        int length = moved.getInt(end + 20 + 12);
        assertThat(refusal(moved.array())).isEqualTo("zip-damaged");
        moved.putInt(end + 20 + 12, length + 20);
        assertThat(refusal(moved.array())).isEqualTo("zip-damaged");
    }

    @Test
    void aCommentIsNoPartOfTheDirectory() throws Exception {
        zip.setComment("PK\5\6" + "\1".repeat(26));
        byte[] commented = with("pack.yaml", "format: 1\n").bytes();
        assertThat(read(commented)).extracting(PackFile::path).containsExactly("pack.yaml");
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

    /** Truncated archives and flipped bits give the same files or a rejection, and no other exception. */
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
                // A flipped bit may give another plain name, but never other content.
                assertThat(read(turned)).allSatisfy(file -> assertThat(contents).contains(file.bytes()));
            } catch (UnreadablePackException rejected) {
                assertThat(rejected.error().reason().code()).isNotEmpty();
            }
        }
    }
}
