package org.devicegrant.reports.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Zip files whose bytes follow from their contents: nothing is compressed, every date is the same. So a reader can
 * write the file again and see any altered byte, even in a header that no checksum covers.
 */
final class StoredZip {

    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,150}(/[A-Za-z0-9_][A-Za-z0-9_.-]{0,150}){0,5}");
    private static final int MOST_FILES = 20_000;

    private StoredZip() {}

    /**
     * The zip of {@code files}, in their order.
     *
     * @throws IllegalArgumentException if a name has characters other than letters, digits, dots, dashes and slashes
     */
    static byte[] write(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                if (!NAME.matcher(file.getKey()).matches()) {
                    throw new IllegalArgumentException("a pack cannot hold a file named " + file.getKey());
                }
                zip.putNextEntry(entry(file.getKey(), file.getValue()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        }
        return bytes.toByteArray();
    }

    /**
     * The files of a zip written by {@link #write}, in their order.
     *
     * @throws PackRefused if it is anything else, down to the last byte
     */
    static Map<String, byte[]> read(byte[] bytes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                readEntry(zip, entry, files);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new PackRefused("the zip is damaged: " + e.getMessage());
        }
        if (files.isEmpty()) {
            throw new PackRefused("this is no zip file, or an empty one");
        }
        if (!Arrays.equals(bytes, write(files))) {
            throw new PackRefused("the zip was altered outside its files: it is not the one that was written");
        }
        return files;
    }

    private static void readEntry(ZipInputStream zip, ZipEntry entry, Map<String, byte[]> files) throws IOException {
        if (!NAME.matcher(entry.getName()).matches()) {
            throw new PackRefused("the zip holds a file with a name that no pack has: "
                    + entry.getName().replaceAll("[^\\x20-\\x7E]", "?"));
        }
        if (entry.getMethod() != ZipEntry.STORED) {
            throw new PackRefused(entry.getName() + " is compressed, which no pack is");
        }
        if (files.size() >= MOST_FILES) {
            throw new PackRefused("the zip holds more than " + MOST_FILES + " files");
        }
        if (files.put(entry.getName(), zip.readAllBytes()) != null) {
            throw new PackRefused(entry.getName() + " is in the zip twice");
        }
    }

    private static ZipEntry entry(String name, byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(ALWAYS);
        return entry;
    }
}
