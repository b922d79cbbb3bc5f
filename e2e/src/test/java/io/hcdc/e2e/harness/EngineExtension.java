package io.hcdc.e2e.harness;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Keeps the session around all tests, and each test's artifacts. */
final class EngineExtension implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        Artifacts.enter("session");
        context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(Session.class, type -> new Session(), Session.class)
                .requireEngine();
        Artifacts.enter(context.getRequiredTestClass().getSimpleName());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        String method = context.getRequiredTestMethod().getName();
        boolean once = context.getDisplayName().equals(method + "()");
        String test = method + (once ? "" : context.getDisplayName().replaceAll("[^A-Za-z0-9]+", "-"));
        Artifacts.begin(context.getRequiredTestClass().getSimpleName() + "." + test);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        settle(context);
        Artifacts.enter(context.getRequiredTestClass().getSimpleName());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        settle(context);
        Artifacts.enter("session");
    }

    private static void settle(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            Artifacts.collect();
        } else {
            Artifacts.discard();
        }
    }
}
