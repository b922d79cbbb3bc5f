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

    /** RFC 8881, sections 18.46 and 18.16. */
    @Test
    void anOpenInASessionIsWhatRfc8881Says() {
        byte[] arguments = new Compound(1)
                .sequence(new byte[16], 1, 2, 63)
                .putFh(new byte[] {9, 9})
                .open(0x0a0b, "me", Compound.Claim.PREVIOUS, "")
                .arguments();

        assertThat(arguments).isEqualTo(bytes("""
                                00000000 00000001 00000003
                                00000035 00000000 00000000 00000000 00000000 00000001 00000002 0000003f 00000000
                                00000016 00000002 09090000
                                00000012 00000000 00000403 00000000 00000000 00000a0b 00000002 6d650000
                                00000000 00000001 00000000
                                """));
    }

    @Test
    void aFileIsCreatedForItsOwner() {
        byte[] arguments =
                new Compound(1).open(1, "me", Compound.Claim.CREATE, "file").arguments();

        assertThat(arguments).isEqualTo(bytes("""
                                00000000 00000001 00000001
                                00000012 00000000 00000403 00000000 00000000 00000001 00000002 6d650000
                                00000001 00000000 00000002 00000000 00000002 00000004 000001a4
                                00000000 00000004 66696c65
                                """));
    }

    @Test
    void anOpenFileIsReadWithOrWithoutARefusedDelegation() throws IOException {
        String open = "00000012 00000000 00000001 0102030405060708090a0b0c 00000001"
                + "0000000000000001 0000000000000002 00000000 00000001 00000010";
        String handle = "0000000a 00000000 00000001 07000000";
        for (String delegation : new String[] {"00000000", "00000003 00000000", "00000003 00000001 00000001"}) {
            Reply reply = reply(0, 2, open + delegation + handle);
            StateId state = reply.open();

            assertThat(state.sequence()).isEqualTo(1);
            assertThat(state.other()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
            assertThat(reply.getFh()).containsExactly(7);
        }
    }

    @Test
    void aSessionIsAsLargeAsTheServerSays() throws IOException {
        Reply reply = reply(
                0,
                1,
                "0000002b 00000000" + "00".repeat(15) + "05 00000001 00000000"
                        + "00000000 00001000 00002000 00000400 00000008 00000010 00000001 00000007");

        Reply.CreatedSession created = reply.createSession();

        assertThat(created.id()).endsWith(5);
        assertThat(created.limits()).isEqualTo(new ChannelLimits(4096, 8192, 1024, 8, 16));
    }

    @Test
    void aServerTellsItsName() throws IOException {
        Reply reply = reply(
                0,
                1,
                "0000002a 00000000 0000000000000007 00000001 00010000 00000000 0000000000000000 00000004 6e667332"
                        + "00000000 00000000");

        assertThat(reply.exchangeId()).isEqualTo(new Reply.ExchangedId(7, 1, "nfs2"));
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
