package io.hcdc.e2e.harness;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** Debian's Chromium without a window. */
public final class Browser {
    private static final String PROGRAM = "chromium";

    private final Path profile;

    public Browser() {
        Commands.require(PROGRAM, PROGRAM);
        try {
            profile = Files.createTempDirectory("hcdc-browser-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page's markup once its scripts have run; what its console said is in the outcome's errors. */
    public Outcome dom(Path page, String... more) {
        return run(page, "--dump-dom", more);
    }

    /** A picture of the page. */
    public BufferedImage picture(Path page, String... more) {
        Path png = profile.resolve("picture.png");
        run(page, "--screenshot=" + png, more).expect(0);
        try {
            return ImageIO.read(png.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome run(Path page, String how, String... more) {
        List<String> command = new ArrayList<>(List.of(
                PROGRAM,
                "--headless",
                // Its sandbox refuses to run as root.
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--window-size=1200,3000",
                "--enable-logging=stderr",
                "--user-data-dir=" + profile,
                how));
        command.addAll(Arrays.asList(more));
        command.add(page.toUri().toString());
        return Commands.run(command);
    }
}
