package io.hcdc.postgres;

import io.hcdc.api.drill.Outcome;
import io.hcdc.api.drill.OwnStatement;
import io.hcdc.api.drill.Workload;
import io.hcdc.api.drill.WorkloadSpec;

/** A statement of the user's, sent by an application again and again. Which node answers does not show. */
final class OwnSql implements Workload {
    private final Application application;
    private final String statement;

    static OwnSql of(Servers servers, WorkloadSpec spec, String statement) {
        return new OwnSql(new Application(servers, spec, Application.WRITERS), statement);
    }

    private OwnSql(Application application, String statement) {
        this.application = application;
        this.statement = statement;
    }

    @Override
    public Outcome attempt(int number) {
        return application
                .send(statement.replace(OwnStatement.NUMBER, Integer.toString(number)), answer -> "")
                .outcome();
    }

    @Override
    public void close() {
        application.close();
    }
}
