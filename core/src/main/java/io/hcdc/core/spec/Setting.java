package io.hcdc.core.spec;

import java.nio.file.Path;

/** One layer the user puts on a stack's YAML. Later layers win. */
public sealed interface Setting {

    /** {@code --set key=value}: the value is read as YAML, so that numbers, booleans and lists keep their type. */
    record Value(String key, String value) implements Setting {}

    /** {@code --set-file key=path}: the file's text becomes the value. */
    record FileText(String key, Path file) implements Setting {}

    /** {@code --with component}: the stack has it, with its defaults where nothing else is said of it. */
    record With(String component) implements Setting {}

    /** {@code --values file}: a YAML file of the same shape as a stack's. */
    record Values(Path file) implements Setting {}
}
