package io.hcdc.docker;

import java.io.IOException;

/** This process's terminal, made raw while a container's own terminal is connected to it. */
final class Terminal implements AutoCloseable {
    private final String saved;
    private final Thread restorer = new Thread(this::restore);

    Terminal() {
        saved = stty("-g");
        stty("raw", "-echo");
        Runtime.getRuntime().addShutdownHook(restorer);
    }

    /** Rows and columns; 24 × 80 where nobody can say. */
    int[] size() {
        String[] words = stty("size").split(" ");
        try {
            return new int[] {Integer.parseInt(words[0]), Integer.parseInt(words[1])};
        } catch (RuntimeException e) {
            return new int[] {24, 80};
        }
    }

    @Override
    public void close() {
        restore();
        Runtime.getRuntime().removeShutdownHook(restorer);
    }

    private void restore() {
        stty(saved);
    }

    private static String stty(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "stty";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes()).strip();
            process.waitFor();
            return output;
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
