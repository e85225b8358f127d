package org.devicegrant.conformance.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;

/**
 * Marks classes whose checks begin the longest waits of a run in front of a browser. All checks begin at once, but browsers
 * start one after the other: who asks first is served first.
 */
@Order(1)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LongestFirst {}
