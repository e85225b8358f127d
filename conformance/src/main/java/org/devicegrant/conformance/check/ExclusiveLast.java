package org.devicegrant.conformance.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.Isolated;

/** Checks that may lock out everything that shares their address. They run alone, when nothing else is left to disturb. */
@Isolated("may trigger lock-outs")
@Order(500)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ExclusiveLast {}
