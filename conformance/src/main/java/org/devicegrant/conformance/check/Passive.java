package org.devicegrant.conformance.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Rules over every exchange of the run. They send little or nothing and run when everything else has ended, so that they see the
 * most situations.
 */
@Isolated("looks at what all other checks have left")
@Order(1000)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Passive {}
