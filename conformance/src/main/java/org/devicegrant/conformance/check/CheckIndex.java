package org.devicegrant.conformance.check;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Finds the checks: methods marked {@link Check} in the sections' packages. */
public final class CheckIndex {
    /** Packages that hold checks, with everything below them. */
    public static final List<String> PACKAGES = List.of(
            "org.devicegrant.conformance.rfc6749",
            "org.devicegrant.conformance.rfc7523",
            "org.devicegrant.conformance.rfc7591",
            "org.devicegrant.conformance.rfc8414",
            "org.devicegrant.conformance.rfc8628",
            "org.devicegrant.conformance.rfc8707",
            "org.devicegrant.conformance.rfc9110",
            "org.devicegrant.conformance.rfc9325",
            "org.devicegrant.conformance.rfc9396",
            "org.devicegrant.conformance.rfc9449",
            "org.devicegrant.conformance.rfc9700",
            "org.devicegrant.conformance.interop",
            "org.devicegrant.conformance.kiosk");

    private static final class Holder {
        static final Map<String, Method> METHODS = find();
    }

    private CheckIndex() {}

    /** Every check by the id of its requirement. */
    public static Map<String, Method> methods() {
        return Holder.METHODS;
    }

    private static Map<String, Method> find() {
        Map<String, Method> methods = new TreeMap<>();
        for (String name : PACKAGES) {
            for (Class<?> type :
                    ReflectionSupport.findAllClassesInPackage(name, c -> true, n -> n.endsWith("Checks"))) {
                for (Method method : ReflectionSupport.findMethods(
                        type, m -> m.isAnnotationPresent(Check.class), HierarchyTraversalMode.TOP_DOWN)) {
                    String id = method.getAnnotation(Check.class).value();
                    Method other = methods.put(id, method);
                    if (other != null) {
                        throw new IllegalStateException(id + " has two checks: " + other + " and " + method);
                    }
                }
            }
        }
        return Map.copyOf(methods);
    }
}
