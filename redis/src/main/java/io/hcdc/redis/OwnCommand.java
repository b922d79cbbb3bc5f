package io.hcdc.redis;

import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.OwnStatement;
import io.hcdc.api.drill.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command of the user's, sent by an application again and again. Whatever is no error is an acknowledgement. */
final class OwnCommand implements Workload {
    /** As in a shell: quoted, or without blanks. A quote inside a word has no other half, and is a mistake. */
    private static final Pattern WORD = Pattern.compile("\\G\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"']+))(?=\\s|$)");

    private final Application application;
    private final List<String> words;

    private OwnCommand(Application application, List<String> words) {
        this.application = application;
        this.words = words;
    }

    /** @param command without a {@link #mistake} */
    static OwnCommand of(String command, Application application) {
        return new OwnCommand(application, words(command).orElseThrow());
    }

    static Optional<String> mistake(String command) {
        return words(command).isPresent() ? Optional.empty() : Optional.of("the quotes do not match");
    }

    /** Empty where it cannot be taken apart. */
    static Optional<List<String>> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        int end = 0;
        while (word.find()) {
            words.add(Optional.ofNullable(word.group(1))
                    .or(() -> Optional.ofNullable(word.group(2)))
                    .orElseGet(() -> word.group(3)));
            end = word.end();
        }
        return command.substring(end).isBlank() ? Optional.of(words) : Optional.empty();
    }

    @Override
    public Outcome attempt(int number) {
        return application
                .send(words.stream()
                        .map(word -> word.replace(OwnStatement.NUMBER, Integer.toString(number)))
                        .toArray(String[]::new))
                .outcome();
    }

    @Override
    public void close() {
        application.close();
    }
}
