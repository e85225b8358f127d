package org.devicegrant.conformance.check;

import java.lang.reflect.Method;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.exchange.Transcript;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.flow.Momentary;
import org.devicegrant.conformance.requirement.Requirement;
import org.devicegrant.conformance.user.Users;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Gives checks what they ask for and turns how they end into verdicts. */
final class CheckExtension implements ParameterResolver, InvocationInterceptor {
    private static final ExtensionContext.Namespace OWN = ExtensionContext.Namespace.create(CheckExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Devices.class
                || type == Judge.class
                || type == Users.class
                || type == Grants.class
                || type == Transcript.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        RunContext run = RunContexts.of(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == Judge.class) {
            return judge(context);
        } else if (type == Users.class) {
            return run.users(judge(context), Hurry.turn(run.requirement(id(context))));
        } else if (type == Transcript.class) {
            return run.transcript();
        } else if (type == Grants.class) {
            return run.grants(devices(run, context), judge(context), Hurry.turn(run.requirement(id(context))));
        }
        return devices(run, context);
    }

    private static Devices devices(RunContext run, ExtensionContext context) {
        Requirement requirement = run.requirement(id(context));
        return run.devices(requirement.id(), Hurry.urgency(requirement));
    }

    private static Judge judge(ExtensionContext context) {
        return context.getStore(OWN).getOrComputeIfAbsent(Judge.class, key -> new Judge(), Judge.class);
    }

    private static String id(ExtensionContext context) {
        return context.getRequiredTestMethod().getAnnotation(Check.class).value();
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context) {
        RunContext run = RunContexts.of(context);
        long started = run.elapsedMs();
        Throwable ended = null;
        try {
            invocation.proceed();
        } catch (Throwable thrown) {
            ended = thrown;
        }
        run.ended(id(context));
        Verdicts.Span span = new Verdicts.Span(started, run.elapsedMs() - started);
        CheckResult found = Verdicts.of(run.requirement(id(context)), judge(context), ended, span);
        CheckResult doubted = Verdicts.doubted(found, run.standstillSince(started));
        CheckResult result =
                run.transcript().polledWithSharedCode(doubted.id()) ? Verdicts.ofSharedCode(doubted) : doubted;
        if (ended != null && Verdicts.ourFault(ended)) {
            run.recordFault(result.id(), ended);
        }
        if (mayHavePassed(ended) && result.verdict() == Verdict.INCONCLUSIVE && run.canPostpone()) {
            run.postpone(result.id());
        } else {
            run.record(result);
        }
        conclude(result, ended);
    }

    private static boolean mayHavePassed(@Nullable Throwable ended) {
        return ended instanceof Momentary || ended instanceof BrowserFailure;
    }

    /** Says the verdict in JUnit's terms, for builds that read these. */
    private static void conclude(CheckResult result, @Nullable Throwable ended) {
        switch (result.verdict()) {
            case FAIL -> throw new AssertionFailedError(result.id() + ": " + result.message(), ended);
            case SKIPPED, INCONCLUSIVE, NOT_TESTABLE ->
                throw new TestAbortedException(result.verdict() + ": " + result.message());
            case PASS, WARNING -> {
                // JUnit knows no warning: the result files carry it.
            }
        }
    }
}
