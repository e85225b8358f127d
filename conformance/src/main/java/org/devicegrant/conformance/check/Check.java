package org.devicegrant.conformance.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A method that answers one requirement of the catalogue. Its name is a sentence about the server that is true when it
 * conforms; its parameters are what it needs: {@link org.devicegrant.conformance.flow.Devices},
 * {@link org.devicegrant.conformance.assertion.Judge}, {@link org.devicegrant.conformance.user.Users}, {@link Grants},
 * {@link org.devicegrant.conformance.exchange.Transcript}.
 */
@Test
@ExtendWith(CheckExtension.class)
@Execution(ExecutionMode.CONCURRENT)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Check {
    /** Id of the requirement. */
    String value();
}
