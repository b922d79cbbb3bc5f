package io.hcdc.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestTest {

    @Test
    void equalPartsGiveEqualDigests() {
        assertThat(new Digest().add("a").add("b").hex(16))
                .isEqualTo(new Digest().add("a").add("b").hex(16));
    }

    @Test
    void partsDoNotRunIntoEachOther() {
        assertThat(new Digest().add("ab").add("c").hex(16))
                .isNotEqualTo(new Digest().add("a").add("bc").hex(16));
        assertThat(new Digest().add("a").hex(16))
                .isNotEqualTo(new Digest().add("a").add("").hex(16));
    }

    @Test
    void orderCounts() {
        assertThat(new Digest().add("a").add("b").hex(16))
                .isNotEqualTo(new Digest().add("b").add("a").hex(16));
    }

    @Test
    void isAsLongAsAskedFor() {
        assertThat(new Digest().add("a").hex(12)).hasSize(12).matches("[0-9a-f]+");
    }
}
