package io.hcdc.ldap.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BerTest {

    @Test
    void isWrittenWithTagLengthAndContent() {
        assertThat(hex(Ber.text(Ber.OCTET_STRING, "ab"))).isEqualTo("0484000000026162");
        assertThat(hex(Ber.of(0x60, Ber.number(Ber.INTEGER, 3), Ber.text(0x80, ""))))
                .isEqualTo("60840000000d" + "02840000000103" + "808400000000");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 255, 256, 32_767, 32_768, 8_388_608, Integer.MAX_VALUE})
    void numbersComeBackAsTheyWere(int number) throws IOException {
        assertThat(read(hex(Ber.number(Ber.INTEGER, number))).number()).isEqualTo(number);
    }

    @Test
    void aNumberWithItsHighestBitSetIsNotTakenForANegativeOne() {
        assertThat(hex(Ber.number(Ber.INTEGER, 128))).isEqualTo("0284000000020080");
    }

    @Test
    void isReadWithLengthsInEveryForm() throws IOException {
        assertThat(read("04026162").text()).isEqualTo("ab");
        assertThat(read("0481026162").text()).isEqualTo("ab");
        assertThat(read("048200026162").text()).isEqualTo("ab");
        assertThat(read("0484000000026162").text()).isEqualTo("ab");
    }

    @Test
    void partsAreFoundByTheirPlace() throws IOException {
        Ber answer = read("300a" + "020105" + "04026162" + "0a0131");
        assertThat(answer.parts()).hasSize(3);
        assertThat(answer.part(1).text()).isEqualTo("ab");
        assertThat(answer.part(2).number()).isEqualTo(49);
        assertThatThrownBy(() -> answer.part(3)).hasMessage("what answers does not speak LDAP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3080020101", "3085000000000101", "3084ffffffff01", "308400200000ff", "48545450"})
    void whatIsNoLdapIsRefused(String hex) {
        assertThatThrownBy(() -> read(hex).part(0)).isInstanceOf(IOException.class);
    }

    @Test
    void anEndInTheMiddleIsAnEnd() {
        assertThatThrownBy(() -> read("0405616263")).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> read("")).hasMessage("the connection was closed without an answer");
    }

    private static String hex(Ber ber) {
        return HexFormat.of().formatHex(ber.bytes());
    }

    private static Ber read(String hex) throws IOException {
        return Ber.read(new ByteArrayInputStream(HexFormat.of().parseHex(hex)));
    }
}
