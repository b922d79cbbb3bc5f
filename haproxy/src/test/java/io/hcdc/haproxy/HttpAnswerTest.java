package io.hcdc.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class HttpAnswerTest {

    @Test
    void aPlainAnswerEndsWithTheConnection() throws IOException {
        assertThat(Http.Answer.parse("HTTP/1.0 503 Service Unavailable\r\ncache-control: no-cache\r\n\r\n<html>\r\n"))
                .isEqualTo(new Http.Answer(
                        503, "HTTP/1.0 503 Service Unavailable\r\ncache-control: no-cache", "<html>\r\n"));
        assertThat(Http.Answer.parse("HTTP/1.1 204\r\n\r\n")).isEqualTo(new Http.Answer(204, "HTTP/1.1 204", ""));
    }

    @Test
    void headersAreFoundWhateverTheirCase() throws IOException {
        Http.Answer answer = Http.Answer.parse("HTTP/1.1 200 OK\r\nx-configuration:  abc \r\n\r\nX-Other: body\r\n");
        assertThat(answer.header("X-Configuration")).contains("abc");
        assertThat(answer.header("X-Other")).isEmpty();
    }

    @Test
    void chunksAreJoined() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

        assertThat(Http.Answer.parse(head + "4\r\nabcd\r\nA\r\n0123456789\r\n0\r\n\r\n")
                        .body())
                .isEqualTo("abcd0123456789");
        assertThat(Http.Answer.parse(head + "4\r\nab").body()).isEqualTo("ab");
        assertThat(Http.Answer.parse(head).body()).isEmpty();
    }

    @Test
    void somethingElseIsRefused() {
        assertThatIOException().isThrownBy(() -> Http.Answer.parse("")).withMessageContaining("closed");
        for (String answer :
                new String[] {"SSH-2.0-x\r\n", "HTTP/1.1", "HTTP/1.1 abc\r\n\r\n", "HTTP/1.1 2000 x\r\n"}) {
            assertThatIOException()
                    .isThrownBy(() -> Http.Answer.parse(answer))
                    .withMessage("what answers does not speak HTTP");
        }
    }
}
