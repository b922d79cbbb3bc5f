import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** A command of the shell. */
record Command(String line) {
    /** Until its end, which must be a good one. */
    void run() throws IOException, InterruptedException {
        int status = new ProcessBuilder("bash", "-c", line)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("'" + line + "' ended with " + status);
        }
    }
}
