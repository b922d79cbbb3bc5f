package io.hcdc.core.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcdc.api.TrustFile;
import io.hcdc.core.home.Home;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnAuthorityTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final List<String> NAMES = List.of("localhost", "127.0.0.1", "haproxy1", "10.77.64.20");

    @TempDir
    private Path root;

    @Test
    void certificateCoversEveryName() throws GeneralSecurityException {
        assertThat(server(store(NAMES, NOW)).certificate().getSubjectAlternativeNames())
                .extracting(name -> name.get(0) + " " + name.get(1))
                .containsExactly("2 localhost", "7 127.0.0.1", "2 haproxy1", "7 10.77.64.20");
    }

    @Test
    void chainLeadsToTheAuthority() throws GeneralSecurityException {
        TrustStore store = store(NAMES, NOW);
        X509Certificate authority = authority(store);
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(NOW));
        var path = CertificateFactory.getInstance("X.509")
                .generateCertPath(List.of(server(store).certificate()));
        assertThat(CertPathValidator.getInstance("PKIX").validate(path, parameters))
                .isNotNull();
        assertThat(authority.getBasicConstraints())
                .as("signs servers, no authorities")
                .isZero();
        assertThat(server(store).certificate().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    }

    @Test
    void keyIsPkcs8AndReadableByEverybody() throws GeneralSecurityException {
        TrustStore store = store(NAMES, NOW);
        String pem = store.content(TrustFile.SERVER);
        String base64 = pem.substring(
                        pem.indexOf("-----BEGIN PRIVATE KEY-----") + 27, pem.indexOf("-----END PRIVATE KEY-----"))
                .replace("\n", "");
        assertThat(KeyFactory.getInstance("EC")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64))))
                .isEqualTo(server(store).key());
    }

    @Test
    void authoritysKeyIsNotInWhatClientsGet() {
        assertThat(store(NAMES, NOW).content(TrustFile.AUTHORITY)).doesNotContain("PRIVATE KEY");
    }

    @Test
    void keepsTheCertificateOfTheLastRun() {
        TrustStore first = kept(store(NAMES, NOW));
        assertThat(store(NAMES, NOW.plus(Duration.ofDays(300)))).isEqualTo(first);
        assertThat(store(NAMES.subList(0, 2), NOW))
                .as("covers more than is needed")
                .isEqualTo(first);
    }

    @Test
    void issuesAnewWhenANameIsAdded() throws GeneralSecurityException {
        TrustStore first = kept(store(NAMES.subList(0, 3), NOW));
        TrustStore second = store(NAMES, NOW);
        assertThat(authority(second)).as("clients still trust it").isEqualTo(authority(first));
        assertThat(server(second).certificate()).isNotEqualTo(server(first).certificate());
        assertThat(server(second).certificate().getSubjectAlternativeNames()).hasSize(4);
    }

    @Test
    void issuesAnewWhenItIsAboutToExpire() {
        TrustStore first = kept(store(NAMES, NOW));
        Instant later = NOW.plus(Duration.ofDays(368));
        TrustStore second = store(NAMES, later);
        assertThat(authority(second)).isEqualTo(authority(first));
        assertThat(server(second).certificate().getNotAfter()).isAfter(Date.from(later.plus(Duration.ofDays(300))));
    }

    @Test
    void makesANewAuthorityWhenTheOldOneIsAboutToExpire() {
        TrustStore first = kept(store(NAMES, NOW));
        TrustStore second = store(NAMES, NOW.plus(Duration.ofDays(3640)));
        assertThat(authority(second)).isNotEqualTo(authority(first));
        assertThat(server(second).chain()).contains(authority(second));
    }

    @Test
    void issuesAnewWhatWasDamagedOrLost() {
        TrustStore first = kept(store(NAMES, NOW));
        home().write(TrustStore.path(TrustFile.SERVER), "damaged");
        assertThat(server(store(NAMES, NOW)).chain()).contains(authority(first));
        home().delete(TrustStore.path(TrustFile.SERVER));
        assertThat(server(store(NAMES, NOW)).chain()).contains(authority(first));
        home().write("trust/ca-key.pem", "damaged");
        assertThat(authority(store(NAMES, NOW))).isNotEqualTo(authority(first));
    }

    @Test
    void issuesAnewWhenTheServersKeyWasDamaged() {
        TrustStore first = kept(store(NAMES, NOW));
        String withoutKey = first.content(TrustFile.SERVER)
                .substring(first.content(TrustFile.SERVER).indexOf("-----BEGIN CERTIFICATE"));
        home().write(TrustStore.path(TrustFile.SERVER), withoutKey);
        assertThat(store(NAMES, NOW).content(TrustFile.SERVER)).contains("PRIVATE KEY");
    }

    @Test
    void issuesAnewWhenTheAuthorityIsAnother() {
        TrustStore first = kept(store(NAMES, NOW));
        TrustStore other = TrustStore.of(new Home(root.resolve("other")), "other", NAMES, NOW);
        home().write(TrustStore.path(TrustFile.AUTHORITY), other.content(TrustFile.AUTHORITY));
        assertThat(store(NAMES, NOW).content(TrustFile.AUTHORITY)).isEqualTo(first.content(TrustFile.AUTHORITY));
    }

    @Test
    void servesWithItsOwnAgainWhenTheUserTakesTheirsBack() {
        kept(store(NAMES, NOW));
        kept(TrustStore.of(UserPems.around(NOW, "EC").pkcs8(), "path", List.of(), NOW));
        TrustStore back = store(NAMES, NOW);
        assertThat(server(back).chain()).contains(authority(back));
        assertThat(server(back).certificate().getSubjectX500Principal().getName())
                .isEqualTo("CN=localhost");
    }

    @Test
    void writesNothingByItself() {
        store(NAMES, NOW);
        assertThat(root).isEmptyDirectory();
    }

    private Home home() {
        return new Home(root.resolve("home"));
    }

    private TrustStore store(List<String> names, Instant now) {
        return TrustStore.of(home(), "hcdc", names, now);
    }

    private TrustStore kept(TrustStore store) {
        store.files().forEach(home()::write);
        return store;
    }

    private static Pem server(TrustStore store) {
        return Pem.read(store.content(TrustFile.SERVER), "", new ArrayList<>()).orElseThrow();
    }

    private static X509Certificate authority(TrustStore store) {
        return Pem.read(store.files().get("trust/ca-key.pem"), "", new ArrayList<>())
                .orElseThrow()
                .certificate();
    }
}
