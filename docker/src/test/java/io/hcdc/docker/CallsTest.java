package io.hcdc.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import io.hcdc.core.engine.EngineException;
import io.hcdc.core.engine.TakenMeanwhileException;
import io.hcdc.core.error.EnvironmentNotReadyException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallsTest {
    private final Calls calls = new Calls("unix:///run/engine.sock");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Status 409: {\"message\":\"name is in use\"}    | name is in use",
                "Status 500: {\"message\": \"a\\nb  c\\n\"}       | a b c",
                "{\"message\":\"no \\\"x\\\" in C:\\\\d\"}        | no \"x\" in C:\\d",
                "page not found                                    | Status 500: page not found",
                "{\"message\":\"a \\u003cnil\\u003e & \\tb\"}     | a <nil> & b"
            })
    void enginesErrorIsOneLineOfWords(String body, String words) {
        assertThat(Calls.message(new DockerException(body, 500))).isEqualTo(words);
    }

    @Test
    void refusalIsTheEnginesOwnWords() {
        assertThatThrownBy(() -> calls.run(() -> {
                    throw new ConflictException("Status 409: {\"message\":\"name is in use\"}");
                }))
                .isInstanceOf(EngineException.class)
                .hasMessage("name is in use");
    }

    @Test
    void takenSubnetIsToldFromOtherRefusals() {
        assertThatThrownBy(() -> calls.run(() -> {
                    throw new DockerException(
                            "Status 403: {\"message\":\"Pool overlaps with other one on this address space\"}", 403);
                }))
                .isInstanceOf(TakenMeanwhileException.class)
                .hasMessage("Pool overlaps with other one on this address space");
    }

    @Test
    void takenContainerNameIsToldFromOtherRefusals() {
        assertThatThrownBy(() -> calls.run(() -> {
                    throw new ConflictException(
                            "Status 409: {\"message\":\"Conflict. The container name \\\"/hcdc-pg1\\\" is"
                                    + " already in use by container \\\"abc\\\".\"}");
                }))
                .isInstanceOf(TakenMeanwhileException.class);
    }

    @Test
    void whatIsSoAlreadyIsSettled() {
        assertThatCode(() -> {
                    calls.settle(() -> {
                        throw new NotFoundException("gone");
                    });
                    calls.settle(() -> {
                        throw new NotModifiedException("stopped");
                    });
                })
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> calls.settle(() -> {
                    throw new ConflictException("in use");
                }))
                .isInstanceOf(EngineException.class);
    }

    @Test
    void missingPermissionIsToldFromAMissingEngine() {
        assertThat(calls.translated(new RuntimeException(new AccessDeniedException("/run/engine.sock"))))
                .isInstanceOf(EnvironmentNotReadyException.class)
                .hasMessageStartingWith("unix:///run/engine.sock: no permission to use the engine's socket (");
        assertThat(calls.translated(new RuntimeException(new SocketException("Permission denied"))))
                .hasMessageContaining("no permission");
        assertThat(calls.translated(new RuntimeException(new IOException(new ConnectException("Connection refused")))))
                .isInstanceOf(EnvironmentNotReadyException.class)
                .hasMessageStartingWith("unix:///run/engine.sock: no Docker engine answers (");
    }

    @Test
    void bugStaysABug() {
        IllegalStateException bug = new IllegalStateException("bug");
        assertThat(calls.translated(bug)).isSameAs(bug);
    }
}
