package io.hcdc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.e2e.harness.Browser;
import io.hcdc.e2e.harness.Hcdc;
import io.hcdc.e2e.harness.Outcome;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a drill that a real stack went through, as a browser shows it. */
class ReportPageObligation {
    private static final Path DRILL =
            Hcdc.ROOT.resolve("core/src/test/resources/drills/20261121-220724-rdsmaster-kill");

    /** As in the page's style sheet. */
    private static final int PAPER = 0xFFFFFF;

    private static final int DARK_PAPER = 0x14171B;
    private static final int FAILED = 0xC8372D;
    private static final int DARK_FAILED = 0xEF6A5F;
    private static final int ACKNOWLEDGED = 0x9DBFD9;
    private static final int DARK_ACKNOWLEDGED = 0x4A7391;

    private static final String[] DARK = {"--force-dark-mode", "--blink-settings=preferredColorScheme=0"};

    @TempDir
    private static Path folder;

    private static Path page;

    private final Browser browser = new Browser();

    @BeforeAll
    static void write() {
        page = folder.resolve("drill.html");
        Hcdc.here()
                .run("report", DRILL.toString(), "--html", "--out", page.toString())
                .expect(0);
    }

    @Test
    void theVerdictIsThereTheChartsAreDrawnAndTheConsoleIsSilent() {
        Outcome shown = browser.dom(page).expect(0);
        assertThat(shown.out())
                .contains("data-charts=\"9\"")
                .containsPattern("id=\"verdict\">pass<")
                .contains("<canvas");
        assertThat(shown.err()).doesNotContain("CONSOLE");
    }

    @Test
    void aScriptThatFailsWouldBeHeard() throws java.io.IOException {
        Path broken = folder.resolve("broken.html");
        java.nio.file.Files.writeString(
                broken, java.nio.file.Files.readString(page).replace("id=\"charts\">[", "id=\"charts\">"));
        Outcome shown = browser.dom(broken).expect(0);
        assertThat(shown.out()).doesNotContain("data-charts");
        assertThat(shown.err()).contains("CONSOLE");
    }

    @Test
    void itsChartsHaveInkInLightAndInDark() {
        BufferedImage light = browser.picture(page);
        BufferedImage dark = browser.picture(page, DARK);
        assertThat(light.getRGB(2, 2) & 0xFFFFFF).isEqualTo(PAPER);
        assertThat(dark.getRGB(2, 2) & 0xFFFFFF).isEqualTo(DARK_PAPER);
        assertThat(pixels(light, FAILED)).isGreaterThan(10_000);
        assertThat(pixels(light, ACKNOWLEDGED)).isGreaterThan(10_000);
        assertThat(pixels(dark, DARK_FAILED)).isGreaterThan(10_000);
        assertThat(pixels(dark, DARK_ACKNOWLEDGED)).isGreaterThan(10_000);
    }

    private static int pixels(BufferedImage picture, int colour) {
        int found = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if ((picture.getRGB(x, y) & 0xFFFFFF) == colour) {
                    found++;
                }
            }
        }
        return found;
    }
}
