package io.hcdc.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that are reviewed like code: {@code src/test/resources/golden/} of the module under test. With {@code
 * -Dgolden.update=true} they are rewritten instead of compared; the difference is then for the reviewer to see.
 */
public final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /** Fails unless the text is what the golden file says. */
    public static void matches(String file, String text) {
        Path golden = FOLDER.resolve(file);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(golden.getParent());
                Files.writeString(golden, text);
            }
            assertThat(golden)
                    .as("the golden file; -Dgolden.update=true writes it")
                    .exists();
            assertThat(text).as("golden file " + golden).isEqualTo(Files.readString(golden));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text without what changes with every build context: tags of our images, and hashes that contain them. */
    public static String withoutHashes(String text) {
        return text.replaceAll("(hcdc/[a-z]+):[0-9a-f]{12}\\b", "$1:<context>")
                .replaceAll("(config-hash\"?: )\"[0-9a-f]{16}\"", "$1\"<hash>\"");
    }
}
