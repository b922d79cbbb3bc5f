package io.hcdc.core.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcdc.api.Problem;
import io.hcdc.api.TrustFile;
import io.hcdc.core.error.InvalidInputException;
import java.io.IOException;
import java.io.StringReader;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.openssl.PEMParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserCertificateTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String PATH = "haproxy.certificate";

    private final UserPems good = UserPems.around(NOW, "EC");

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void anyKindOfKeyIsServedWith(String algorithm) {
        UserPems user = UserPems.around(NOW, algorithm);
        assertThat(problems(user.pkcs8())).isEmpty();
        TrustStore store = TrustStore.of(user.pkcs8(), PATH, List.of(), NOW);
        Pem served =
                Pem.read(store.content(TrustFile.SERVER), "", new ArrayList<>()).orElseThrow();
        assertThat(secret(served.key())).isEqualTo(secret(user.key()));
        assertThat(served.certificate()).isEqualTo(user.certificate());
        assertThat(store.content(TrustFile.AUTHORITY)).doesNotContain("PRIVATE KEY");
    }

    @Test
    void anEcKeyIsServedWithItsPublicHalf() throws IOException {
        assertThat(publicHalf(good.pkcs8())).isNull();
        assertThat(publicHalf(TrustStore.of(good.pkcs8(), PATH, List.of(), NOW).content(TrustFile.SERVER)))
                .isNotNull();
    }

    private static ASN1BitString publicHalf(String pem) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            PrivateKeyInfo key = (PrivateKeyInfo) parser.readObject();
            return ECPrivateKey.getInstance(key.parsePrivateKey()).getPublicKey();
        }
    }

    private static Object secret(PrivateKey key) {
        return key instanceof java.security.interfaces.ECPrivateKey ec ? ec.getS() : key;
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void olderFormsOfKeysAreServedAsPkcs8(String algorithm) {
        String pem = UserPems.around(NOW, algorithm).traditional();
        assertThat(pem).contains("BEGIN " + algorithm + " PRIVATE KEY");
        assertThat(problems(pem)).isEmpty();
        assertThat(TrustStore.of(pem, PATH, List.of(), NOW).content(TrustFile.SERVER))
                .contains("BEGIN PRIVATE KEY");
    }

    @Test
    void orderOfKeyAndCertificateDoesNotMatter() {
        String pem = UserPems.text(good.certificate(), good.keyObject());
        assertThat(problems(pem)).isEmpty();
    }

    @Test
    void keyOfAnotherCertificateIsRefused() {
        UserPems other = UserPems.around(NOW, "EC");
        assertThat(problems(UserPems.text(other.keyObject(), good.certificate())))
                .containsExactly("the private key does not match the certificate CN=www.example.org");
        UserPems rsa = UserPems.around(NOW, "RSA");
        assertThat(problems(UserPems.text(rsa.keyObject(), good.certificate()))).hasSize(1);
    }

    @Test
    void certificateOutOfItsTimeIsRefused() {
        assertThat(problems(UserPems.around(NOW.minus(Duration.ofDays(2)), "EC").pkcs8()))
                .containsExactly("the certificate expired on 2026-05-31T12:00:00Z");
        assertThat(problems(UserPems.around(NOW.plus(Duration.ofDays(2)), "EC").pkcs8()))
                .containsExactly("the certificate is not valid before 2026-06-02T12:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "www.example.org, true",
        "WWW.example.org, true",
        "chat.example.com, true",
        "a.chat.example.com, false",
        "example.com, false",
        "example.org, false",
        "192.0.2.1, false"
    })
    void isServedOnlyUnderTheNamesItIsFor(String called, boolean covered) {
        UserPems user = UserPems.around(NOW, "EC", "www.example.org", "*.example.com");
        List<String> problems = TrustStore.check(user.pkcs8(), PATH, List.of(called), NOW).stream()
                .map(Problem::message)
                .toList();
        String refusal = "the certificate is for www.example.org, *.example.com, not for " + called;
        assertThat(problems).isEqualTo(covered ? List.of() : List.of(refusal));
    }

    @Test
    void withoutAlternativeNamesItIsForNobody() {
        assertThat(TrustStore.check(good.pkcs8(), PATH, List.of("www.example.org"), NOW))
                .extracting(Problem::message)
                .containsExactly("the certificate is for no name, not for www.example.org");
    }

    @Test
    void encryptedKeyIsRefused() {
        assertThat(good.encrypted()).contains("BEGIN ENCRYPTED PRIVATE KEY");
        assertThat(problems(good.encrypted())).containsExactly("the private key is encrypted");
        assertThat(problems(good.encryptedTraditionally())).containsExactly("the private key is encrypted");
    }

    @Test
    void everythingMissingIsNamed() {
        assertThat(problems(UserPems.text(good.certificate()))).containsExactly("has no private key");
        assertThat(problems(UserPems.text(good.keyObject()))).containsExactly("has no certificate");
        assertThat(problems("no PEM at all")).containsExactly("has no private key", "has no certificate");
        assertThat(problems("")).hasSize(2);
    }

    @Test
    void damagedPemIsRefusedInOneLine() {
        String damaged = good.pkcs8().replaceFirst("(BEGIN CERTIFICATE-----\n)....", "$1!!!!");
        assertThat(problems(damaged))
                .singleElement()
                .satisfies(
                        message -> assertThat(message).startsWith("not a PEM: ").doesNotContain("\n"));
        assertThat(problems(good.pkcs8().substring(0, good.pkcs8().length() - 40)))
                .hasSize(1);
    }

    @Test
    void noStoreIsMadeOfWhatIsRefused() {
        assertThatThrownBy(() -> TrustStore.of(good.encrypted(), PATH, List.of(), NOW))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(PATH + ": the private key is encrypted (");
    }

    private static List<String> problems(String pem) {
        List<Problem> problems = TrustStore.check(pem, PATH, List.of(), NOW);
        assertThat(problems)
                .extracting(Problem::path)
                .containsOnly(problems.isEmpty() ? new String[0] : new String[] {PATH});
        return problems.stream().map(Problem::message).toList();
    }
}
