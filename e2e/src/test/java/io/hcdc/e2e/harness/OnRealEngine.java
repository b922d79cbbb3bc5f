package io.hcdc.e2e.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The obligations of the class are proved on a real engine. Without one they fail; nothing is skipped. A failed test
 * leaves its folder below {@code target/artifacts}; stacks are removed when all is over, also those of a killed run.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EngineExtension.class)
public @interface OnRealEngine {}
