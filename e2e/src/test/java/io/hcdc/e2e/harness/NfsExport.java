package io.hcdc.e2e.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The export of a stack, by a client that is not ours: libnfs, which speaks NFSv4.0. */
public record NfsExport(TestStack stack) {
    private static final int WELL_KNOWN = 2049;

    public NfsExport {
        Commands.require("nfs-cp", "libnfs-utils");
    }

    /** Where whoever serves is found: at the address that moves, where there is one. */
    public InetSocketAddress address() {
        return stack.virtual("nfs").orElseGet(() -> published(0));
    }

    /** Which nodes of a pair list the export at their own ports. */
    public List<String> serving() {
        return List.of("nfs1", "nfs2").stream()
                .filter(node -> Commands.run("nfs-ls", url(published(node.equals("nfs1") ? 0 : 1), ""))
                                .exit()
                        == 0)
                .toList();
    }

    public void write(String file, String text) {
        Path source = Artifacts.write("nfs-" + file, text);
        Commands.run("nfs-cp", source.toString(), url(address(), file)).expect(0);
    }

    public String read(String file) {
        Path target = Artifacts.folder().resolve("nfs-back-" + file);
        Commands.run("nfs-cp", url(address(), file), target.toString()).expect(0);
        try {
            return Files.readString(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InetSocketAddress published(int number) {
        return new InetSocketAddress("127.0.0.1", WELL_KNOWN + stack.offset() + number);
    }

    private static String url(InetSocketAddress server, String file) {
        return "nfs://" + server.getHostString() + "//" + file + "?version=4&nfsport=" + server.getPort();
    }
}
