package io.hcdc.core.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.hcdc.api.Problem;
import java.util.List;
import java.util.Optional;

/** YAML as users write it. */
public final class YamlText {
    /** A plain {@code no} is a word: some servers have a setting of that value. */
    private final ObjectMapper yaml = new ObjectMapper(
                    new YAMLFactory().enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS))
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    /** What it says; a problem at {@code path}, with the line, and nothing when it is no YAML. */
    public Optional<JsonNode> parse(String path, String text, List<Problem> problems) {
        try {
            return Optional.of(yaml.readTree(text));
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
            String what = e.getOriginalMessage().lines().findFirst().orElse("");
            problems.add(Problem.at(path, "not YAML" + where + ": " + what)
                    .hint("look for a missing quote, bracket or blank just before that place"));
            return Optional.empty();
        }
    }
}
