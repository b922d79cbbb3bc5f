package io.hcdc.nfs.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CompoundTest {
    private static final String PUTROOTFH_OK = "00000018 00000000";

    @Test
    void requestIsWhatRfc7530Says() {
        byte[] arguments =
                new Compound(0).putRootFh().getAttr(Attributes.MASK).setNoAttr().arguments();

        assertThat(arguments).isEqualTo(bytes("""
                                00000000 00000000 00000003
                                00000018
                                00000009 00000002 00000400 00000400
                                00000022 00000000 00000000 00000000 00000000 00000000 00000000
                                """));
    }

    @Test
    void attributesAreRead() throws IOException {
        Reply reply = reply(
                0,
                2,
                PUTROOTFH_OK + "00000009 00000000 00000002 00000400 00000400 0000000c 00000005 00000012 a05f2000");
        reply.done(Operation.PUTROOTFH);

        assertThat(Attributes.read(reply.getAttr(Attributes.MASK))).isEqualTo(new Attributes(5, 80_000_000_000L));
    }

    @Test
    void attributesThatWereNotAskedForAreRefused() throws IOException {
        Reply reply = reply(0, 2, PUTROOTFH_OK + "00000009 00000000 00000001 00000400 00000004 00000005");
        reply.done(Operation.PUTROOTFH);

        assertThatIOException()
                .isThrownBy(() -> reply.getAttr(Attributes.MASK))
                .withMessage("asked for attributes [10, 42], got [10]");
    }

    @Test
    void graceIsToldFromOtherErrors() throws IOException {
        Reply grace = reply(10013, 2, PUTROOTFH_OK + "00000022 0000271d 00000000");
        grace.done(Operation.PUTROOTFH);
        assertThatExceptionOfType(NfsException.class)
                .isThrownBy(() -> grace.done(Operation.SETATTR))
                .withMessage("NFS4ERR_GRACE")
                .matches(NfsException::inGrace);

        Reply noExport = reply(2, 1, "00000018 00000002");
        assertThatExceptionOfType(NfsException.class)
                .isThrownBy(() -> noExport.done(Operation.PUTROOTFH))
                .withMessage("NFS4ERR_NOENT")
                .matches(NfsException::notFound)
                .matches(e -> !e.inGrace());
    }

    @Test
    void anAnswerToSomethingElseIsRefused() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> reply(0, 1, "00000009 00000000").done(Operation.PUTROOTFH))
                .withMessage("asked for operation 24, got an answer to 9");
    }

    private static Reply reply(int status, int count, String results) throws IOException {
        return new Reply(new XdrReader(new XdrWriter()
                .uint32(status)
                .string("")
                .uint32(count)
                .fixed(bytes(results))
                .bytes()));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }
}
