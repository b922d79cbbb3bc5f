package io.hcdc.core;

import io.hcdc.core.spec.Setting;
import java.time.Duration;
import java.util.List;

/**
 * The stack a user wants.
 *
 * @param name the stack's name: compose project and prefix of its containers
 * @param source a name of the catalogue, or the path of a YAML file
 * @param settings layers on top of it, later ones win
 * @param timeout how long it may take to become ready once its containers run
 */
public record StackRequest(String name, String source, List<Setting> settings, Duration timeout) {}
